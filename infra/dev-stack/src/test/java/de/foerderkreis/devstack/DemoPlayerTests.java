package de.foerderkreis.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.story.Chapter;
import de.foerderkreis.story.Chapter.Told;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoPlayerTests {

    private static final String SECRET = "known to the launcher and one service";

    @TempDir Path data;
    private final List<String> played = new ArrayList<>();
    private final CountDownLatch curtain = new CountDownLatch(1);
    private final HttpClient http = HttpClient.newHttpClient();
    private DemoPlayer player;

    @BeforeEach
    void start() throws IOException {
        var chapters =
                List.of(
                        chapter("2014-02-24", "eins"),
                        chapter("2014-02-27", "zwei"),
                        chapter("2014-03-04", "drei"),
                        chapter("2014-04-15", "vier"));
        Files.writeString(data.resolve(ToldSoFar.FILE), "1");
        player = new DemoPlayer(0, SECRET, new ToldSoFar(data), chapters, this::play);
    }

    @AfterEach
    void stop() {
        player.close();
    }

    @Test
    void saysWhatComesNextAndPlaysItOnce() throws Exception {
        assertThat(get().body())
                .contains("\"state\":\"READY\"", "\"number\":2", "\"of\":4", "zwei");

        assertThat(order(2).statusCode()).isEqualTo(202);
        assertThat(get().body()).contains("\"state\":\"PLAYING\"");
        assertThat(order(2).statusCode()).as("while it plays").isEqualTo(409);
        curtain.countDown();
        await().until(() -> get().body().contains("\"state\":\"READY\""));

        assertThat(order(2).statusCode()).as("after it was played").isEqualTo(409);
        assertThat(played).containsExactly("zwei");
        assertThat(Files.readString(data.resolve(ToldSoFar.FILE))).isEqualTo("2");
        assertThat(get().body()).contains("\"number\":3", "drei");
    }

    @Test
    void tellsThatAVisitorsOwnAnswerStayed() throws Exception {
        curtain.countDown();
        order(2);
        await().until(() -> get().body().contains("\"number\":3"));
        order(3);
        await().until(() -> get().body().contains("bleibt, wie es ist"));
    }

    @Test
    void aChapterThatFailsCanBeTriedAgain() throws Exception {
        curtain.countDown();
        Files.writeString(data.resolve(ToldSoFar.FILE), "3");
        order(4);
        await().until(() -> get().body().contains("\"state\":\"FAILED\""));
        assertThat(Files.readString(data.resolve(ToldSoFar.FILE))).isEqualTo("3");
        assertThat(order(4).statusCode()).isEqualTo(202);
    }

    @Test
    void answersOnlyWhoKnowsTheSecret() throws Exception {
        var stranger = HttpRequest.newBuilder(address()).build();
        assertThat(http.send(stranger, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
    }

    private Told play(Chapter chapter) {
        try {
            curtain.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        played.add(chapter.german());
        return chapter.act().play();
    }

    private Chapter chapter(String day, String text) {
        return new Chapter(
                LocalDate.parse(day),
                text,
                text,
                () -> {
                    if (text.equals("vier")) {
                        throw new IllegalStateException("the portal is away");
                    }
                    return text.equals("drei") ? Told.STOOD_ALREADY : Told.PLAYED;
                });
    }

    private HttpResponse<String> get() throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address()).GET());
    }

    private HttpResponse<String> order(int number) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(address())
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"expected\":%d}".formatted(number))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(
                request.header(DemoPlayer.HEADER, SECRET).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + player.port() + "/story/next");
    }
}
