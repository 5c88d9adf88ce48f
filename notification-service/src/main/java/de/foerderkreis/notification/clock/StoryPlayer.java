package de.foerderkreis.notification.clock;

import de.foerderkreis.platform.problem.Problem;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the player of the demo story, which has the logins of its people, to play the next step. The
 * player answers at once and plays afterwards.
 */
@Component
@Profile("demo")
class StoryPlayer {

    private static final Logger log = LoggerFactory.getLogger(StoryPlayer.class);
    private static final String SECRET = "X-Demo-Secret";

    private final StorySettings settings;
    private final JsonMapper json;
    private final HttpClient http;

    StoryPlayer(StorySettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
        this.http =
                HttpClient.newBuilder()
                        .connectTimeout(settings.patience())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /** Where the story stands; empty in an installation without a player. */
    Optional<StoryStanding> look() {
        if (!settings.hasPlayer()) {
            return Optional.empty();
        }
        try {
            var answer = send(request().GET().build());
            return Optional.of(
                    answer.statusCode() == HttpStatus.OK.value()
                            ? json.readValue(answer.body(), StoryStanding.class)
                            : away("status " + answer.statusCode()));
        } catch (IOException | JacksonException gone) {
            return Optional.of(away(gone.getClass().getSimpleName()));
        }
    }

    /**
     * Orders one step. Ordered twice, it is played once: the player refuses a step that runs or
     * ran.
     *
     * @param number of the step the visitor saw
     * @throws Problem 503 if the player is away
     */
    void play(int number) {
        try {
            var order =
                    request()
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{\"expected\":" + number + "}"))
                            .build();
            var status = send(order).statusCode();
            if (status != HttpStatus.ACCEPTED.value() && status != HttpStatus.CONFLICT.value()) {
                away("status " + status);
                throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "story-away");
            }
        } catch (IOException gone) {
            away(gone.getClass().getSimpleName());
            throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "story-away");
        }
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(settings.address())
                .timeout(settings.patience())
                .header(SECRET, String.valueOf(settings.secret()))
                .header("Accept", "application/json");
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while asking the player", stopping);
        }
    }

    private static StoryStanding away(String why) {
        log.info("The player of the demo story is away: {}", why);
        return StoryStanding.AWAY;
    }
}
