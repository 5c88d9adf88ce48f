package de.foerderkreis.finance.access;

import de.foerderkreis.platform.problem.Problem;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Sentences for pages in the reader's language. */
public interface Texts {

    /** The text of a key, with its arguments filled in. */
    String say(String key, Object... args);

    /**
     * What a form page shows beside its fields.
     *
     * @param fields turns the path of a field into the name of its input
     * @return sentence by input name; the empty name is the form as a whole
     */
    Map<String, String> errors(Problem problem, UnaryOperator<String> fields);

    /** The same where inputs are named like the fields. */
    default Map<String, String> errors(Problem problem) {
        return errors(problem, UnaryOperator.identity());
    }
}
