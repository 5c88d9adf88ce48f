package de.foerderkreis.stakeholder.partner;

import de.foerderkreis.stakeholder.editing.FieldVersions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A partner organisation with its contact.
 *
 * @param alias {@code <district>-<slug>}: its key here and its alias in Keycloak
 * @param contactId id the contact travels under
 */
record Partner(
        String alias,
        String slug,
        PartnerDetails details,
        UUID contactId,
        long version,
        FieldVersions fields) {

    Partner edited(PartnerDetails next) {
        var version = this.version + 1;
        return new Partner(
                alias, slug, next, contactId, version, fields.edited(version, differences(next)));
    }

    boolean contactDiffersFrom(Partner other) {
        return !details.contact().equals(other.details.contact())
                || !details.name().equals(other.details.name());
    }

    private List<String> differences(PartnerDetails next) {
        var changed = new ArrayList<String>();
        note(changed, "name", details.name(), next.name());
        note(changed, "category", details.category(), next.category());
        note(changed, "active", details.active(), next.active());
        note(changed, "contactName", details.contact().name(), next.contact().name());
        note(changed, "salutation", details.contact().salutation(), next.contact().salutation());
        note(changed, "email", details.contact().email(), next.contact().email());
        note(changed, "language", details.contact().language(), next.contact().language());
        note(
                changed,
                "subscriptions",
                details.contact().subscriptions(),
                next.contact().subscriptions());
        note(changed, "hasAccount", details.contact().hasAccount(), next.contact().hasAccount());
        return changed;
    }

    private static void note(List<String> changed, String field, Object before, Object after) {
        if (!before.equals(after)) {
            changed.add(field);
        }
    }
}
