package de.foerderkreis.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;

/**
 * Carries what a redirect should say ("saved") in a cookie, because services keep no sessions.
 * Texts only; whoever forges the cookie speaks to themselves, and the page escapes it.
 */
class FlashCookie extends AbstractFlashMapManager {

    static final String NAME = "fk-flash";

    private static final String PATH = "@path";
    private static final String EXPIRY = "@until";
    private static final int LONGEST = 3_500;
    private static final Duration KEPT = Duration.ofMinutes(3);

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(NAME) && !cookie.getValue().isEmpty())
                .flatMap(cookie -> Arrays.stream(cookie.getValue().split("\\.")))
                .map(FlashCookie::read)
                // Spring takes the one it shows out of this list.
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @Override
    protected void updateFlashMaps(
            List<FlashMap> maps, HttpServletRequest request, HttpServletResponse response) {
        var value = String.join(".", maps.stream().map(FlashCookie::written).toList());
        if (value.length() > LONGEST) {
            throw new IllegalStateException(
                    "Flash attributes of "
                            + value.length()
                            + " characters do not fit into a cookie");
        }
        var cookie =
                ResponseCookie.from(NAME, value)
                        .path("/")
                        .maxAge(value.isEmpty() ? Duration.ZERO : KEPT)
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .httpOnly(true)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Nobody else writes this cookie at the same moment: it belongs to one request. */
    @Override
    protected @Nullable Object getFlashMapsMutex(HttpServletRequest request) {
        return null;
    }

    private static String written(FlashMap map) {
        var pairs = new ArrayList<String>();
        pairs.add(pair(EXPIRY, Long.toString(map.getExpirationTime())));
        if (map.getTargetRequestPath() != null) {
            pairs.add(pair(PATH, map.getTargetRequestPath()));
        }
        map.forEach((name, value) -> {
            if (!(value instanceof CharSequence
                    || value instanceof Number
                    || value instanceof Boolean)) {
                throw new IllegalStateException("Flash attribute " + name + " is no text");
            }
            pairs.add(pair(name, value.toString()));
        });
        return String.join("&", pairs);
    }

    /** Encoded so that neither our own separators nor anything a cookie may not hold is left. */
    private static String pair(String name, String value) {
        return encoded(name) + ":" + encoded(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace(".", "%2E");
    }

    /** What cannot be read was not written by us and says nothing. */
    private static FlashMap read(String text) {
        var map = new FlashMap();
        for (var pair : text.split("&")) {
            var middle = pair.indexOf(':');
            if (middle < 0
                    || !pair.matches("[\\w%+*:-]*")
                    || pair.matches(".*%(?![0-9A-Fa-f]{2}).*")) {
                continue;
            }
            var name = URLDecoder.decode(pair.substring(0, middle), StandardCharsets.UTF_8);
            var value = URLDecoder.decode(pair.substring(middle + 1), StandardCharsets.UTF_8);
            switch (name) {
                case PATH -> map.setTargetRequestPath(value);
                case EXPIRY ->
                        map.setExpirationTime(
                                value.matches("\\d{1,18}") ? Long.parseLong(value) : 0);
                default -> map.put(name, value);
            }
        }
        return map;
    }
}
