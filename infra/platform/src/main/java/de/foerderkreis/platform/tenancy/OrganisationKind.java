package de.foerderkreis.platform.tenancy;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an organisation is, read from its official key; a role counts only in an organisation of its
 * kind.
 */
public enum OrganisationKind {
    /** District administration: the five-digit district key, {@code 05382}. */
    DISTRICT(
            "\\d{5}",
            Set.of(
                    "CLERK",
                    "HEAD",
                    "TREASURER",
                    "LANDRAT",
                    "COUNCIL_SECRETARY",
                    "AUDITOR",
                    "ADMIN")),
    /** Municipality: the eight-digit AGS, {@code 05382068}. */
    MUNICIPALITY("\\d{8}", Set.of("MAYOR", "MUNICIPAL_OFFICIAL")),
    /** Partner of a district: {@code 05382-<slug>}. */
    PARTNER("\\d{5}-[a-z0-9][a-z0-9-]*", Set.of("PARTNER")),
    /** Authority of a state: {@code 05-<slug>}; has no tenant of its own. */
    STATE("\\d{2}-[a-z0-9][a-z0-9-]*", Set.of("REVIEWER"));

    private final Pattern alias;
    private final Set<String> roles;

    OrganisationKind(String alias, Set<String> roles) {
        this.alias = Pattern.compile(alias);
        this.roles = roles;
    }

    /** The kind an organisation's alias stands for, if it is an official key at all. */
    public static Optional<OrganisationKind> ofAlias(String alias) {
        for (var kind : values()) {
            if (kind.alias.matcher(alias).matches()) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Whether a role, upper case without prefix, may be held in an organisation of this kind. */
    public boolean allows(String role) {
        return roles.contains(role);
    }
}
