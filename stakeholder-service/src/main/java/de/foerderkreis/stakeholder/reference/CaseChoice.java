package de.foerderkreis.stakeholder.reference;

import de.foerderkreis.stakeholder.form.FormInput;
import de.foerderkreis.stakeholder.form.Forms;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The field of a form in which a case is chosen. */
@Component
public class CaseChoice {

    private static final String FIELD = "caseId";

    private final Cases cases;
    private final Forms forms;

    CaseChoice(Cases cases, Forms forms) {
        this.cases = cases;
        this.forms = forms;
    }

    /** The chosen case; none is noted in the form as missing. */
    public Optional<UUID> required(FormInput form) {
        var chosen = read(form.get(FIELD));
        if (chosen.isEmpty()) {
            form.reject(FIELD, "stakeholder.form.choice");
        }
        return chosen;
    }

    /** A case named in an address, if it is one. */
    public Optional<UUID> read(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    /** A case opened a moment ago may not have told its name yet; it can be chosen nevertheless. */
    public Map<String, String> options(String chosen) {
        var options = new LinkedHashMap<String, String>();
        cases.all().forEach(it -> options.put(it.id().toString(), it.title()));
        read(chosen)
                .ifPresent(id ->
                        options.putIfAbsent(
                                id.toString(), forms.text("stakeholder.round-new.this-case")));
        return options;
    }

    /** What a page starts with: the case of the address, else the only one there is. */
    public String preset(String address) {
        var all = cases.all();
        return address.isEmpty() && all.size() == 1 ? all.getFirst().id().toString() : address;
    }

    /** The case's title, or a word for one that has not told it yet. */
    public String title(UUID id) {
        return cases.find(id)
                .map(Cases.NamedCase::title)
                .orElseGet(() -> forms.text("stakeholder.round-new.this-case"));
    }
}
