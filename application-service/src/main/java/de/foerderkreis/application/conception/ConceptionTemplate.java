package de.foerderkreis.application.conception;

import de.foerderkreis.application.programme.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a conception under a programme is made of.
 *
 * @param programme code of the programme
 * @param sections in the order of the document
 */
record ConceptionTemplate(String programme, Text title, List<Section> sections) {

    /**
     * A section.
     *
     * @param starter text a new conception starts with
     * @param revision what is added when the conception is revised after the round, absent for none
     */
    record Section(String code, Text title, String starter, @Nullable String revision) {}

    Optional<Section> section(String code) {
        return sections.stream().filter(it -> it.code().equals(code)).findFirst();
    }
}
