package de.foerderkreis.stakeholder.partner;

import de.foerderkreis.stakeholder.officeholder.Salutation;
import java.util.List;

/**
 * What is recorded about a partner.
 *
 * @param active whether it still works with the district
 */
record PartnerDetails(String name, PartnerCategory category, boolean active, Contact contact) {

    /**
     * Whom to write to.
     *
     * @param subscriptions types of the events the partner asked to be told of
     * @param hasAccount whether somebody can sign in for the partner
     */
    record Contact(
            Salutation salutation,
            String name,
            String email,
            String language,
            List<String> subscriptions,
            boolean hasAccount) {

        Contact {
            subscriptions = subscriptions.stream().distinct().sorted().toList();
        }
    }
}
