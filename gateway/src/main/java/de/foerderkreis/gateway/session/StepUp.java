package de.foerderkreis.gateway.session;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a service asks for when a sign-in is too weak or too old for an act (RFC 9470).
 *
 * @param acr levels of authentication that would do, separated by spaces
 * @param maxAge seconds the sign-in may lie back
 */
public record StepUp(String acr, int maxAge) {

    static final String ADDRESS = "/login/bestaetigung";
    static final String LEVEL = "stufe";
    static final String AGE = "alter";

    private static final Pattern LEVELS =
            Pattern.compile("[A-Za-z0-9:._/-]{1,80}( [A-Za-z0-9:._/-]{1,80}){0,4}");
    private static final Pattern ACR = Pattern.compile("acr_values=\"([^\"]*)\"");
    private static final Pattern MAX_AGE = Pattern.compile("max_age=\"?(\\d{1,7})\"?");
    private static final Duration JUST_NOW = Duration.ofSeconds(30);

    /** Reads a service's {@code WWW-Authenticate}; null if it asks for something else. */
    public static @Nullable StepUp of(@Nullable String challenge) {
        if (challenge == null
                || !challenge.contains("error=\"insufficient_user_authentication\"")) {
            return null;
        }
        var acr = ACR.matcher(challenge);
        var age = MAX_AGE.matcher(challenge);
        return acr.find()
                ? given(acr.group(1), age.find() ? Integer.parseInt(age.group(1)) : 0)
                : null;
    }

    /** The same from an address; null if it makes no sense. */
    static @Nullable StepUp given(String acr, int maxAge) {
        return LEVELS.matcher(acr).matches() && maxAge >= 0 ? new StepUp(acr, maxAge) : null;
    }

    /** Our own address that leads to the identity provider and back to {@code target}. */
    public String address(@Nullable String target) {
        return "%s?%s=%s&%s=%d&%s=%s"
                .formatted(
                        ADDRESS,
                        LEVEL,
                        encoded(acr),
                        AGE,
                        maxAge,
                        LocalTarget.PARAMETER,
                        encoded(LocalTarget.of(target)));
    }

    /** The same for a second window, while the first keeps a form. */
    public String addressInSecondWindow() {
        return address(LoginController.DONE);
    }

    /**
     * Whether the person has done just this a moment ago: sending them again would go round in
     * circles.
     */
    public boolean justDone(Login login, Instant now) {
        return Arrays.asList(acr.split(" ")).contains(login.acr())
                && login.signedInAt().isAfter(now.minus(JUST_NOW));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
