package de.foerderkreis.portal.sample;

import de.foerderkreis.portal.Crumb;
import de.foerderkreis.portal.Formats;
import de.foerderkreis.portal.chart.BarChart;
import de.foerderkreis.portal.chart.StackedBar;
import de.foerderkreis.portal.chart.StackedBar.Tone;
import de.foerderkreis.portal.chart.Timeline;
import de.foerderkreis.portal.chart.Timeline.Kind;
import de.foerderkreis.portal.chart.Timeline.Precision;
import de.foerderkreis.portal.chart.Waterfall;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class SampleController {

    @GetMapping("/vorhaben/{page}")
    String page(@PathVariable String page, Model model) {
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("Vorhaben", "/vorhaben"),
                        Crumb.here("Kommunales Integrationszentrum")));
        if (page.equals("formular")) {
            var errors = new LinkedHashMap<String, String>();
            errors.put("amount", "Geben Sie einen Betrag wie 80.000,00 ein.");
            errors.put("position", "Wählen Sie eine Position.");
            errors.put("title", "Geben Sie einen Titel an.");
            model.addAttribute("errors", errors);
        }
        model.addAttribute(
                "positions",
                options(
                        "Zustimmung",
                        "Zustimmung mit Hinweisen",
                        "Enthaltung",
                        "Ablehnung",
                        "keine Äußerung"));
        model.addAttribute("facts", Map.of("Aktenzeichen", "50.2-KI-2012"));
        if (page.equals("vorhaben")) {
            charts(model);
            model.addAttribute("saved", "Die Frist wurde gespeichert.");
        }
        return "sample/" + page;
    }

    private static void charts(Model model) {
        var names =
                List.of(
                        "Troisdorf",
                        "Sankt Augustin",
                        "Siegburg",
                        "Hennef (Sieg)",
                        "Königswinter",
                        "Neunkirchen-Seelscheid",
                        "Ruppichteroth");
        var bars =
                BarChart.titled("Anteile der Kommunen")
                        .described(
                                "Der größte Anteil ist der von Troisdorf mit 12.025,08 €, der kleinste der von Ruppichteroth.");
        var rows = new ArrayList<Row>();
        var formats = new Formats(() -> Instant.parse("2014-02-25T08:00:00Z"));
        var share = 1_202_508L;
        for (var name : names) {
            var own = name.equals("Siegburg");
            rows.add(
                    new Row(
                            name,
                            share * 8_000,
                            share,
                            own,
                            own ? "eingegangen" : "zugestellt",
                            own ? "success" : "neutral"));
            if (own) {
                bars.ownBar(name, share, formats.money(share));
            } else {
                bars.bar(name, share, formats.money(share));
            }
            share = share * 3 / 4;
        }
        model.addAttribute("rows", rows);
        model.addAttribute("bars", bars.svg());
        model.addAttribute(
                "stacked",
                StackedBar.titled("Positionen")
                        .described(
                                "12 von 19 Kommunen lehnen ab, eine stimmt zu, sechs haben nicht geantwortet.")
                        .row("nach Kommunen")
                        .part("zustimmend", 1, "1", Tone.FOR)
                        .part("mit Hinweisen", 2, "2", Tone.FOR_WITH_CONDITIONS)
                        .part("ablehnend", 9, "9", Tone.AGAINST)
                        .part("Enthaltung", 1, "1", Tone.NEUTRAL)
                        .part("noch offen", 6, "6", Tone.OPEN)
                        .row("nach Einwohnern")
                        .part("zustimmend", 40_000, "7 %", Tone.FOR)
                        .part("mit Hinweisen", 60_000, "10 %", Tone.FOR_WITH_CONDITIONS)
                        .part("ablehnend", 300_000, "52 %", Tone.AGAINST)
                        .part("Enthaltung", 30_000, "5 %", Tone.NEUTRAL)
                        .part("noch offen", 150_000, "26 %", Tone.OPEN)
                        .svg());
        model.addAttribute(
                "waterfall",
                Waterfall.titled("Vom Brutto zum Netto")
                        .described("Von 250.000 € bleiben nach Förderung und Einsparung 80.000 €.")
                        .total("Gesamtkosten", 25_000_000, "250.000 €")
                        .minus("Förderung", 12_000_000, "−120.000 €")
                        .minus("Einsparung", 5_000_000, "−50.000 €")
                        .result("Umlage", 8_000_000, "80.000 €")
                        .svg());
        model.addAttribute(
                "timeline",
                Timeline.titled("Verlauf")
                        .described("Vom Antrag 2012 bis zur Evaluation 2015.")
                        .today(LocalDate.of(2014, 2, 25))
                        .event(LocalDate.of(2012, 10, 2), "Antrag im Kreistag", Kind.PAST)
                        .event(LocalDate.of(2012, 12, 13), "Beschluss des Kreistages", Kind.PAST)
                        .event(LocalDate.of(2013, 6, 4), "Eckpunkte", Kind.PAST)
                        .event(LocalDate.of(2014, 2, 17), "Beteiligung begonnen", Kind.PAST)
                        .event(LocalDate.of(2014, 3, 4), "Frist der Kommunen", Kind.DEADLINE)
                        .event(
                                LocalDate.of(2014, 4, 1),
                                "Antrag Stufe 1",
                                Precision.MONTH,
                                Kind.MILESTONE)
                        .event(
                                LocalDate.of(2014, 5, 1),
                                "Beschluss Kreistag",
                                Precision.QUARTER,
                                Kind.MILESTONE)
                        .event(
                                LocalDate.of(2014, 10, 1),
                                "Start",
                                Precision.QUARTER,
                                Kind.MILESTONE)
                        .event(LocalDate.of(2015, 1, 1), "Evaluation", Precision.YEAR, Kind.PLANNED)
                        .svg());
    }

    public record Row(String name, long base, long share, boolean own, String state, String tone) {}

    @GetMapping("/problem/{status}")
    ModelAndView problem(@PathVariable int status) {
        var problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.valueOf(status), "Bitte prüfen Sie Datum & Betrag.");
        problem.setTitle(null);
        problem.setProperty(
                "errors",
                List.of(
                        Map.of(
                                "field",
                                "dueOn",
                                "message",
                                "Das Datum liegt in der Vergangenheit.")));
        problem.setProperty("traceId", "4bf92f3577b34da6");
        var view = new ModelAndView("portal/problem", Map.of("problem", problem));
        view.setStatus(HttpStatus.valueOf(status));
        return view;
    }

    @GetMapping("/einzeln")
    ModelAndView parts() {
        return new ModelAndView(
                "portal/problem",
                Map.of(
                        "status",
                        404,
                        "title",
                        "Dieses Vorhaben gibt es nicht",
                        "detail",
                        "",
                        "errors",
                        List.of(),
                        "properties",
                        Map.of("traceId", "abc123")));
    }

    @PostMapping("/speichern")
    String save(RedirectAttributes redirect) {
        redirect.addFlashAttribute("saved", "Frist „04.03.2014“ & mehr: gespeichert; 100 % <ok>");
        return "redirect:/vorhaben/abgeben?after=1";
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
