package de.foerderkreis.application.ruling;

import de.foerderkreis.application.access.Access;
import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.page.FormCheck;
import de.foerderkreis.application.page.FormProblems;
import de.foerderkreis.application.page.PageTexts;
import de.foerderkreis.application.programme.Programmes;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
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

/** The rulings of a case as a page, with the form that records one or answers an open one. */
@Controller
@RequestMapping("/vorhaben/{id}/festlegungen")
class RulingPages {

    private static final RulingForm BLANK = new RulingForm(null, "", "", "", "", "", "", "", "");

    private final RulingBook book;
    private final Cases cases;
    private final Programmes programmes;
    private final FormProblems problems;
    private final PageTexts texts;

    RulingPages(
            RulingBook book,
            Cases cases,
            Programmes programmes,
            FormProblems problems,
            PageTexts texts) {
        this.book = book;
        this.cases = cases;
        this.programmes = programmes;
        this.problems = problems;
        this.texts = texts;
    }

    @GetMapping
    @PreAuthorize(Access.DISTRICT)
    String list(@PathVariable UUID id, Model model) {
        return page(id, model, null, BLANK);
    }

    @PostMapping
    @PreAuthorize(Access.LEAD_UNIT)
    String record(
            @PathVariable UUID id,
            @ModelAttribute RulingForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            var check = new FormCheck();
            var authority = check.text("authority", form.authority(), 40);
            var question = check.text("question", form.question(), 2000);
            var answer = answer(form, check);
            check.done();
            book.record(id, authority, question, answer);
            redirect.addFlashAttribute("saved", texts.say("application.ruling.saved"));
            return "redirect:/vorhaben/%s/festlegungen".formatted(id);
        } catch (Problem refused) {
            problems.show(refused, model, request, response);
            return page(id, model, null, form);
        }
    }

    @GetMapping("/{ruling}")
    @PreAuthorize(Access.LEAD_UNIT)
    String one(@PathVariable UUID id, @PathVariable UUID ruling, Model model) {
        var it = book.one(id, ruling);
        var form =
                new RulingForm(it.version(), it.authority(), it.question(), "", "", "", "", "", "");
        return page(id, model, it, form);
    }

    @PostMapping("/{ruling}")
    @PreAuthorize(Access.LEAD_UNIT)
    String answer(
            @PathVariable UUID id,
            @PathVariable UUID ruling,
            @ModelAttribute RulingForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            var check = new FormCheck();
            var answer = answer(form, check);
            check.done();
            var version = form.version();
            book.answer(id, ruling, version == null ? -1 : version, answer);
            redirect.addFlashAttribute("saved", texts.say("application.ruling.saved"));
            return "redirect:/vorhaben/%s/festlegungen".formatted(id);
        } catch (Problem refused) {
            problems.show(refused, model, request, response);
            return page(id, model, book.one(id, ruling), form);
        }
    }

    private static RulingBook.Answer answer(RulingForm form, FormCheck check) {
        return new RulingBook.Answer(
                check.choice("outcome", form.outcome(), Ruling.Outcome.class),
                check.optionalText("answer", form.answer(), 2000),
                check.optionalText("reason", form.reason(), 2000),
                check.day("ruledOn", form.ruledOn()),
                posts(form.minimumPosts(), check),
                check.optionalCount("minimumTeachers", form.minimumTeachers()),
                null);
    }

    /** People write 3,5 and machines 3.5. */
    private static @Nullable BigDecimal posts(@Nullable String typed, FormCheck check) {
        var text = Objects.requireNonNullElse(typed, "").strip().replace(',', '.');
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,3}(\\.\\d{1,2})?")) {
            check.wrong("minimumPosts", "posts-unreadable");
            return null;
        }
        return new BigDecimal(text);
    }

    private String page(UUID id, Model model, @Nullable Ruling open, RulingForm form) {
        var file = cases.require(id);
        var caller = Callers.require();
        var authorities = new LinkedHashMap<String, String>();
        programmes
                .require(file.programmeCode())
                .authorities()
                .forEach(it ->
                        authorities.put(it.code(), it.name().in(LocaleContextHolder.getLocale())));
        model.addAttribute(
                "crumbs",
                texts.inCase(id, file.title(), Crumb.here(texts.say("application.rulings.title"))));
        model.addAttribute("file", file);
        model.addAttribute("rulings", book.of(id));
        model.addAttribute("open", open);
        model.addAttribute("form", form);
        model.addAttribute("authorities", authorities);
        model.addAttribute(
                "outcomes",
                texts.options("application.ruling.outcome", List.of(Ruling.Outcome.values())));
        model.addAttribute("mayEdit", caller.has("CLERK") || caller.has("HEAD"));
        return "application/rulings";
    }

    /** What was typed, as it was typed. */
    record RulingForm(
            @Nullable Long version,
            @Nullable String authority,
            @Nullable String question,
            @Nullable String answer,
            @Nullable String reason,
            @Nullable String outcome,
            @Nullable String ruledOn,
            @Nullable String minimumPosts,
            @Nullable String minimumTeachers) {}
}
