package de.foerderkreis.stakeholder.partner;

import de.foerderkreis.contracts.stakeholder.ContactState;
import de.foerderkreis.contracts.stakeholder.PartnerState;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Tenancy;
import de.foerderkreis.stakeholder.editing.FieldVersions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers a partner organisation or changes what is recorded about it. */
@Service
class PartnerRegistration {

    private final PartnerRecords records;
    private final Roots roots;
    private final Outbox outbox;
    private final Audit audit;
    private final BusinessClock clock;

    PartnerRegistration(
            PartnerRecords records, Roots roots, Outbox outbox, Audit audit, BusinessClock clock) {
        this.records = records;
        this.roots = roots;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Partner register(String slug, PartnerDetails details) {
        check(details);
        var partner =
                new Partner(
                        Tenancy.district() + "-" + slug,
                        slug,
                        details,
                        Ids.next(),
                        0,
                        FieldVersions.NONE);
        if (!records.insert(partner, clock.today())) {
            throw Problem.conflict("partner-exists", partner.alias());
        }
        announceState(partner);
        announceContact(partner);
        record("partner.registered", null, partner);
        return partner;
    }

    @Transactional
    Partner edit(String alias, long seen, PartnerDetails details) {
        check(details);
        // The lock comes before the look: a second editor waits here and then finds a newer
        // version.
        var root = roots.lock("partner", "alias", alias);
        var before = records.find(alias).orElseThrow(() -> Problem.notFound("partner"));
        if (before.version() != seen) {
            throw Problem.stale(before.fields().since(seen));
        }
        var partner = before.edited(details);
        records.update(partner);
        outbox.append(root, PartnerState.TOPIC, state(partner, root.version()));
        if (before.contactDiffersFrom(partner)) {
            announceContact(partner);
        }
        record("partner.edited", before, partner);
        return partner;
    }

    private static void check(PartnerDetails details) {
        var unknown =
                details.contact().subscriptions().stream()
                        .filter(type -> !Subscription.eventTypes().contains(type))
                        .toList();
        if (!unknown.isEmpty()) {
            throw Problem.invalid(
                    "subscriptions", "unknown-subscription", String.join(", ", unknown));
        }
    }

    private void announceState(Partner partner) {
        var root = roots.lock("partner", "alias", partner.alias());
        outbox.append(root, PartnerState.TOPIC, state(partner, root.version()));
    }

    private static PartnerState state(Partner partner, long version) {
        return new PartnerState(
                partner.alias(),
                partner.details().name(),
                partner.details().category().name(),
                partner.details().active(),
                version);
    }

    private void announceContact(Partner partner) {
        var contact = partner.details().contact();
        var root = roots.lock("partner_contact", partner.contactId());
        outbox.append(
                root,
                ContactState.TOPIC,
                new ContactState(
                        partner.contactId(),
                        partner.alias(),
                        partner.details().name(),
                        "PARTNER_CONTACT",
                        contact.salutation().name(),
                        contact.name(),
                        contact.email(),
                        contact.language(),
                        contact.subscriptions(),
                        contact.hasAccount(),
                        records.contactSince(partner.contactId()),
                        null,
                        root.version()));
    }

    /** Without the person: the trail cannot forget. */
    private void record(String action, @Nullable Partner before, Partner after) {
        audit.record(
                action,
                "partner",
                after.alias(),
                before == null ? null : Entry.of(before),
                Entry.of(after),
                null);
    }

    private record Entry(
            String name, PartnerCategory category, boolean active, List<String> subscriptions) {

        static Entry of(Partner partner) {
            var details = partner.details();
            return new Entry(
                    details.name(),
                    details.category(),
                    details.active(),
                    details.contact().subscriptions());
        }
    }
}
