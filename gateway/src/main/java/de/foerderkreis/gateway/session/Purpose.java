package de.foerderkreis.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a trip to the identity provider is for.
 *
 * @param organisation key of the one organisation the token shall name, empty for none
 * @param acr level of authentication that must be reached, empty for any; several separated by
 *     spaces
 * @param maxAge seconds the sign-in may lie back, 0 for any time
 * @param subject who has to come back, empty for anybody
 */
record Purpose(Step step, String organisation, String acr, int maxAge, String subject) {

    private static final String ATTRIBUTE = Purpose.class.getName();

    /** To learn who it is and for whom they may work. */
    static final Purpose PERSON = new Purpose(Step.PERSON, "", "", 0, "");

    Purpose {
        step = Objects.requireNonNullElse(step, Step.PERSON);
        organisation = Objects.requireNonNullElse(organisation, "");
        acr = Objects.requireNonNullElse(acr, "");
        subject = Objects.requireNonNullElse(subject, "");
    }

    /** To work for this organisation; nobody is asked for a password again. */
    static Purpose work(String organisation, String subject) {
        return new Purpose(Step.WORK, organisation, "", 0, subject);
    }

    /** To prove once more who it is. */
    static Purpose proof(Login login, String acr, int maxAge) {
        return new Purpose(Step.PROOF, login.organisation(), acr, maxAge, login.subject());
    }

    static Purpose of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Purpose purpose ? purpose : PERSON;
    }

    void rememberIn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    boolean concerns(@Nullable String person) {
        return subject.isEmpty() || subject.equals(person);
    }

    /** The three kinds of trips. */
    enum Step {
        PERSON,
        WORK,
        PROOF
    }
}
