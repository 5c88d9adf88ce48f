package de.foerderkreis.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Language and theme are the reader's: chosen in the address ({@code ?lang=en}, {@code
 * ?theme=dark}), kept in a cookie. Without a choice the language follows the browser, German if it
 * asks for neither of our two, and the theme follows the device.
 */
class PortalChoices extends OncePerRequestFilter implements LocaleResolver {

    private static final Set<String> LANGUAGES = Set.of("de", "en");
    private static final Set<String> THEMES = Set.of("light", "dark");
    private static final Duration KEPT = Duration.ofDays(365);

    private final PortalFrames frames;

    PortalChoices(PortalFrames frames) {
        this.frames = frames;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        keep(request, response, "lang", LANGUAGES);
        keep(request, response, "theme", THEMES);
        request.setAttribute(PortalFrame.ATTRIBUTE, frames.of(request, resolveLocale(request)));
        chain.doFilter(request, response);
    }

    private static void keep(
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            Set<String> allowed) {
        var chosen = parameter(request, name);
        if (chosen != null && allowed.contains(chosen)) {
            var cookie =
                    ResponseCookie.from(name, chosen)
                            .path("/")
                            .maxAge(KEPT)
                            .sameSite("Lax")
                            .secure(request.isSecure())
                            .httpOnly(true)
                            .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var chosen = chosen(request, "lang", LANGUAGES);
        if (chosen != null) {
            return Locale.of(chosen);
        }
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Locale.GERMAN;
        }
        for (var locales = request.getLocales(); locales.hasMoreElements(); ) {
            var language = locales.nextElement().getLanguage();
            if (LANGUAGES.contains(language)) {
                return Locale.of(language);
            }
        }
        return Locale.GERMAN;
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        throw new UnsupportedOperationException("The reader chooses the language in the address");
    }

    static @Nullable String theme(HttpServletRequest request) {
        return chosen(request, "theme", THEMES);
    }

    private static @Nullable String chosen(
            HttpServletRequest request, String name, Set<String> allowed) {
        var parameter = parameter(request, name);
        if (parameter != null && allowed.contains(parameter)) {
            return parameter;
        }
        var cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie ->
                                cookie.getName().equals(name)
                                        && allowed.contains(cookie.getValue()))
                        .map(cookie -> cookie.getValue())
                        .findFirst()
                        .orElse(null);
    }

    /**
     * Only from the address: asking for parameters of a body would read it before the upload limits
     * and the proxy do.
     */
    private static @Nullable String parameter(HttpServletRequest request, String name) {
        var query = request.getQueryString();
        if (query == null) {
            return null;
        }
        return Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst()
                .orElse(null);
    }
}
