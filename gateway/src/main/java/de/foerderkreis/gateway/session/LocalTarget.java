package de.foerderkreis.gateway.session;

import org.jspecify.annotations.Nullable;

/** Where to go after login: a path of this portal or the start page, never another host. */
final class LocalTarget {

    static final String PARAMETER = "ziel";

    private static final int LONGEST = 2_000;

    private LocalTarget() {}

    static String of(@Nullable String wanted) {
        if (wanted == null
                || wanted.length() > LONGEST
                || !wanted.startsWith("/")
                || wanted.startsWith("//")
                || wanted.startsWith("/logout")
                || wanted.startsWith("/login") && !wanted.equals(LoginController.DONE)
                || wanted.startsWith("/oauth2/")
                || wanted.startsWith("/api/")
                || wanted.chars().anyMatch(c -> c <= ' ' || c == '\\' || c >= 127)) {
            return "/";
        }
        return wanted;
    }
}
