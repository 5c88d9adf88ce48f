package de.foerderkreis.stakeholder.officeholder;

import de.foerderkreis.contracts.stakeholder.ContactState;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.outbox.LockedRoot;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.stakeholder.district.Districts;
import de.foerderkreis.stakeholder.editing.FieldVersions;
import de.foerderkreis.stakeholder.municipality.Municipalities;
import de.foerderkreis.stakeholder.municipality.Municipality;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a person into an office for a time, or corrects what is recorded about it. */
@Service
class Appointment {

    private final OfficeHolderRecords records;
    private final Municipalities municipalities;
    private final Districts districts;
    private final Roots roots;
    private final Outbox outbox;
    private final Audit audit;

    Appointment(
            OfficeHolderRecords records,
            Municipalities municipalities,
            Districts districts,
            Roots roots,
            Outbox outbox,
            Audit audit) {
        this.records = records;
        this.municipalities = municipalities;
        this.districts = districts;
        this.roots = roots;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Transactional
    OfficeHolder appoint(Tenure tenure) {
        var organisationName = check(tenure);
        var holder = new OfficeHolder(Ids.next(), tenure, 0, FieldVersions.NONE);
        refusingTwoAtATime(tenure, () -> records.insert(holder));
        announce(roots.lock("office_holder", holder.id()), holder, organisationName);
        record("office-holder.appointed", null, holder);
        return holder;
    }

    /** The organisation and the function stay: another office is another appointment. */
    @Transactional
    OfficeHolder correct(UUID id, long seen, UnaryOperator<Tenure> correction) {
        var root = roots.lock("office_holder", id);
        var before = records.find(id).orElseThrow(() -> Problem.notFound("office-holder"));
        if (before.version() != seen) {
            throw Problem.stale(before.fields().since(seen));
        }
        var tenure = correction.apply(before.tenure());
        var organisationName = check(tenure);
        var holder = before.corrected(tenure);
        refusingTwoAtATime(tenure, () -> records.update(holder));
        announce(root, holder, organisationName);
        record("office-holder.corrected", before, holder);
        return holder;
    }

    private String check(Tenure tenure) {
        if (tenure.endsBeforeItBegins()) {
            throw Problem.invalid("validTo", "ends-before-it-begins");
        }
        if (tenure.function().municipal()) {
            return municipalities
                    .find(tenure.organisation())
                    .map(Municipality::name)
                    .orElseThrow(() ->
                            Problem.invalid(
                                    "organisation", "unknown-municipality", tenure.organisation()));
        }
        if (!tenure.organisation().equals(Tenancy.district())) {
            throw Problem.invalid("organisation", "not-the-district", tenure.organisation());
        }
        return districts.name();
    }

    /** The constraint decides, not a look beforehand: two clerks may enter two mayors at once. */
    private static void refusingTwoAtATime(Tenure tenure, Runnable change) {
        try {
            change.run();
        } catch (DataIntegrityViolationException overlap) {
            throw Problem.conflict("office-taken", tenure.organisation(), tenure.validFrom());
        }
    }

    private void announce(LockedRoot root, OfficeHolder holder, String organisationName) {
        var tenure = holder.tenure();
        outbox.append(
                root,
                ContactState.TOPIC,
                new ContactState(
                        holder.id(),
                        tenure.organisation(),
                        organisationName,
                        tenure.function().name(),
                        tenure.salutation().name(),
                        tenure.name(),
                        tenure.email(),
                        tenure.language(),
                        List.of(),
                        tenure.hasAccount(),
                        tenure.validFrom(),
                        tenure.validTo(),
                        root.version()));
    }

    /** The trail cannot forget, so it learns of the office and its dates, not of the person. */
    private void record(String action, @Nullable OfficeHolder before, OfficeHolder after) {
        audit.record(
                action,
                "office-holder",
                after.id().toString(),
                before == null ? null : Term.of(before.tenure()),
                Term.of(after.tenure()),
                null);
    }

    private record Term(
            String organisation,
            Office function,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        static Term of(Tenure tenure) {
            return new Term(
                    tenure.organisation(), tenure.function(), tenure.validFrom(), tenure.validTo());
        }
    }
}
