package de.foerderkreis.finance.levybase;

import de.foerderkreis.finance.access.DistrictReads;
import de.foerderkreis.finance.access.Texts;
import de.foerderkreis.finance.apportionment.Rate;
import de.foerderkreis.finance.levybase.LevyBaseImport.ImportFile;
import de.foerderkreis.finance.levybase.LevyBaseImport.Report;
import de.foerderkreis.finance.levybase.LevyBases.LevyRate;
import de.foerderkreis.finance.spreadsheet.RowTexts;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.problem.FieldError;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Levy bases and rates as pages: look, import, publish. */
@Controller
@RequestMapping("/finanzen/umlagegrundlagen")
class LevyBasePages {

    private static final String HERE = "/finanzen/umlagegrundlagen";

    private final LevyBases bases;
    private final LevyBaseImport imports;
    private final LevyBasePublication publication;
    private final LevyRateEntry rates;
    private final RowTexts rowTexts;
    private final Texts texts;
    private final BusinessClock clock;

    LevyBasePages(
            LevyBases bases,
            LevyBaseImport imports,
            LevyBasePublication publication,
            LevyRateEntry rates,
            RowTexts rowTexts,
            Texts texts,
            BusinessClock clock) {
        this.bases = bases;
        this.imports = imports;
        this.publication = publication;
        this.rates = rates;
        this.rowTexts = rowTexts;
        this.texts = texts;
        this.clock = clock;
    }

    @DistrictReads
    @GetMapping
    String list(Model model) {
        return page(model, String.valueOf(clock.today().getYear()), "");
    }

    @DistrictReads
    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        LevyBase base = bases.require(id);
        model.addAttribute("base", base);
        model.addAttribute(
                "components",
                base.entries().isEmpty()
                        ? List.of()
                        : List.copyOf(base.entries().getFirst().components().keySet()));
        model.addAttribute("mayPublish", mayEdit() && !base.published());
        model.addAttribute("version", Map.of("version", base.version(), "confirmed", true));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(texts.say("finance.title"), "/finanzen"),
                        new Crumb(texts.say("finance.bases.title"), HERE),
                        Crumb.here(base.year() + " · " + statusText(base.status()))));
        return "finance/levybase";
    }

    @PreAuthorize("hasRole('TREASURER')")
    @PostMapping
    String load(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "check") String action,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        boolean dryRun = !action.equals("load");
        var errors = new ArrayList<FieldError>();
        var wantedStatus =
                Arrays.stream(LevyBase.Status.values())
                        .filter(it -> it.name().equals(status))
                        .findFirst();
        if (!year.matches("\\d{4}")) {
            errors.add(FieldError.of("year", "levy-year-out-of-range"));
        }
        if (wantedStatus.isEmpty()) {
            errors.add(FieldError.of("status", "levy-status-unknown"));
        }
        if (file == null || file.isEmpty()) {
            errors.add(FieldError.of("file", "levy-file-missing"));
        }
        try {
            if (!errors.isEmpty() || file == null) {
                throw Problem.invalid(errors);
            }
            String name = Optional.ofNullable(file.getOriginalFilename()).orElse("upload.csv");
            Report report =
                    imports.run(
                            new ImportFile(
                                    file.getBytes(),
                                    name,
                                    Integer.parseInt(year),
                                    wantedStatus.orElseThrow(),
                                    null,
                                    dryRun));
            if (report.baseId() != null) {
                redirect.addFlashAttribute(
                        "saved",
                        texts.say(
                                report.created() ? "finance.bases.imported" : "finance.bases.same",
                                report.rows()));
                return "redirect:" + HERE + "/" + report.baseId();
            }
            if (!report.errors().isEmpty() && !dryRun) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            }
            model.addAttribute("report", report);
            model.addAttribute("rowErrors", rowTexts.of(report.errors(), locale));
            model.addAttribute("filename", name);
        } catch (Problem problem) {
            response.setStatus(problem.status().value());
            model.addAttribute("errors", texts.errors(problem));
        }
        return page(model, year, status);
    }

    @PreAuthorize("hasRole('TREASURER')")
    @PostMapping("/{id}/veroeffentlichung")
    String publish(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            if (!confirmed) {
                throw Problem.invalid("confirmed", "levy-confirmation-missing");
            }
            publication.publish(id, version);
            redirect.addFlashAttribute("saved", texts.say("finance.bases.published"));
            return "redirect:" + HERE + "/" + id;
        } catch (Problem problem) {
            if (problem.status() == HttpStatus.NOT_FOUND) {
                throw problem;
            }
            response.setStatus(problem.status().value());
            model.addAttribute("errors", texts.errors(problem, _ -> ""));
            return show(id, model);
        }
    }

    @PreAuthorize("hasRole('TREASURER')")
    @PostMapping("/satz")
    String enterRate(
            @RequestParam(defaultValue = "") String rateYear,
            @RequestParam(defaultValue = "") String rate,
            @RequestParam(defaultValue = "") String source,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var errors = new ArrayList<FieldError>();
        var read = Rate.parse(rate);
        if (!rateYear.matches("(19|20)\\d\\d")) {
            errors.add(FieldError.of("rateYear", "levy-year-out-of-range"));
        }
        if (read.isEmpty()) {
            errors.add(FieldError.of("rate", "levy-rate-malformed"));
        }
        if (source.isBlank() || source.length() > 300) {
            errors.add(FieldError.of("source", "levy-rate-source-missing"));
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("errors", texts.errors(Problem.invalid(errors)));
            model.addAttribute(
                    "typedRate", Map.of("year", rateYear, "rate", rate, "source", source));
            return page(model, String.valueOf(clock.today().getYear()), "");
        }
        int year = Integer.parseInt(rateYear);
        long seen = bases.rateOf(year).map(LevyRate::version).orElse(0L);
        rates.enter(new LevyRate(year, read.orElseThrow(), source.strip(), seen));
        redirect.addFlashAttribute("saved", texts.say("finance.rates.saved", rateYear));
        return "redirect:" + HERE;
    }

    private String page(Model model, String year, String status) {
        var all = bases.all();
        int latest = clock.today().getYear();
        model.addAttribute("bases", all);
        model.addAttribute("mayEdit", mayEdit());
        model.addAttribute("year", year);
        model.addAttribute("status", status);
        model.addAttribute("statuses", statuses());
        if (!model.containsAttribute("typedRate")) {
            model.addAttribute("typedRate", Map.of("year", "", "rate", "", "source", ""));
        }
        model.addAttribute(
                "rates",
                IntStream.rangeClosed(latest - 2, latest + 4)
                        .boxed()
                        .flatMap(it -> bases.rateOf(it).stream())
                        // Nobody in the demo's 2014 can know what was published in 2018.
                        .filter(it -> it.version() > 0 || it.year() <= latest)
                        .toList());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(texts.say("finance.title"), "/finanzen"),
                        Crumb.here(texts.say("finance.bases.title"))));
        return "finance/levybases";
    }

    private static boolean mayEdit() {
        return Callers.require().has("TREASURER");
    }

    private Map<String, String> statuses() {
        return Arrays.stream(LevyBase.Status.values())
                .collect(
                        Collectors.toMap(
                                LevyBase.Status::name,
                                this::statusText,
                                (first, _) -> first,
                                LinkedHashMap::new));
    }

    private String statusText(LevyBase.Status status) {
        return texts.say("finance.base.status." + status.name());
    }
}
