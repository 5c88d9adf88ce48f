package de.foerderkreis.gateway.routing;

import static de.foerderkreis.gateway.routing.Service.APPLICATION;
import static de.foerderkreis.gateway.routing.Service.FINANCE;
import static de.foerderkreis.gateway.routing.Service.NOTIFICATION;
import static de.foerderkreis.gateway.routing.Service.STAKEHOLDER;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which service answers which address, and who may ask. The first prefix that fits wins; an address
 * without a route does not exist.
 */
@Component
public class Routes {

    private static final Pattern API_DESCRIPTION =
            Pattern.compile("/api/[a-z]+/v\\d+/openapi\\.json");

    private static final List<Route> ALL =
            List.of(
                    new Route("/api/application", APPLICATION, Access.LOGIN),
                    new Route("/api/finance", FINANCE, Access.LOGIN),
                    new Route("/api/stakeholder", STAKEHOLDER, Access.LOGIN),
                    new Route("/api/notification", NOTIFICATION, Access.LOGIN),
                    new Route("/vorhaben", APPLICATION, Access.LOGIN),
                    new Route("/offen", APPLICATION, Access.PUBLIC),
                    new Route("/finanzen", FINANCE, Access.LOGIN),
                    new Route("/beteiligung", STAKEHOLDER, Access.LOGIN),
                    new Route("/kommunen", STAKEHOLDER, Access.LOGIN),
                    new Route("/partner", STAKEHOLDER, Access.LOGIN),
                    new Route("/gremien", STAKEHOLDER, Access.LOGIN),
                    new Route("/sitzungen", STAKEHOLDER, Access.LOGIN),
                    new Route("/personen", STAKEHOLDER, Access.LOGIN),
                    new Route("/nachrichten", NOTIFICATION, Access.LOGIN),
                    new Route("/suche", NOTIFICATION, Access.LOGIN),
                    new Route("/kalender.ics", NOTIFICATION, Access.LOGIN),
                    new Route("/demo", NOTIFICATION, Access.LOGIN),
                    new Route("/l/n", NOTIFICATION, Access.PUBLIC),
                    new Route("/l", STAKEHOLDER, Access.PUBLIC),
                    new Route("/pruefung/application", APPLICATION, Access.LOGIN),
                    new Route("/pruefung/finance", FINANCE, Access.LOGIN),
                    new Route("/pruefung/stakeholder", STAKEHOLDER, Access.LOGIN),
                    new Route("/pruefung/notification", NOTIFICATION, Access.LOGIN));

    /** The gateway's own among the demonstration's addresses; it alone has the secret. */
    private static final String OWN_DEMO_PAGE = "/demo/code";

    private static final Route START = new Route("/", NOTIFICATION, Access.BOTH);

    /**
     * The service's part of the address is checked by the security chain's firewall before: no
     * encoded slashes, no dots.
     */
    static @Nullable Route of(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (path.equals("/")) {
            return START;
        }
        if (path.equals(OWN_DEMO_PAGE)) {
            return null;
        }
        for (var route : ALL) {
            if (route.covers(path)) {
                return route;
            }
        }
        return null;
    }

    /** Whether a service answers this and only for somebody known. */
    public boolean needsLogin(HttpServletRequest request) {
        var route = of(request);
        return route != null
                && route.access() == Access.LOGIN
                && !API_DESCRIPTION.matcher(request.getRequestURI()).matches();
    }

    /** Whether a token goes along if somebody is signed in. */
    public boolean relaysToken(HttpServletRequest request) {
        var route = of(request);
        return route != null && route.access() != Access.PUBLIC;
    }

    /** Whether the answer is the same for everybody, so that no session is looked at. */
    public boolean isPublic(HttpServletRequest request) {
        var route = of(request);
        return route != null && route.access() == Access.PUBLIC;
    }

    /** Who may see an address. */
    enum Access {
        /** Everybody, and always as the public. */
        PUBLIC,
        /** Everybody; whoever is signed in sees their own. */
        BOTH,
        /** Whoever is signed in. */
        LOGIN
    }

    /** One prefix of addresses. */
    record Route(String prefix, Service service, Access access) {

        boolean covers(String path) {
            return path.startsWith(prefix)
                    && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
        }
    }
}
