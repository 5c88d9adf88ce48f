package de.foerderkreis.portal.sample;

import de.foerderkreis.portal.Crumb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

@Controller
class SampleController {

    @GetMapping("/vorhaben/{page}")
    String page(@PathVariable String page, Model model) {
        model.addAttribute("crumbs", List.of(new Crumb("Vorhaben", "/vorhaben"), Crumb.here("Kommunales Integrationszentrum")));
        if (page.equals("formular")) {
            var errors = new LinkedHashMap<String, String>();
            errors.put("amount", "Geben Sie einen Betrag wie 80.000,00 ein.");
            errors.put("position", "Wählen Sie eine Position.");
            errors.put("title", "Geben Sie einen Titel an.");
            model.addAttribute("errors", errors);
        }
        model.addAttribute("positions", options("Zustimmung", "Zustimmung mit Hinweisen", "Enthaltung", "Ablehnung", "keine Äußerung"));
        model.addAttribute("facts", Map.of("Aktenzeichen", "50.2-KI-2012"));
        return "sample/" + page;
    }

    @GetMapping("/problem/{status}")
    ModelAndView problem(@PathVariable int status) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), "Bitte prüfen Sie Datum & Betrag.");
        problem.setTitle(null);
        problem.setProperty("errors", List.of(Map.of("field", "dueOn", "message", "Das Datum liegt in der Vergangenheit.")));
        problem.setProperty("traceId", "4bf92f3577b34da6");
        var view = new ModelAndView("portal/problem", Map.of("problem", problem));
        view.setStatus(HttpStatus.valueOf(status));
        return view;
    }

    @GetMapping("/kaputt")
    String broken() {
        throw new IllegalStateException("boom");
    }

    static Map<String, String> options(String... labels) {
        var options = new LinkedHashMap<String, String>();
        for (var label : labels) {
            options.put(label.toUpperCase().replace(' ', '_'), label);
        }
        return options;
    }
}
