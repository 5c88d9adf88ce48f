package de.foerderkreis.gateway.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, known before it is known for whom they work: the first half of a login. Holds no
 * token; the one it was read with is forgotten.
 *
 * @param subject the identity provider's id of the person
 * @param organisations by name, never two of the same key
 */
record Memberships(String subject, List<Organisation> organisations) {

    static final String ATTRIBUTE = "memberships";

    Memberships {
        organisations = List.copyOf(organisations);
    }

    /** The organisation of this key, null if the person does not belong to it. */
    @Nullable Organisation of(@Nullable String alias) {
        return organisations.stream()
                .filter(each -> each.alias().equals(alias))
                .findFirst()
                .orElse(null);
    }
}
