package de.foerderkreis.application.task;

import de.foerderkreis.application.access.Access;
import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.page.FormCheck;
import de.foerderkreis.application.page.FormProblems;
import de.foerderkreis.application.page.PageTexts;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tasks of a case as a page, with the form that adds one and the one that closes one. */
@Controller
@RequestMapping("/vorhaben/{id}/aufgaben")
class TaskPages {

    private final TaskBook book;
    private final Cases cases;
    private final FormProblems problems;
    private final PageTexts texts;

    TaskPages(TaskBook book, Cases cases, FormProblems problems, PageTexts texts) {
        this.book = book;
        this.cases = cases;
        this.problems = problems;
        this.texts = texts;
    }

    @GetMapping
    @PreAuthorize(Access.DISTRICT)
    String list(@PathVariable UUID id, Model model) {
        return page(id, model, new TaskForm("", "", ""));
    }

    @PostMapping
    @PreAuthorize(Access.LEAD_UNIT)
    String add(
            @PathVariable UUID id,
            @ModelAttribute TaskForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            var check = new FormCheck();
            var title = check.text("title", form.title(), 300);
            if (form.role() == null || form.role().isBlank()) {
                check.wrong("role", "choice-missing");
            }
            var dueOn = check.optionalDay("dueOn", form.dueOn());
            check.done();
            book.add(id, title, String.valueOf(form.role()), dueOn);
            redirect.addFlashAttribute("saved", texts.say("application.task.saved"));
            return "redirect:/vorhaben/%s/aufgaben".formatted(id);
        } catch (Problem refused) {
            problems.show(refused, model, request, response);
            return page(id, model, form);
        }
    }

    @GetMapping("/{task}")
    @PreAuthorize(Access.LEAD_UNIT)
    String one(@PathVariable UUID id, @PathVariable UUID task, Model model) {
        var it = book.one(id, task);
        return closing(id, it, model, new CloseForm(it.version(), "DONE", ""));
    }

    @PostMapping("/{task}")
    @PreAuthorize(Access.LEAD_UNIT)
    String close(
            @PathVariable UUID id,
            @PathVariable UUID task,
            @ModelAttribute CloseForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            var check = new FormCheck();
            var how = check.choice("how", form.how(), Closing.class);
            var reason = check.optionalText("reason", form.reason(), 500);
            check.done();
            var version = form.version();
            book.close(
                    id,
                    task,
                    version == null ? -1 : version,
                    CaseTask.Status.valueOf(how.name()),
                    reason);
            redirect.addFlashAttribute("saved", texts.say("application.task.closed"));
            return "redirect:/vorhaben/%s/aufgaben".formatted(id);
        } catch (Problem refused) {
            problems.show(refused, model, request, response);
            return closing(id, book.one(id, task), model, form);
        }
    }

    private String page(UUID id, Model model, TaskForm form) {
        var file = cases.require(id);
        var caller = Callers.require();
        var roles = new LinkedHashMap<String, String>();
        TaskBook.ROLES.forEach(it -> roles.put(it, texts.say("application.role." + it)));
        model.addAttribute(
                "crumbs",
                texts.inCase(id, file.title(), Crumb.here(texts.say("application.tasks.title"))));
        model.addAttribute("file", file);
        model.addAttribute("tasks", book.of(id));
        model.addAttribute("form", form);
        model.addAttribute("roles", roles);
        model.addAttribute("mayEdit", caller.has("CLERK") || caller.has("HEAD"));
        return "application/tasks";
    }

    private String closing(UUID id, CaseTask task, Model model, CloseForm form) {
        var file = cases.require(id);
        model.addAttribute(
                "crumbs",
                texts.inCase(
                        id,
                        file.title(),
                        new Crumb(
                                texts.say("application.tasks.title"),
                                "/vorhaben/%s/aufgaben".formatted(id)),
                        Crumb.here(task.title())));
        model.addAttribute("file", file);
        model.addAttribute("task", task);
        model.addAttribute("form", form);
        model.addAttribute(
                "ways", texts.options("application.task.close", List.of(Closing.values())));
        return "application/task";
    }

    /** How a task may end. */
    enum Closing {
        DONE,
        DROPPED
    }

    /** What was typed, as it was typed. */
    record TaskForm(@Nullable String title, @Nullable String role, @Nullable String dueOn) {}

    /** What was typed, as it was typed. */
    record CloseForm(@Nullable Long version, @Nullable String how, @Nullable String reason) {}
}
