package de.foerderkreis.stakeholder.municipality;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import de.foerderkreis.stakeholder.access.Access;
import de.foerderkreis.stakeholder.form.Forms;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The municipalities of the district, and the import of their table. */
@Controller
class MunicipalityPages {

    private static final String TRIAL = "trial";

    private final Municipalities municipalities;
    private final MunicipalityImport imports;
    private final ImportMessages messages;
    private final Forms forms;

    MunicipalityPages(
            Municipalities municipalities,
            MunicipalityImport imports,
            ImportMessages messages,
            Forms forms) {
        this.municipalities = municipalities;
        this.imports = imports;
        this.messages = messages;
        this.forms = forms;
    }

    @GetMapping("/kommunen")
    @PreAuthorize(Access.MEMBERS)
    String list(Model model) {
        return page(model);
    }

    @GetMapping("/kommunen/{ags}")
    @PreAuthorize(Access.MEMBERS)
    String show(@PathVariable String ags, Model model) {
        var municipality =
                municipalities.find(ags).orElseThrow(() -> Problem.notFound("municipality"));
        model.addAttribute("municipality", municipality);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(forms.text("stakeholder.municipalities.title"), "/kommunen"),
                        Crumb.here(municipality.name())));
        return "stakeholder/municipality";
    }

    /** The trial button shows what would happen; the other one does it. */
    @PostMapping("/kommunen/einlesen")
    @PreAuthorize(Access.MASTER_DATA)
    String upload(
            @RequestPart(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(name = "act", defaultValue = TRIAL) String act,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        if (file == null || file.isEmpty()) {
            model.addAttribute("errors", Map.of("file", forms.text("stakeholder.form.file")));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model);
        }
        var report = imports.run(file.getBytes(), act.equals(TRIAL));
        if (!report.clean()) {
            model.addAttribute(
                    "errors",
                    Map.of(
                            "file",
                            forms.text("stakeholder.import.refused", report.errors().size())));
            model.addAttribute("rowErrors", messages.of(report.errors()));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model);
        }
        if (report.dryRun()) {
            model.addAttribute("report", report);
            return page(model);
        }
        redirect.addFlashAttribute(
                "saved",
                forms.text(
                        "stakeholder.import.done",
                        report.created(),
                        report.updated(),
                        report.unchanged()));
        return "redirect:/kommunen";
    }

    private String page(Model model) {
        var caller = Callers.require();
        model.addAttribute(
                "crumbs", List.of(Crumb.here(forms.text("stakeholder.municipalities.title"))));
        model.addAttribute("municipalities", municipalities.all());
        model.addAttribute("mayImport", caller.has("CLERK") || caller.has("ADMIN"));
        model.addAttribute("own", caller.organisation());
        return "stakeholder/municipalities";
    }
}
