package de.foerderkreis.platform.tenancy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The person or system behind a request, in the one organisation it acts for.
 *
 * @param subject pseudonymous id of the token, the only trace of a person in data and trail
 * @param displayName for greeting the person, never stored
 * @param organisation official key: {@code 05382}, {@code 05382068}, {@code 05382-<slug>}, {@code
 *     05-<slug>}
 * @param district five digits; absent for a state authority
 * @param roles upper case without prefix, only those that fit the kind of organisation
 * @param machine whether the token belongs to a client and not to a person
 */
public record Caller(
        String subject,
        String displayName,
        String organisation,
        OrganisationKind kind,
        @Nullable String district,
        Set<String> roles,
        boolean machine) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Whether the caller holds the role, {@code CLERK} for instance. */
    public boolean has(String role) {
        return roles.contains(role);
    }

    /**
     * The official municipality key.
     *
     * @throws IllegalStateException if the caller does not act for a municipality
     */
    public String ags() {
        if (kind != OrganisationKind.MUNICIPALITY) {
            throw new IllegalStateException("Only a municipality has an AGS, not " + organisation);
        }
        return organisation;
    }
}
