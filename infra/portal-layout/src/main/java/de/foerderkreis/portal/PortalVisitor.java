package de.foerderkreis.portal;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is looking at a page.
 *
 * @param name the person as it is shown
 * @param organisation the key of the organisation the person acts for: {@code 05382}, {@code
 *     05382068}, {@code 05382-caritas}, {@code 05-mais}
 * @param organisationName its name if the service knows it; otherwise the frame looks into its
 *     settings, then shows the key
 * @param roles upper case without prefix, e.g. {@code CLERK}
 * @param unread messages not yet read, or null where the service does not know
 */
public record PortalVisitor(
        String name,
        String organisation,
        @Nullable String organisationName,
        Set<String> roles,
        @Nullable Integer unread) {

    public PortalVisitor {
        roles = Set.copyOf(roles);
    }

    public static PortalVisitor of(String name, String organisation, Set<String> roles) {
        return new PortalVisitor(name, organisation, null, roles, null);
    }

    public PortalVisitor withOrganisationName(@Nullable String value) {
        return new PortalVisitor(name, organisation, value, roles, unread);
    }

    public PortalVisitor withUnread(int value) {
        return new PortalVisitor(name, organisation, organisationName, roles, value);
    }

    /** The five digits of the district, or null for a state authority. */
    public @Nullable String district() {
        return organisation.length() >= 5
                        && organisation.substring(0, 5).chars().allMatch(Character::isDigit)
                ? organisation.substring(0, 5)
                : null;
    }

    boolean hasAny(String... wanted) {
        for (var role : wanted) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }
}
