package de.foerderkreis.faults;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.story.Patience;
import de.foerderkreis.story.PortalClient;
import de.foerderkreis.story.Story;
import de.foerderkreis.story.Town;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * kill -9 for every service and for the broker, each in the middle of answers: nothing lost,
 * nothing twice.
 */
@Order(1)
@ExtendWith(ConsultationUnderway.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledServiceTests {

    private static final List<Town> waiting = new ArrayList<>(Town.all());
    private static final List<Town> answered = new ArrayList<>();

    private final Story story = ConsultationUnderway.story();
    private final PortalClient clerk = story.actors().clerk();

    @Order(1)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "stakeholder-service",
                "application-service",
                "notification-service",
                "finance-service",
                "gateway",
                "kafka"
            })
    void losesNothingWhenKilledWhileTownsAnswer(String part) {
        var before = next();
        var during = next();
        var after = next();
        answerUntilItSticks(before);

        var inFlight = CompletableFuture.runAsync(() -> answerUntilItSticks(during));
        ConsultationUnderway.stack().kill(part);
        ConsultationUnderway.stack().restart(part);
        inFlight.join();

        answerUntilItSticks(after);
        assertEveryoneKnows(answered);
    }

    @Order(2)
    @Test
    void tellsTheClerkOfEveryAnswerExactlyOnce() {
        assertThat(answered).hasSize(18);
        var told =
                Patience.until(
                        "the clerk's inbox names every answer",
                        () ->
                                Optional.of(entries())
                                        .filter(it ->
                                                it.values().stream()
                                                                .mapToLong(Long::longValue)
                                                                .sum()
                                                        >= answered.size()));
        assertThat(told).allSatisfy((entry, count) -> assertThat(count).as(entry).isEqualTo(1));
        assertThat(told).hasSize(answered.size());
    }

    @Order(3)
    @Test
    void sendsEveryMailExactlyOnce() {
        var receipts =
                Patience.until(
                        "every mayor has the mail that opened the consultation",
                        () ->
                                Optional.of(
                                                ConsultationUnderway.mails().stream()
                                                        .collect(
                                                                Collectors.groupingBy(
                                                                        it ->
                                                                                it.path("messageId")
                                                                                        .asString(),
                                                                        Collectors.counting())))
                                        .filter(it -> it.size() >= 19));
        assertThat(receipts)
                .allSatisfy((messageId, count) -> assertThat(count).as(messageId).isEqualTo(1));
    }

    private static Town next() {
        var town = waiting.removeFirst();
        answered.add(town);
        return town;
    }

    /** Answers as a person would: when the page fails, look whether it arrived and try again. */
    private void answerUntilItSticks(Town town) {
        Patience.until(
                town.slug() + " has answered",
                Duration.ofMinutes(2),
                () -> {
                    try {
                        story.answer(town);
                        return Optional.of(true);
                    } catch (RuntimeException unreachable) {
                        return Optional.empty();
                    }
                });
    }

    private void assertEveryoneKnows(List<Town> towns) {
        var rounds = "/api/stakeholder/v1/rounds/" + story.roundId();
        var delivered =
                Story.items(clerk.get(rounds + "/statements").expect(200).json()).stream()
                        .map(it -> it.path("ags").asString())
                        .toList();
        assertThat(delivered)
                .containsExactlyInAnyOrderElementsOf(towns.stream().map(Town::ags).toList());
        Patience.until(
                "application-service knows " + towns.size() + " answers",
                () -> Optional.of(knownToApplication()).filter(it -> it >= towns.size()));
        assertThat(knownToApplication()).isEqualTo(towns.size());
    }

    /** Counts the consumer's copies as a separate reader, past every service. */
    private static int knownToApplication() {
        var stack = ConsultationUnderway.stack();
        try (var connection =
                        DriverManager.getConnection(
                                stack.databaseUrl("application"),
                                "postgres",
                                stack.secret("postgres"));
                var rows =
                        connection
                                .createStatement()
                                .executeQuery("select count(*) from ref_statement")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Inbox entries about received statements with how often each stands there. */
    private Map<String, Long> entries() {
        return Story.items(
                        clerk.get("/api/notification/v1/inbox").expect(200).json().path("messages"))
                .stream()
                .filter(it -> it.path("notice").asString().equals("STATEMENT_RECEIVED"))
                .collect(
                        Collectors.groupingBy(
                                it -> it.path("municipality").asString(), Collectors.counting()));
    }
}
