package de.foerderkreis.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Guards an act that binds or pays: the person has to have signed in with a second factor a short
 * while ago (RFC 9470). Stands on a public method of a use case or on a controller method; the role
 * is asked before, the object after it.
 *
 * <p>Otherwise the service answers 401 with {@code WWW-Authenticate: Bearer
 * error="insufficient_user_authentication", acr_values="2", max_age="300"} and a problem of type
 * {@code urn:foerderkreis:problem:second-factor-required}; the gateway sends a browser to the
 * identity provider and keeps the form. Pages need not handle it: it passes by whatever catches
 * problems to show a form again. A client's own token never has a second factor.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface FreshSecondFactor {

    /** How many seconds of system time the sign-in may lie back, at least 1. */
    int maxAge() default 300;
}
