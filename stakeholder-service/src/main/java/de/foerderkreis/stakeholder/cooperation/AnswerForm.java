package de.foerderkreis.stakeholder.cooperation;

import de.foerderkreis.stakeholder.form.FormInput;
import de.foerderkreis.stakeholder.form.Forms;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The few fields in which a partner answers, behind a link or signed in. */
final class AnswerForm {

    private static final String CONFIRM = "confirm";
    private static final String DECLINE = "decline";

    private AnswerForm() {}

    static Map<String, String> options(Forms forms) {
        var options = new LinkedHashMap<String, String>();
        options.put(CONFIRM, forms.text("stakeholder.link.confirm"));
        options.put(DECLINE, forms.text("stakeholder.link.decline"));
        return options;
    }

    static Optional<Answer.Typed> read(FormInput form) {
        var answer = form.get("answer");
        if (!answer.equals(CONFIRM) && !answer.equals(DECLINE)) {
            form.reject("answer", "stakeholder.form.choice");
        }
        var function = form.required("function", 200);
        var note = form.optional("note", 2000);
        return form.clean()
                ? Optional.of(new Answer.Typed(answer.equals(CONFIRM), function, note))
                : Optional.empty();
    }
}
