package de.foerderkreis.application.milestone;

import de.foerderkreis.application.access.Access;
import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.page.FormCheck;
import de.foerderkreis.application.page.FormProblems;
import de.foerderkreis.application.page.PageTexts;
import de.foerderkreis.application.programme.Timespan;
import de.foerderkreis.application.programme.Timespan.Precision;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One milestone as a page, with the form that moves, completes or drops it. */
@Controller
@RequestMapping("/vorhaben/{id}/zeitplan/{code}")
class MilestonePages {

    private final MilestoneBook book;
    private final Cases cases;
    private final FormProblems problems;
    private final PageTexts texts;
    private final BusinessClock clock;

    MilestonePages(
            MilestoneBook book,
            Cases cases,
            FormProblems problems,
            PageTexts texts,
            BusinessClock clock) {
        this.book = book;
        this.cases = cases;
        this.problems = problems;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize(Access.DISTRICT)
    String one(@PathVariable UUID id, @PathVariable String code, Model model) {
        var it = book.one(id, code);
        return page(
                id,
                it,
                model,
                new MilestoneForm(
                        it.version(),
                        "",
                        SpanForm.of(it.planned()),
                        SpanForm.of(it.forecast()),
                        SpanForm.today(clock.today()),
                        Objects.toString(it.reason(), "")));
    }

    @PostMapping
    @PreAuthorize(Access.LEAD_UNIT)
    String change(
            @PathVariable UUID id,
            @PathVariable String code,
            @ModelAttribute MilestoneForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            var check = new FormCheck();
            var act = check.choice("act", form.act(), Act.class);
            var reason = check.optionalText("reason", form.reason(), 500);
            var planned = act == Act.MOVE ? span("planned", form.planned(), true, check) : null;
            var forecast = act == Act.MOVE ? span("forecast", form.forecast(), false, check) : null;
            var actual = act == Act.COMPLETE ? span("actual", form.actual(), true, check) : null;
            check.done();
            var version = form.version() == null ? -1 : form.version();
            if (planned != null) {
                book.replan(id, code, version, planned, forecast, reason);
            } else if (actual != null) {
                book.complete(id, code, version, actual);
            } else {
                book.drop(id, code, version, reason);
            }
            redirect.addFlashAttribute("saved", texts.say("application.milestone.saved", code));
            return "redirect:/vorhaben/%s/zeitplan".formatted(id);
        } catch (Problem refused) {
            problems.show(refused, model, request, response);
            return page(id, book.one(id, code), model, form);
        }
    }

    private static @Nullable Timespan span(
            String field, SpanForm typed, boolean needed, FormCheck check) {
        if (needed && (typed.precision() == null || typed.precision().isBlank())) {
            check.wrong(field + ".precision", "choice-missing");
            return null;
        }
        return typed.read(field, check);
    }

    private String page(UUID id, Timetable.Step it, Model model, MilestoneForm form) {
        var file = cases.require(id);
        var caller = Callers.require();
        var acts = new ArrayList<>(List.of(Act.values()));
        if (!it.blockedBy().isEmpty()) {
            acts.remove(Act.COMPLETE);
        }
        model.addAttribute(
                "crumbs",
                texts.inCase(
                        id,
                        file.title(),
                        new Crumb(
                                texts.say("application.timetable.title"),
                                "/vorhaben/%s/zeitplan".formatted(id)),
                        Crumb.here(it.code())));
        model.addAttribute("file", file);
        model.addAttribute("it", it);
        model.addAttribute("form", form);
        model.addAttribute(
                "precisions", texts.options("application.span", List.of(Precision.values())));
        model.addAttribute(
                "ends", texts.options("application.span.end", List.of(SpanForm.End.values())));
        model.addAttribute("months", months());
        model.addAttribute("quarters", quarters());
        model.addAttribute("acts", texts.options("application.milestone.act", acts));
        model.addAttribute(
                "mayEdit", !it.status().settled() && (caller.has("CLERK") || caller.has("HEAD")));
        return "application/milestone";
    }

    private static Map<String, String> months() {
        var months = new LinkedHashMap<String, String>();
        for (var month : Month.values()) {
            months.put(
                    Integer.toString(month.getValue()),
                    month.getDisplayName(
                            TextStyle.FULL_STANDALONE, LocaleContextHolder.getLocale()));
        }
        return months;
    }

    private Map<String, String> quarters() {
        var quarters = new LinkedHashMap<String, String>();
        for (var no = 1; no <= 4; no++) {
            quarters.put(Integer.toString(no), texts.say("application.span.quarter.of", no));
        }
        return quarters;
    }

    /** What a person does with a milestone. */
    enum Act {
        COMPLETE,
        MOVE,
        DROP
    }

    /** What was typed, as it was typed. */
    record MilestoneForm(
            @Nullable Long version,
            @Nullable String act,
            SpanForm planned,
            SpanForm forecast,
            SpanForm actual,
            @Nullable String reason) {

        MilestoneForm(
                @Nullable Long version,
                @Nullable String act,
                @Nullable SpanForm planned,
                @Nullable SpanForm forecast,
                @Nullable SpanForm actual,
                @Nullable String reason) {
            this.version = version;
            this.act = act;
            this.planned = Objects.requireNonNullElse(planned, SpanForm.EMPTY);
            this.forecast = Objects.requireNonNullElse(forecast, SpanForm.EMPTY);
            this.actual = Objects.requireNonNullElse(actual, SpanForm.EMPTY);
            this.reason = reason;
        }
    }
}
