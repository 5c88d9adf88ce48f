package de.foerderkreis.notification.delivery;

import de.foerderkreis.notification.delivery.DeliverySearch.Criteria;
import de.foerderkreis.notification.delivery.DeliverySearch.Found;
import de.foerderkreis.notification.recipient.Function;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who was told what. Never with the words of a mail. */
@RestController
@RequestMapping("/api/notification/v1/deliveries")
class DeliveryController {

    private final DeliverySearch search;
    private final Resend resend;
    private final DeliveryAnswers answers;

    DeliveryController(DeliverySearch search, Resend resend, DeliveryAnswers answers) {
        this.search = search;
        this.resend = resend;
        this.answers = answers;
    }

    @PreAuthorize("hasAnyRole('CLERK', 'ADMIN')")
    @GetMapping
    List<View> find(
            @RequestParam(required = false) @Nullable UUID event,
            @RequestParam(required = false) @Nullable String organisation,
            @RequestParam(required = false) @Nullable Function function,
            @RequestParam(required = false) @Nullable Channel channel,
            @RequestParam(required = false) @Nullable DeliveryState state) {
        var states = state == null ? List.<DeliveryState>of() : List.of(state);
        return search
                .find(new Criteria(event, organisation, function, channel, states, null))
                .stream()
                .map(View::of)
                .toList();
    }

    @PreAuthorize("hasAnyRole('CLERK', 'ADMIN')")
    @GetMapping("/{id}")
    Detail one(@PathVariable UUID id, Locale locale) {
        var life = search.life(id);
        return new Detail(
                View.of(life.delivery()),
                answers.why(life.delivery(), locale),
                life.delivery().state().mayBeResent(),
                life.attempts());
    }

    @PreAuthorize("hasAnyRole('CLERK', 'ADMIN')")
    @PostMapping("/{id}/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Resent resend(@PathVariable UUID id, Locale locale) {
        var before = resend.order(id);
        return new Resent(id, DeliveryState.PENDING, before, answers.warning(before, locale));
    }

    /**
     * One message; {@code dueOn}, {@code caseId}, {@code roundId} and {@code municipality} say what
     * it is about.
     */
    record View(
            UUID id,
            UUID eventId,
            String eventType,
            String notice,
            String organisation,
            @Nullable String organisationName,
            Function function,
            @Nullable UUID contactId,
            Channel channel,
            DeliveryState state,
            @Nullable Reason reason,
            int attempts,
            @Nullable UUID caseId,
            @Nullable UUID roundId,
            @Nullable String municipality,
            @Nullable LocalDate dueOn,
            Instant createdAt,
            @Nullable Instant endedAt) {

        static View of(Found found) {
            return new View(
                    found.id(),
                    found.eventId(),
                    found.eventType(),
                    found.notice().name(),
                    found.organisation(),
                    found.organisationName(),
                    found.function(),
                    found.contactId(),
                    found.channel(),
                    found.state(),
                    found.reason(),
                    found.attempts(),
                    found.facts().caseId(),
                    found.facts().roundId(),
                    found.facts().municipality(),
                    found.facts().dueOn(),
                    found.createdAt(),
                    found.endedAt());
        }
    }

    /**
     * @param why the sentence that answers "warum kam es nicht an?"
     */
    record Detail(
            View delivery, String why, boolean resendable, List<DeliverySearch.Attempt> attempts) {}

    /**
     * @param warning what may happen by sending again
     */
    record Resent(UUID id, DeliveryState state, DeliveryState before, String warning) {}
}
