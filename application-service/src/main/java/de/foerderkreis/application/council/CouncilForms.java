package de.foerderkreis.application.council;

import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.fundingcase.DocumentShelf;
import de.foerderkreis.application.page.PageTexts;
import de.foerderkreis.portal.Crumb;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.multipart.MultipartFile;

/** What the forms under {@code /gremien} share. */
@Component
class CouncilForms {

    private final Cases cases;
    private final DocumentShelf documents;
    private final PageTexts texts;

    CouncilForms(Cases cases, DocumentShelf documents, PageTexts texts) {
        this.cases = cases;
        this.documents = documents;
        this.texts = texts;
    }

    /** The page of a form, with its way back. */
    String show(UUID id, String what, Object form, Model model) {
        var file = cases.require(id);
        model.addAttribute(
                "crumbs",
                texts.inCase(
                        id,
                        file.title(),
                        new Crumb(
                                texts.say("application.council.title"),
                                "/vorhaben/%s/gremien".formatted(id)),
                        Crumb.here(texts.say("application.%s.title".formatted(what)))));
        model.addAttribute("file", file);
        model.addAttribute("form", form);
        return "application/" + what;
    }

    /**
     * Stores an uploaded file first and gives its hash, so that a form sent back need not upload it
     * again.
     */
    @Nullable String upload(UUID id, @Nullable MultipartFile file, @Nullable String kept)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return kept == null || kept.isBlank() ? null : kept;
        }
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return documents.add(id, file.getBytes(), name).sha256();
    }

    static String home(UUID id) {
        return "redirect:/vorhaben/%s/gremien".formatted(id);
    }
}
