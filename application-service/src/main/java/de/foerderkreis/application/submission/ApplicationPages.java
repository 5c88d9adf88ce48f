package de.foerderkreis.application.submission;

import de.foerderkreis.application.access.Access;
import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.fundingcase.FundingCase;
import de.foerderkreis.application.page.FormCheck;
import de.foerderkreis.application.page.FormProblems;
import de.foerderkreis.application.page.PageTexts;
import de.foerderkreis.application.programme.Programme;
import de.foerderkreis.application.programme.Programmes;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * An application as pages: where it stands, what is still to be done, and each step with its
 * consequence.
 */
@Controller
@RequestMapping("/vorhaben/{id}/antrag/{stage}")
class ApplicationPages {

    private final ApplicationViews views;
    private final Drafting drafting;
    private final SubmissionDesk submission;
    private final Correspondence correspondence;
    private final Cases cases;
    private final Programmes programmes;
    private final FormProblems problems;
    private final PageTexts texts;

    ApplicationPages(
            ApplicationViews views,
            Drafting drafting,
            SubmissionDesk submission,
            Correspondence correspondence,
            Cases cases,
            Programmes programmes,
            FormProblems problems,
            PageTexts texts) {
        this.views = views;
        this.drafting = drafting;
        this.submission = submission;
        this.correspondence = correspondence;
        this.cases = cases;
        this.programmes = programmes;
        this.problems = problems;
        this.texts = texts;
    }

    @GetMapping
    @PreAuthorize(Access.DISTRICT)
    String show(@PathVariable UUID id, @PathVariable int stage, Model model) {
        return page(id, stage, model);
    }

    @PostMapping
    @PreAuthorize(Access.CLERK)
    String draft(
            @PathVariable UUID id,
            @PathVariable int stage,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            drafting.draft(id, stage);
            redirect.addFlashAttribute("saved", texts.say("application.application.drafted"));
            return "redirect:/vorhaben/%s/antrag/%d".formatted(id, stage);
        } catch (Problem refused) {
            problems.show(refused, model, request, response);
            return page(id, stage, model);
        }
    }

    @GetMapping("/{step}")
    @PreAuthorize(Access.WITHDRAWER)
    String ask(
            @PathVariable UUID id,
            @PathVariable int stage,
            @PathVariable String step,
            Model model) {
        var application = current(id, stage);
        return stepPage(id, stage, step(step), application, model, StepForm.of(application));
    }

    @PostMapping("/{step}")
    @PreAuthorize(Access.WITHDRAWER)
    String take(
            @PathVariable UUID id,
            @PathVariable int stage,
            @PathVariable String step,
            @ModelAttribute StepForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var chosen = step(step);
        refuseUnlessAllowed(chosen);
        var application = current(id, stage);
        try {
            take(id, application, chosen, form);
            redirect.addFlashAttribute(
                    "saved", texts.say("application.step." + chosen.name() + ".done"));
            return "redirect:/vorhaben/%s/antrag/%d".formatted(id, stage);
        } catch (Problem refused) {
            problems.show(refused, model, request, response);
            if (refused.type().equals("submission-guard-failed")) {
                // The findings stand as a checklist on the page of the application.
                model.addAttribute(
                        "errors",
                        Map.of(
                                "",
                                texts.say("application.submission.open", refused.errors().size())));
                return page(id, stage, model);
            }
            return stepPage(id, stage, chosen, current(id, stage), model, form);
        }
    }

    private void take(UUID id, ApplicationView application, ApplicationStep step, StepForm form) {
        var check = new FormCheck();
        var known = form.version();
        var version = known == null ? -1 : known;
        var target = application.id();
        switch (step) {
            case SCHREIBEN -> {
                var note = check.optionalText("coverNote", form.coverNote(), 8000);
                check.done();
                drafting.write(id, target, version, note == null ? "" : note);
            }
            case PRUEFUNG -> drafting.submitForReview(id, target, version);
            case FREIGABE -> drafting.approve(id, target, version, null);
            case RUECKGABE -> {
                var reason = check.text("reason", form.reason(), 2000);
                check.done();
                drafting.sendBack(id, target, version, reason);
            }
            case ABGABE -> {
                var day = check.optionalDay("submittedOn", form.submittedOn());
                check.done();
                submission.submit(id, target, version, day);
            }
            case EINGANG -> {
                var reference = check.optionalText("reference", form.reference(), 100);
                var day = check.optionalDay("acknowledgedOn", form.acknowledgedOn());
                check.done();
                correspondence.acknowledge(id, target, version, reference, day);
            }
            case RUECKFRAGE -> {
                var question = check.text("question", form.question(), 4000);
                var received = check.optionalDay("receivedOn", form.receivedOn());
                var due = check.day("dueOn", form.dueOn());
                check.done();
                correspondence.requestInfo(id, target, version, question, received, due);
            }
            case ANTWORT -> {
                var answer = check.text("answer", form.answer(), 4000);
                var day = check.optionalDay("answeredOn", form.answeredOn());
                check.done();
                correspondence.answer(id, target, version, answer, day);
            }
            case ENTSCHEIDUNG -> {
                var outcome = check.choice("outcome", form.outcome(), Decision.class);
                var day = check.day("decidedOn", form.decidedOn());
                var reason = check.optionalText("reason", form.reason(), 2000);
                var condition = check.optionalText("condition", form.condition(), 2000);
                var due = check.optionalDay("conditionDueOn", form.conditionDueOn());
                var requirement =
                        check.optionalText("conditionRequirement", form.conditionRequirement(), 3);
                if (condition == null && outcome == Decision.APPROVED_WITH_CONDITIONS) {
                    check.wrong("condition", "conditions-missing");
                }
                if (condition != null && outcome == Decision.APPROVED) {
                    check.wrong("condition", "conditions-not-expected");
                }
                if (condition != null && requirement != null && due == null) {
                    check.wrong("conditionDueOn", "due-day-missing");
                }
                if (reason == null && outcome == Decision.REJECTED) {
                    check.wrong("reason", "reason-missing");
                }
                check.done();
                correspondence.decide(
                        id,
                        target,
                        version,
                        outcome.status,
                        day,
                        condition == null
                                ? List.of()
                                : List.of(new Condition(condition, due, requirement)),
                        reason);
            }
            case RUECKNAHME -> {
                var reason = check.text("reason", form.reason(), 2000);
                check.done();
                correspondence.withdraw(id, target, version, reason);
            }
        }
    }

    private String page(UUID id, int stage, Model model) {
        var file = cases.require(id);
        var rule = rule(file, stage);
        var application = views.latest(id, stage).orElse(null);
        var caller = Callers.require();
        model.addAttribute("crumbs", crumbs(file, stage, null));
        model.addAttribute("file", file);
        model.addAttribute("stage", stage);
        model.addAttribute("filed", application);
        model.addAttribute("title", rule.title().in(LocaleContextHolder.getLocale()));
        model.addAttribute("authority", authority(file, rule));
        model.addAttribute(
                "checks",
                application == null
                        ? views.checksOfStage(id, stage)
                        : application.status().handedIn()
                                ? List.of()
                                : views.checks(id, application.id()));
        model.addAttribute(
                "steps",
                application == null
                        ? List.of()
                        : List.of(ApplicationStep.values()).stream()
                                .filter(it -> it.possible(application.status()))
                                .filter(it -> it.allowedTo(caller, application.status()))
                                .toList());
        model.addAttribute(
                "mayDraft",
                caller.has("CLERK")
                        && (application == null || !application.status().active())
                        && rule.prerequisites().stream().allMatch(it -> approved(id, it)));
        return "application/application";
    }

    private boolean approved(UUID id, int stage) {
        return views.latest(id, stage).filter(it -> it.status().approved()).isPresent();
    }

    private String stepPage(
            UUID id,
            int stage,
            ApplicationStep step,
            ApplicationView application,
            Model model,
            StepForm form) {
        refuseUnlessAllowed(step);
        var file = cases.require(id);
        model.addAttribute("crumbs", crumbs(file, stage, step));
        model.addAttribute("file", file);
        model.addAttribute("stage", stage);
        model.addAttribute("step", step);
        model.addAttribute("filed", application);
        model.addAttribute("possible", step.possible(application.status()));
        model.addAttribute("form", form);
        model.addAttribute("authority", authority(file, rule(file, stage)));
        model.addAttribute(
                "outcomes",
                texts.options("application.application.status", List.of(Decision.values())));
        model.addAttribute("requirementCodes", requirementCodes(file));
        return "application/step";
    }

    private Map<String, String> requirementCodes(FundingCase file) {
        var codes = new LinkedHashMap<String, String>();
        var locale = LocaleContextHolder.getLocale();
        programmes
                .require(file.programmeCode())
                .requirements()
                .forEach(it -> codes.put(it.code(), it.code() + " " + it.title().in(locale)));
        return codes;
    }

    private void refuseUnlessAllowed(ApplicationStep step) {
        if (!step.allowedTo(Callers.require())) {
            throw new AccessDeniedException("This step is taken by others");
        }
    }

    private ApplicationView current(UUID id, int stage) {
        cases.require(id);
        return views.latest(id, stage).orElseThrow(() -> Problem.notFound("application"));
    }

    private Programme.Stage rule(FundingCase file, int stage) {
        return programmes
                .require(file.programmeCode())
                .stage(stage)
                .orElseThrow(() -> Problem.notFound("stage"));
    }

    private String authority(FundingCase file, Programme.Stage rule) {
        return programmes
                .require(file.programmeCode())
                .authority(rule.authority())
                .orElseThrow()
                .name()
                .in(LocaleContextHolder.getLocale());
    }

    private static ApplicationStep step(String path) {
        return ApplicationStep.of(path).orElseThrow(() -> Problem.notFound("step"));
    }

    private List<Crumb> crumbs(FundingCase file, int stage, @Nullable ApplicationStep step) {
        var here = texts.say("application.application.crumb", stage);
        return step == null
                ? texts.inCase(file.id(), file.title(), Crumb.here(here))
                : texts.inCase(
                        file.id(),
                        file.title(),
                        new Crumb(here, "/vorhaben/%s/antrag/%d".formatted(file.id(), stage)),
                        Crumb.here(texts.say("application.step." + step.name())));
    }

    /** What an authority may decide, for the form. */
    enum Decision {
        APPROVED(ApplicationStatus.APPROVED),
        APPROVED_WITH_CONDITIONS(ApplicationStatus.APPROVED_WITH_CONDITIONS),
        REJECTED(ApplicationStatus.REJECTED);

        private final ApplicationStatus status;

        Decision(ApplicationStatus status) {
            this.status = status;
        }
    }

    /** What was typed, as it was typed; a step uses the fields it shows. */
    record StepForm(
            @Nullable Long version,
            @Nullable String coverNote,
            @Nullable String reason,
            @Nullable String submittedOn,
            @Nullable String reference,
            @Nullable String acknowledgedOn,
            @Nullable String question,
            @Nullable String receivedOn,
            @Nullable String dueOn,
            @Nullable String answer,
            @Nullable String answeredOn,
            @Nullable String outcome,
            @Nullable String decidedOn,
            @Nullable String condition,
            @Nullable String conditionDueOn,
            @Nullable String conditionRequirement) {

        static StepForm of(ApplicationView it) {
            return new StepForm(
                    it.version(),
                    it.coverNote(),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "");
        }
    }
}
