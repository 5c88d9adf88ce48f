package de.foerderkreis.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code portal/page} shows around the content; templates reach it as {@code #portal}. */
public final class PortalFrame {

    static final String ATTRIBUTE = "portal";

    /** Set by the gateway, which lets none pass from outside. */
    private static final String ORGANISATIONS = "Fk-Organisations";

    private static final List<String> FUNCTIONS =
            List.of(
                    "LANDRAT",
                    "TREASURER",
                    "HEAD",
                    "CLERK",
                    "COUNCIL_SECRETARY",
                    "MAYOR",
                    "MUNICIPAL_OFFICIAL",
                    "PARTNER",
                    "REVIEWER",
                    "AUDITOR",
                    "ADMIN");

    /** Who works with the contents of cases in a district; administration does not. */
    private static final String[] DISTRICT = {
        "CLERK", "HEAD", "TREASURER", "LANDRAT", "COUNCIL_SECRETARY", "AUDITOR"
    };

    /** Whoever may see contact data of partners; the partners' pages refuse the others. */
    private static final String[] CONTACTS = {"CLERK", "HEAD", "COUNCIL_SECRETARY", "ADMIN"};

    private static final String[] TOWN = {"MAYOR", "MUNICIPAL_OFFICIAL"};

    private final HttpServletRequest request;
    private final @Nullable PortalContext context;
    private final PortalSettings settings;
    private final PortalAssets assets;
    private final Locale locale;

    PortalFrame(
            HttpServletRequest request,
            @Nullable PortalContext context,
            PortalSettings settings,
            PortalAssets assets,
            Locale locale) {
        this.request = request;
        this.context = context;
        this.settings = settings;
        this.assets = assets;
        this.locale = locale;
    }

    public @Nullable PortalVisitor visitor() {
        return context == null ? null : context.visitor();
    }

    /** {@code de} or {@code en}. */
    public String lang() {
        return locale.getLanguage();
    }

    /** {@code light} or {@code dark} if the reader chose one; null follows the device. */
    public @Nullable String theme() {
        return PortalChoices.theme(request);
    }

    public @Nullable Instant clock() {
        return context == null ? null : context.demoClock();
    }

    /** Whether the banner of the demonstration is shown. */
    public boolean demo() {
        return context != null && context.demo();
    }

    /** Whether the head offers to work for another organisation. */
    public boolean severalOrganisations() {
        return context != null
                && (context.severalOrganisations() || request.getHeader(ORGANISATIONS) != null);
    }

    /** The address people use, without a slash at the end; empty where no service said. */
    public String url() {
        return context == null ? "" : context.portalUrl();
    }

    /** The address asked for, also on the page that says it failed. */
    public String path() {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    /** Message keys of what the visitor does here, the most telling first. */
    public List<String> functions() {
        var visitor = visitor();
        return visitor == null
                ? List.of()
                : FUNCTIONS.stream()
                        .filter(visitor.roles()::contains)
                        .map(role -> "portal.role." + role)
                        .toList();
    }

    public String organisationName() {
        var visitor = visitor();
        if (visitor == null) {
            return "";
        }
        var name = visitor.organisationName();
        return name != null
                ? name
                : settings.organisations()
                        .getOrDefault(visitor.organisation(), visitor.organisation());
    }

    public String districtName() {
        var visitor = visitor();
        var district = visitor == null ? null : visitor.district();
        return district == null
                ? settings.districtName()
                : settings.organisations().getOrDefault(district, settings.districtName());
    }

    public String sourceUrl() {
        return settings.sourceUrl();
    }

    public String asset(String name) {
        return assets.path(name);
    }

    /** The pages this visitor has a use for, in the order of the work. */
    public List<Entry> navigation() {
        var entries = new ArrayList<Entry>();
        entries.add(entry("portal.nav.home", "/"));
        var visitor = visitor();
        if (visitor == null) {
            return List.copyOf(entries);
        }
        var district = visitor.hasAny(DISTRICT);
        var town = visitor.hasAny(TOWN);
        if (district || town) {
            entries.add(entry("portal.nav.cases", "/vorhaben"));
            entries.add(entry("portal.nav.consultations", "/beteiligung"));
            entries.add(entry("portal.nav.finance", "/finanzen"));
        }
        if (district || town || visitor.hasAny("ADMIN")) {
            entries.add(entry("portal.nav.municipalities", "/kommunen"));
        }
        if (district || town || visitor.hasAny("PARTNER")) {
            entries.add(entry("portal.nav.bodies", "/gremien"));
        }
        if (visitor.hasAny(CONTACTS)) {
            entries.add(entry("portal.nav.partners", "/partner"));
        } else if (visitor.hasAny("PARTNER")) {
            entries.add(entry("portal.nav.cooperation", "/partner/zusammenarbeit"));
        }
        entries.add(entry("portal.nav.messages", "/nachrichten"));
        if (visitor.hasAny("AUDITOR")) {
            // The pages lead on to the trails of the other services.
            entries.add(
                    new Entry(
                            "portal.nav.audit",
                            "/pruefung/application",
                            path().startsWith("/pruefung/")));
        }
        return List.copyOf(entries);
    }

    private Entry entry(String key, String href) {
        var path = path();
        var active =
                href.equals("/")
                        ? path.equals("/")
                        : path.equals(href) || path.startsWith(href + "/");
        return new Entry(key, href, active);
    }

    /** This address in the other language or theme; everything else in it stays. */
    public String with(String parameter, String value) {
        var query = new StringBuilder("?");
        if ("GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod())) {
            request.getParameterMap()
                    .forEach((name, values) -> {
                        if (!name.equals("lang") && !name.equals("theme")) {
                            for (var each : values) {
                                query.append(encoded(name))
                                        .append('=')
                                        .append(encoded(each))
                                        .append('&');
                            }
                        }
                    });
        }
        return path() + query.append(parameter).append('=').append(encoded(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * One entry of the navigation.
     *
     * @param key message key of its label
     * @param active whether the page shown belongs to it
     */
    public record Entry(String key, String href, boolean active) {}
}
