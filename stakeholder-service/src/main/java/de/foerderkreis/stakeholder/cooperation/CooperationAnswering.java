package de.foerderkreis.stakeholder.cooperation;

import de.foerderkreis.contracts.stakeholder.CooperationConfirmed;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.outbox.LockedRoot;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.stakeholder.followup.FollowUpKind;
import de.foerderkreis.stakeholder.followup.FollowUps;
import de.foerderkreis.stakeholder.partner.PartnerDirectory;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Takes an answer in, whichever way it came; the transaction holds the lock on the case. */
@Component
class CooperationAnswering {

    private final CooperationRecords records;
    private final PartnerDirectory partners;
    private final FollowUps followUps;
    private final Outbox outbox;
    private final Audit audit;
    private final MessageSource messages;

    CooperationAnswering(
            CooperationRecords records,
            PartnerDirectory partners,
            FollowUps followUps,
            Outbox outbox,
            Audit audit,
            MessageSource messages) {
        this.records = records;
        this.partners = partners;
        this.followUps = followUps;
        this.outbox = outbox;
        this.audit = audit;
        this.messages = messages;
    }

    Cooperation take(LockedRoot caseRoot, Cooperation before, Answer answer) {
        var after = before.answered(answer);
        records.answer(after, answer);
        audit.record(
                answer.confirms() ? "cooperation.confirmed" : "cooperation.declined",
                "cooperation",
                after.id().toString(),
                before,
                after,
                null);
        if (answer.confirms()) {
            outbox.append(
                    caseRoot,
                    CooperationConfirmed.TOPIC,
                    new CooperationConfirmed(
                            after.caseId(),
                            after.id(),
                            after.partner(),
                            after.category(),
                            answer.channel().name(),
                            answer.at(),
                            caseRoot.version()));
        } else {
            // A refusal leaves a hole in the evidence (F45); somebody has to close it.
            followUps.open(
                    after.caseId(),
                    FollowUpKind.OTHER,
                    messages.getMessage(
                            "stakeholder.cooperation.declined-task",
                            new Object[] {name(after.partner())},
                            Locale.GERMAN),
                    "clerk",
                    null,
                    "/gremien/anliegen/{id}");
        }
        return after;
    }

    private String name(String alias) {
        return partners.find(alias).map(PartnerDirectory.KnownPartner::name).orElse(alias);
    }
}
