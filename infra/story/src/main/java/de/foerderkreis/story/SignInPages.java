package de.foerderkreis.story;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills in Keycloak's pages as a person would: name, then password, then a confirmation code. */
final class SignInPages {

    private static final String ID = "id=\"(?:kc-form-login|kc-otp-login-form)\"";
    private static final String ACTION = "action=\"([^\"]+)\"";
    private static final Pattern FORM =
            Pattern.compile(
                    "<form[^>]*" + ID + "[^>]*" + ACTION + "|<form[^>]*" + ACTION + "[^>]*" + ID,
                    Pattern.DOTALL);

    private final String user;
    private final String password;
    private final @Nullable OneTimeCodes codes;

    SignInPages(String user, String password, @Nullable String codeSecret) {
        this.user = user;
        this.password = password;
        this.codes = codeSecret == null ? null : new OneTimeCodes(user, codeSecret);
    }

    boolean knowsCodes() {
        return codes != null;
    }

    /** Whether this page wants to know who it is. */
    static boolean asks(PortalClient.Answer page) {
        return FORM.matcher(page.body()).find();
    }

    static boolean asksForCode(PortalClient.Answer page) {
        return asks(page) && page.body().contains("kc-otp-login-form");
    }

    /** Where the page's form goes. */
    static URI action(PortalClient.Answer page) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new IllegalStateException("No form to sign in with at " + page.uri());
        }
        var action = form.group(1) == null ? form.group(2) : form.group(1);
        return page.uri().resolve(action.replace("&amp;", "&"));
    }

    /**
     * What this person writes into the page's form.
     *
     * @throws IllegalStateException if a code is asked for and there is none
     */
    Map<String, String> fields(PortalClient.Answer page) {
        var fields = new LinkedHashMap<String, String>();
        if (asksForCode(page)) {
            if (codes == null) {
                throw new IllegalStateException(user + " has no confirmation codes");
            }
            fields.put("otp", codes.next());
            return fields;
        }
        fields.put("username", user);
        if (page.body().contains("name=\"password\"")) {
            fields.put("password", password);
        }
        return fields;
    }
}
