package de.foerderkreis.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.notification.delivery.DeliverySearch.Found;
import de.foerderkreis.notification.recipient.Function;
import de.foerderkreis.notification.template.Notice;
import de.foerderkreis.notification.template.NoticeFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class DeliveryAnswersTests {

    private final DeliveryAnswers answers = new DeliveryAnswers(messages());

    @ParameterizedTest
    @EnumSource(DeliveryState.class)
    void everyStateHasASentenceWhateverItsReason(DeliveryState state) {
        var reasons = new ArrayList<Reason>(List.of(Reason.values()));
        reasons.addFirst(null);
        for (var reason : reasons) {
            for (var language : List.of(Locale.GERMAN, Locale.ENGLISH)) {
                assertThat(answers.why(found(state, reason), language)).isNotBlank().endsWith(".");
            }
        }
    }

    @Test
    void whatIsHeldBackSaysWhyInItsOwnWords() {
        var sentences =
                Stream.of(
                                Reason.PREFERENCE,
                                Reason.NOT_CONFIRMED,
                                Reason.SUBSCRIPTION_ENDED,
                                Reason.CONTACT_ERASED,
                                Reason.LINK_ENDED)
                        .map(it -> answers.why(found(DeliveryState.SUPPRESSED, it), Locale.GERMAN))
                        .toList();
        assertThat(sentences).doesNotHaveDuplicates();
        assertThat(answers.why(found(DeliveryState.UNCLEAR, Reason.NO_REPLY), Locale.GERMAN))
                .isNotEqualTo(
                        answers.why(
                                found(DeliveryState.UNCLEAR, Reason.PROCESS_DIED), Locale.GERMAN));
    }

    private static Found found(DeliveryState state, Reason reason) {
        return new Found(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "ConsultationOpened",
                Notice.CONSULTATION_OPENED,
                NoticeFacts.none(),
                "05382068",
                "Troisdorf",
                Function.MAYOR,
                null,
                null,
                Channel.MAIL,
                state,
                reason,
                1,
                Instant.EPOCH,
                null);
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("i18n/notification/messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
