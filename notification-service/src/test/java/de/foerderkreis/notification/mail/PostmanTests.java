package de.foerderkreis.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.notification.delivery.Reason;
import de.foerderkreis.notification.mail.MoodyServer.Mood;
import de.foerderkreis.notification.template.MailText;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostmanTests {

    private final MoodyServer server = new MoodyServer(Mood.ACCEPTS);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void knowsThatAMailWasAccepted() {
        assertThat(hand()).isEqualTo(new Outcome.Accepted("250 2.0.0 accepted"));
    }

    @Test
    void takesARefusalForWhatItIsAndKeepsNoAddress() {
        server.is(Mood.REFUSES_RECIPIENT);
        assertThat(hand()).isEqualTo(new Outcome.Refused("550 5.1.1 … unknown"));
        server.is(Mood.REFUSES_CONTENT);
        assertThat(hand()).isEqualTo(new Outcome.Refused("554 5.7.1 not for …"));
    }

    @Test
    void comesBackLaterWhenAskedTo() {
        server.is(Mood.DEFERS_RECIPIENT);
        assertThat(hand())
                .isEqualTo(
                        new Outcome.NotSent(Reason.TEMPORARY_REFUSAL, "451 4.7.1 come back later"));
    }

    @Test
    void mayTryAgainWhenTheMailNeverReachedItsEnd() {
        server.is(Mood.HANGS_UP_BEFORE_THE_END);
        assertThat(hand(bigLetter())).isInstanceOf(Outcome.NotSent.class);
        assertThat(server.taken()).isZero();
    }

    @Test
    void doesNotKnowWhatBecameOfAMailWithoutAnAnswer() {
        server.is(Mood.HANGS_UP_AFTER_THE_END);
        assertThat(hand()).isInstanceOf(Outcome.Unclear.class);
        assertThat(server.taken()).isOne();
    }

    @Test
    void mayTryAgainWhenNobodyListens() {
        server.close();
        assertThat(hand())
                .isInstanceOfSatisfying(
                        Outcome.NotSent.class,
                        it -> assertThat(it.reason()).isEqualTo(Reason.NO_CONNECTION));
    }

    @Test
    void sendsSeveralLettersOverOneConnectionAndOpensANewOneAfterALoss() {
        try (var postman = postman(server.port())) {
            assertThat(postman.hand(letter())).isInstanceOf(Outcome.Accepted.class);
            assertThat(postman.hand(letter())).isInstanceOf(Outcome.Accepted.class);
            server.is(Mood.HANGS_UP_AFTER_THE_END);
            assertThat(postman.hand(letter())).isInstanceOf(Outcome.Unclear.class);
            server.is(Mood.ACCEPTS);
            assertThat(postman.hand(letter())).isInstanceOf(Outcome.Accepted.class);
        }
    }

    @Test
    void aConnectionLostBetweenTwoLettersCostsNeitherOfThem() {
        server.is(Mood.ACCEPTS_AND_HANGS_UP);
        try (var postman = postman(server.port())) {
            assertThat(postman.hand(letter())).isInstanceOf(Outcome.Accepted.class);
            assertThat(postman.hand(letter()))
                    .isInstanceOfAny(Outcome.Accepted.class, Outcome.NotSent.class);
        }
    }

    @Test
    void refusesAnAddressThatIsNone() {
        var letter =
                new Letter(
                        UUID.randomUUID(),
                        1,
                        "not an address",
                        new MailText("s", "t", "<p>h</p>"),
                        "de",
                        null);
        assertThat(hand(letter)).isInstanceOf(Outcome.Refused.class);
        assertThat(server.taken()).isZero();
    }

    private Outcome hand() {
        return hand(letter());
    }

    private Outcome hand(Letter letter) {
        try (var postman = postman(server.port())) {
            return postman.hand(letter);
        }
    }

    private static Letter letter() {
        return new Letter(
                UUID.randomUUID(),
                1,
                "recipient@example.org",
                new MailText("Bitte um Stellungnahme", "Text", "<p>Text</p>"),
                "de",
                null);
    }

    /** Larger than what waits in buffers, so that the loss is noticed while writing. */
    private static Letter bigLetter() {
        return new Letter(
                UUID.randomUUID(),
                1,
                "recipient@example.org",
                new MailText("Groß", "Zeile\n".repeat(2_000_000), "<p>Text</p>"),
                "de",
                null);
    }

    private static Postman postman(int port) {
        var settings = settings(port);
        return new Postman(settings, Postman.session(settings));
    }

    static MailSettings settings(int port) {
        return new MailSettings(
                "127.0.0.1",
                port,
                "Förderkreis <portal@kreis.example>",
                "foerderkreis.invalid",
                null,
                null,
                false,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                1,
                50,
                Duration.ofMillis(50));
    }
}
