package de.foerderkreis.finance.staffing;

import de.foerderkreis.finance.access.DistrictReads;
import de.foerderkreis.finance.access.Texts;
import de.foerderkreis.finance.staffing.StaffingPlan.Content;
import de.foerderkreis.finance.staffing.StaffingReading.Sheet;
import de.foerderkreis.finance.staffing.StaffingReading.Warning;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.portal.Crumb;
import de.foerderkreis.portal.Formats;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Posts, people and rooms as a page. */
@Controller
@RequestMapping("/finanzen/{caseId}/stellen")
class StaffingPages {

    private final StaffingReading reading;
    private final StaffingPlanning planning;
    private final PostsPicture picture;
    private final Formats formats;
    private final Texts texts;

    StaffingPages(
            StaffingReading reading,
            StaffingPlanning planning,
            PostsPicture picture,
            Formats formats,
            Texts texts) {
        this.reading = reading;
        this.planning = planning;
        this.picture = picture;
        this.formats = formats;
        this.texts = texts;
    }

    @DistrictReads
    @GetMapping
    String show(@PathVariable UUID caseId, Model model, Locale locale) {
        Sheet sheet = reading.sheet(caseId);
        StaffingPlan plan = sheet.current().orElse(null);
        return page(
                sheet,
                StaffingForm.of(plan, sheet.programme(), formats),
                plan == null ? null : plan.content(),
                model,
                locale);
    }

    @PreAuthorize("hasRole('TREASURER')")
    @PostMapping
    String save(
            @PathVariable UUID caseId,
            StaffingForm form,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Sheet sheet = reading.sheet(caseId);
        try {
            if (form.wantsSums() && sheet.programme() != null) {
                return page(sheet, form, form.input().read(sheet.programme()), model, locale);
            }
            StaffingPlan plan = planning.save(caseId, form.version(), form.input());
            redirect.addFlashAttribute("saved", texts.say("finance.staff.saved", plan.version()));
            return "redirect:/finanzen/" + caseId + "/stellen";
        } catch (Problem problem) {
            if (problem.status() == HttpStatus.NOT_FOUND) {
                throw problem;
            }
            response.setStatus(problem.status().value());
            if (problem.type().equals("stale-version")) {
                Sheet now = reading.sheet(caseId);
                model.addAttribute("theirs", now.current().map(StaffingPlan::content).orElse(null));
                long version = now.current().map(StaffingPlan::version).orElse(0L);
                return page(now, form.startingFrom(version), null, model, locale);
            }
            model.addAttribute("errors", texts.errors(problem));
            return page(sheet, form, null, model, locale);
        }
    }

    /**
     * @param shown what sums, warnings and picture are about; absent while the typed makes no sense
     */
    private String page(
            Sheet sheet, StaffingForm form, @Nullable Content shown, Model model, Locale locale) {
        var programme = sheet.programme();
        model.addAttribute("sheet", sheet);
        model.addAttribute("programme", programme);
        model.addAttribute("form", form);
        model.addAttribute("lines", form.lines());
        // Not "content": that is what the page frame calls its inside.
        model.addAttribute("staff", shown);
        model.addAttribute("ruling", sheet.ruling());
        model.addAttribute("mayEdit", Callers.require().has("TREASURER"));
        model.addAttribute("warnings", beside(shown, sheet, locale));
        if (programme != null) {
            model.addAttribute("most", new Fte(programme.maxPostsThousandth() / 10).asDecimal());
            model.addAttribute(
                    "authority",
                    sheet.ruling() == null
                            ? null
                            : programme.authorityLabel(sheet.ruling().authority(), locale));
            if (shown != null) {
                model.addAttribute("chart", picture.svg(shown, programme, locale));
            }
        }
        var fundingCase = sheet.fundingCase();
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(texts.say("finance.title"), "/finanzen"),
                        new Crumb(fundingCase.title(), "/vorhaben/" + fundingCase.id()),
                        Crumb.here(texts.say("finance.staff.title"))));
        return "finance/staffing";
    }

    private Map<String, List<String>> beside(@Nullable Content shown, Sheet sheet, Locale locale) {
        return Optional.ofNullable(shown)
                .map(it -> reading.warnings(it, sheet, locale))
                .orElse(List.of())
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Warning::field,
                                Collectors.mapping(Warning::message, Collectors.toList())));
    }
}
