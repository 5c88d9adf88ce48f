package de.foerderkreis.notification.delivery;

import de.foerderkreis.notification.delivery.DeliverySearch.Attempt;
import de.foerderkreis.notification.delivery.DeliverySearch.Criteria;
import de.foerderkreis.notification.delivery.DeliverySearch.Found;
import de.foerderkreis.notification.delivery.DeliverySearch.Life;
import de.foerderkreis.notification.template.Wording;
import de.foerderkreis.portal.Crumb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The delivery view: search a town or person, see what became of each message, and why one did not
 * arrive.
 */
@Controller
@RequestMapping("/nachrichten/zustellung")
class DeliveryPages {

    private static final String ATTENTION = "ATTENTION";

    private final DeliverySearch search;
    private final Resend resend;
    private final DeliveryAnswers answers;
    private final Wording wording;
    private final MessageSource messages;

    DeliveryPages(
            DeliverySearch search,
            Resend resend,
            DeliveryAnswers answers,
            Wording wording,
            MessageSource messages) {
        this.search = search;
        this.resend = resend;
        this.answers = answers;
        this.wording = wording;
        this.messages = messages;
    }

    @PreAuthorize("hasAnyRole('CLERK', 'ADMIN')")
    @GetMapping
    String find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            Model model,
            Locale locale) {
        var words = q.isBlank() ? null : q.strip();
        var found = search.find(new Criteria(null, null, null, null, states(state), words));
        model.addAttribute("q", q);
        model.addAttribute("state", state);
        model.addAttribute("states", stateNames(locale));
        model.addAttribute("rows", found.stream().map(it -> row(it, locale)).toList());
        model.addAttribute("searched", words != null || !state.isBlank());
        model.addAttribute("crumbs", crumbs(locale, null));
        return "notification/deliveries";
    }

    @PreAuthorize("hasAnyRole('CLERK', 'ADMIN')")
    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        var life = search.life(id);
        var row = row(life.delivery(), locale);
        model.addAttribute("row", row);
        model.addAttribute("why", answers.why(life.delivery(), locale));
        model.addAttribute("steps", steps(life, locale));
        model.addAttribute("resendable", life.delivery().state().mayBeResent());
        model.addAttribute("warning", answers.warning(life.delivery().state(), locale));
        model.addAttribute("crumbs", crumbs(locale, row.notice()));
        return "notification/delivery";
    }

    @PreAuthorize("hasAnyRole('CLERK', 'ADMIN')")
    @PostMapping("/{id}/erneut")
    String resend(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        resend.order(id);
        redirect.addFlashAttribute(
                "saved", messages.getMessage("notification.delivery.resent", null, locale));
        return "redirect:/nachrichten/zustellung/" + id;
    }

    private Row row(Found found, Locale locale) {
        return new Row(
                found.id(),
                wording.name(found.notice(), locale),
                found.organisationName() == null ? found.organisation() : found.organisationName(),
                messages.getMessage("notification.function." + found.function(), null, locale),
                found.contactName(),
                messages.getMessage("notification.channel." + found.channel(), null, locale),
                stateName(found.state().name(), locale),
                tone(found.state()),
                found.createdAt(),
                found.endedAt(),
                found.attempts());
    }

    /** The life of a message, oldest first. */
    private List<Step> steps(Life life, Locale locale) {
        var steps = new ArrayList<Step>();
        var delivery = life.delivery();
        steps.add(
                new Step(
                        delivery.createdAt(),
                        text("notification.step.written", locale),
                        "info",
                        null));
        for (var attempt : life.attempts()) {
            var outcome = attempt.outcome() == null ? "OPEN" : attempt.outcome();
            steps.add(
                    new Step(
                            attempt.businessAt(),
                            messages.getMessage(
                                    "notification.step.attempt." + outcome,
                                    new Object[] {attempt.number()},
                                    locale),
                            outcomeTone(attempt),
                            attempt.reply()));
        }
        if (delivery.endedAt() != null
                && (delivery.channel() == Channel.PORTAL || life.attempts().isEmpty())) {
            steps.add(
                    new Step(
                            delivery.endedAt(),
                            stateName(delivery.state().name(), locale),
                            tone(delivery.state()),
                            null));
        }
        return steps;
    }

    private Map<String, String> stateNames(Locale locale) {
        var names = new LinkedHashMap<String, String>();
        names.put("", text("notification.delivery.filter.all", locale));
        names.put(ATTENTION, text("notification.delivery.filter.attention", locale));
        Arrays.stream(DeliveryState.values())
                .forEach(it -> names.put(it.name(), stateName(it.name(), locale)));
        return names;
    }

    private static List<DeliveryState> states(String wanted) {
        if (wanted.equals(ATTENTION)) {
            return Arrays.stream(DeliveryState.values())
                    .filter(DeliveryState::needsAttention)
                    .toList();
        }
        return Arrays.stream(DeliveryState.values())
                .filter(it -> it.name().equals(wanted))
                .toList();
    }

    private List<Crumb> crumbs(Locale locale, @Nullable String notice) {
        var inbox = new Crumb(text("notification.inbox.title", locale), "/nachrichten");
        var title = text("notification.delivery.title", locale);
        return notice == null
                ? List.of(inbox, Crumb.here(title))
                : List.of(inbox, new Crumb(title, "/nachrichten/zustellung"), Crumb.here(notice));
    }

    private String stateName(String state, Locale locale) {
        return text("notification.state." + state, locale);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static String tone(DeliveryState state) {
        return switch (state) {
            case SENT, BUNDLED -> "success";
            case PENDING, SENDING, COLLECTED -> "info";
            case WAITING_FOR_CONTACT, UNCLEAR -> "warning";
            case BOUNCED, GAVE_UP, EXPIRED -> "danger";
            case SUPPRESSED -> "neutral";
        };
    }

    private static String outcomeTone(Attempt attempt) {
        return switch (attempt.outcome()) {
            case "ACCEPTED" -> "success";
            case "REFUSED" -> "danger";
            case "NOT_SENT", "UNCLEAR" -> "warning";
            case null, default -> "info";
        };
    }

    record Row(
            UUID id,
            String notice,
            String organisation,
            String function,
            @Nullable String person,
            String channel,
            String state,
            String tone,
            Instant createdAt,
            @Nullable Instant endedAt,
            int attempts) {}

    record Step(Instant at, String text, String tone, @Nullable String reply) {}
}
