package de.foerderkreis.stakeholder.cooperation;

import de.foerderkreis.contracts.stakeholder.InvitationIssued;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.stakeholder.partner.PartnerDirectory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes a one-time link and hands its secret to whoever sends the mail. It always goes to the
 * address known for the partner, whoever asked for it.
 */
@Component
class Invitations {

    private final InvitationRecords records;
    private final PartnerDirectory partners;
    private final Roots roots;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessClock clock;
    private final CooperationSettings settings;

    Invitations(
            InvitationRecords records,
            PartnerDirectory partners,
            Roots roots,
            Outbox outbox,
            Audit audit,
            BusinessClock clock,
            CooperationSettings settings) {
        this.records = records;
        this.partners = partners;
        this.roots = roots;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Makes the one current link of a request; the transaction holds the lock on its case.
     *
     * @param askedByPartner whether the partner wants it, which it may only now and then
     */
    void issue(Cooperation request, boolean askedByPartner) {
        var contact =
                partners.find(request.partner())
                        .orElseThrow(() -> Problem.notFound("partner"))
                        .contactId();
        var id = Ids.next();
        var secret = LinkSecret.fresh(Tenancy.district());
        var validUntil = validUntil();
        records.replaceAll(request.id());
        records.insert(id, request.id(), contact, secret, validUntil, askedByPartner);
        audit.record(
                "cooperation.invited",
                "cooperation",
                request.id().toString(),
                null,
                new Entry(id, validUntil),
                null);
        var root = roots.lock("invitation", id);
        outbox.append(
                root,
                InvitationIssued.TOPIC,
                new InvitationIssued(
                        id,
                        contact,
                        request.caseId(),
                        "COOPERATION",
                        secret.token(),
                        validUntil,
                        root.version()));
    }

    private Instant validUntil() {
        var last =
                LocalDate.ofInstant(clock.now().plus(settings.linkValidity()), BusinessClock.ZONE);
        return BusinessClock.endOf(last);
    }

    private record Entry(UUID invitationId, Instant validUntil) {}
}
