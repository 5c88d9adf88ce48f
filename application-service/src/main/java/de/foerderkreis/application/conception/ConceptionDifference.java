package de.foerderkreis.application.conception;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What changed between two versions, section by section (domain 2.16). */
@Component
class ConceptionDifference {

    private final ConceptionShelf shelf;

    ConceptionDifference(ConceptionShelf shelf) {
        this.shelf = shelf;
    }

    /** Sections in the order of the later version; both versions have those of one template. */
    List<Section> between(UUID caseId, int from, int to) {
        var before = shelf.version(caseId, from).content();
        return shelf.version(caseId, to).content().sections().stream()
                .map(it -> {
                    var text =
                            before.sections().stream()
                                    .filter(other -> other.code().equals(it.code()))
                                    .map(FrozenConception.Section::text)
                                    .findFirst()
                                    .orElse("");
                    return new Section(
                            it.code(),
                            it.title(),
                            !text.equals(it.text()),
                            WordDiff.of(text, it.text()));
                })
                .toList();
    }

    /** A section and its changed words. */
    record Section(String code, String title, boolean changed, List<WordDiff.Run> runs) {}
}
