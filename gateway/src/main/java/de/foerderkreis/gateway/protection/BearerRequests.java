package de.foerderkreis.gateway.protection;

import jakarta.servlet.http.HttpServletRequest;

/** Tells programs, which bring a token, from browsers, which bring a cookie. */
public final class BearerRequests {

    private static final String SCHEME = "Bearer ";

    private BearerRequests() {}

    /** Whether the request brings a bearer token, valid or not. */
    public static boolean matches(HttpServletRequest request) {
        var authorization = request.getHeader("Authorization");
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }
}
