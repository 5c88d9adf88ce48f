package de.foerderkreis.application.oldfile;

import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.fundingcase.DocumentShelf;
import de.foerderkreis.application.page.PageTexts;
import de.foerderkreis.portal.Crumb;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page shows whatever was done on it. */
@Component
class OldFileView {

    private final Cases cases;
    private final DocumentShelf documents;
    private final PageTexts texts;

    OldFileView(Cases cases, DocumentShelf documents, PageTexts texts) {
        this.cases = cases;
        this.documents = documents;
        this.texts = texts;
    }

    String show(UUID id, Model model) {
        var file = cases.require(id);
        model.addAttribute(
                "crumbs",
                texts.inCase(
                        id,
                        file.title(),
                        new Crumb(
                                texts.say("application.council.title"),
                                "/vorhaben/%s/gremien".formatted(id)),
                        Crumb.here(texts.say("application.oldfile.title"))));
        model.addAttribute("file", file);
        model.addAttribute("documents", documents.of(id));
        model.addAttribute("columns", OldFileHelp.columns());
        return "application/old-file";
    }
}
