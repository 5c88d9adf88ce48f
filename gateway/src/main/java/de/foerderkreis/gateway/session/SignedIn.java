package de.foerderkreis.gateway.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * A browser whose session holds a login. The gateway grants nothing by role: that is the services'
 * business.
 */
final class SignedIn extends AbstractAuthenticationToken {

    private final transient Login login;

    SignedIn(Login login) {
        super(List.of());
        this.login = login;
        setAuthenticated(true);
    }

    Login login() {
        return login;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return login.subject();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn signedIn && signedIn.login.equals(login);
    }

    @Override
    public int hashCode() {
        return login.hashCode();
    }
}
