package de.foerderkreis.notification.delivery;

import static de.foerderkreis.notification.delivery.DeliveryState.BOUNCED;
import static de.foerderkreis.notification.delivery.DeliveryState.EXPIRED;
import static de.foerderkreis.notification.delivery.DeliveryState.GAVE_UP;
import static de.foerderkreis.notification.delivery.DeliveryState.PENDING;
import static de.foerderkreis.notification.delivery.DeliveryState.SENDING;
import static de.foerderkreis.notification.delivery.DeliveryState.SENT;
import static de.foerderkreis.notification.delivery.DeliveryState.SUPPRESSED;
import static de.foerderkreis.notification.delivery.DeliveryState.UNCLEAR;
import static de.foerderkreis.notification.delivery.DeliveryState.WAITING_FOR_CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryStateTests {

    @Test
    void onlyACommittedAttemptLeadsToTheMailServer() {
        assertThat(SENDING.sources()).containsExactly(PENDING);
        assertThat(SENT.sources()).containsExactlyInAnyOrder(SENDING, UNCLEAR);
    }

    @Test
    void whatIsDoneStaysDone() {
        assertThat(SENT.next()).isEmpty();
        assertThat(SUPPRESSED.next()).isEmpty();
        assertThat(EXPIRED.next()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNCLEAR", "BOUNCED", "GAVE_UP"})
    void aPersonMayOrderAnotherAttemptAfterAFailure(DeliveryState failed) {
        assertThat(failed.mayBeResent()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"UNCLEAR", "BOUNCED", "GAVE_UP"},
            mode = EnumSource.Mode.EXCLUDE)
    void nothingElseIsEverSentAgain(DeliveryState state) {
        assertThat(state.mayBeResent()).isFalse();
    }

    @Test
    void failuresAskForAttention() {
        assertThat(DeliverySearch.attention())
                .containsExactlyInAnyOrder(
                        BOUNCED.name(), GAVE_UP.name(), UNCLEAR.name(), EXPIRED.name());
        assertThat(WAITING_FOR_CONTACT.needsAttention()).isFalse();
    }
}
