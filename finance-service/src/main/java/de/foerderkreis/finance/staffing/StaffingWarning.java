package de.foerderkreis.finance.staffing;

import de.foerderkreis.finance.reference.PostCategory;
import de.foerderkreis.finance.reference.Programme;
import de.foerderkreis.finance.staffing.StaffingPlan.Content;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something about a plan a person should look at; it stops nobody.
 *
 * @param field line it concerns, as a client names it: {@code posts[0].fte}, {@code fte} for the
 *     sum
 * @param code its text is {@code staffing-warning-<code>} in the problem texts
 */
record StaffingWarning(String field, String code, List<Object> args) {

    /**
     * Looks at a plan.
     *
     * @param programme absent while none has been heard of
     * @param ruling absent while none binds
     */
    static List<StaffingWarning> of(
            Content plan, @Nullable Programme programme, @Nullable Ruling ruling, Locale locale) {
        var warnings = new ArrayList<StaffingWarning>();
        Fte least = ruling == null ? null : ruling.posts();
        Integer leastTeachers = ruling == null ? null : ruling.teachers();
        boolean bound = least != null && plan.fte().compareTo(least) < 0;
        for (int index = 0; programme != null && index < plan.posts().size(); index++) {
            var post = plan.posts().get(index);
            Fte most =
                    programme
                            .postCategory(post.category())
                            .map(StaffingWarning::most)
                            .orElse(post.fte());
            if (post.fte().compareTo(most) < 0) {
                var missing = new Fte(most.hundredths() - post.fte().hundredths());
                String path = "posts[" + index + "].fte";
                List<Object> figures = List.of(missing.asDecimal(), most.asDecimal());
                warnings.add(
                        bound && ruling != null
                                ? below(
                                        path,
                                        "line-below-ruling",
                                        figures,
                                        ruling,
                                        programme,
                                        locale)
                                : new StaffingWarning(path, "line-below-programme", figures));
            }
        }
        if (ruling != null && least != null && bound) {
            List<Object> figures = List.of(plan.fte().asDecimal(), least.asDecimal());
            warnings.add(below("fte", "below-ruling", figures, ruling, programme, locale));
        }
        if (ruling != null && leastTeachers != null && plan.teachers() < leastTeachers) {
            List<Object> figures = List.of(plan.teachers(), leastTeachers);
            warnings.add(
                    below("teachers", "teachers-below-ruling", figures, ruling, programme, locale));
        }
        warnings.addAll(onPremises(plan));
        return warnings;
    }

    private static List<StaffingWarning> onPremises(Content plan) {
        if (plan.workplaces() < plan.heads()) {
            return List.of(
                    new StaffingWarning(
                            "workplaces",
                            "workplaces-fewer-than-heads",
                            List.of(plan.workplaces(), plan.heads())));
        }
        // More desks than full-time people would need is what the towns will ask about.
        if (plan.workplaces() > plan.total().fewestHeads() && plan.premisesReason().isEmpty()) {
            return List.of(
                    new StaffingWarning(
                            "premisesReason",
                            "premises-unexplained",
                            List.of(plan.workplaces(), plan.total().asDecimal())));
        }
        return List.of();
    }

    static Fte most(PostCategory category) {
        return new Fte(category.maxThousandth() / 10);
    }

    private static StaffingWarning below(
            String field,
            String code,
            List<Object> figures,
            Ruling ruling,
            @Nullable Programme programme,
            Locale locale) {
        var args = new ArrayList<>(figures);
        args.add(
                programme == null
                        ? ruling.authority()
                        : programme.authorityLabel(ruling.authority(), locale));
        args.add(day(ruling.ruledOn(), locale));
        return new StaffingWarning(field, code, args);
    }

    private static String day(LocalDate day, Locale locale) {
        boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        return DateTimeFormatter.ofPattern(
                        english ? "d MMM uuuu" : "dd.MM.uuuu",
                        english ? Locale.ENGLISH : Locale.GERMAN)
                .format(day);
    }
}
