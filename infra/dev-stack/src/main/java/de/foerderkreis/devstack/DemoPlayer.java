package de.foerderkreis.devstack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.foerderkreis.story.Chapter;
import de.foerderkreis.story.Chapter.Told;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays the story on, one chapter per request, for the demo control in the portal: {@code GET
 * /story/next} says what comes next, {@code POST /story/next} with the number that was seen plays
 * it. Answers at once and plays afterwards; a chapter that runs or ran is not ordered twice.
 */
final class DemoPlayer implements AutoCloseable {

    static final String HEADER = "X-Demo-Secret";

    private static final Logger log = LoggerFactory.getLogger(DemoPlayer.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Text KEPT =
            new Text(
                    "Hier hat schon jemand geantwortet oder schreibt gerade; das bleibt, wie es ist.",
                    "Somebody has answered here or is writing; that stays as it is.");

    private final Function<Chapter, Told> teller;
    private final List<Chapter> chapters;
    private final ToldSoFar told;
    private final byte[] secret;
    private final HttpServer server;
    private boolean playing;
    private boolean failed;
    private @Nullable Step last;

    /**
     * @param port where to listen, on this machine only; 0 for any free one
     * @param teller plays a chapter, by people who are signed in
     */
    DemoPlayer(
            int port,
            String secret,
            ToldSoFar told,
            List<Chapter> chapters,
            Function<Chapter, Told> teller)
            throws IOException {
        this.teller = teller;
        this.chapters = chapters;
        this.told = told;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/story/next", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var given = exchange.getRequestHeaders().getFirst(HEADER);
        if (given == null
                || !MessageDigest.isEqual(secret, given.getBytes(StandardCharsets.UTF_8))) {
            answer(exchange, 403, "{}");
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "GET" -> answer(exchange, 200, JSON.writeValueAsString(standing()));
            case "POST" -> {
                var accepted = order(exchange);
                answer(exchange, accepted ? 202 : 409, JSON.writeValueAsString(standing()));
            }
            default -> answer(exchange, 405, "{}");
        }
    }

    private boolean order(HttpExchange exchange) throws IOException {
        int expected;
        try (var body = exchange.getRequestBody()) {
            expected = JSON.readTree(body.readAllBytes()).path("expected").asInt(-1);
        } catch (JacksonException unreadable) {
            return false;
        }
        synchronized (this) {
            int done = told.chapters();
            if (playing || done >= chapters.size() || expected != done + 1) {
                return false;
            }
            playing = true;
            failed = false;
            Thread.ofPlatform().name("demo-player").start(() -> play(done));
            return true;
        }
    }

    private void play(int index) {
        var chapter = chapters.get(index);
        try {
            var how = teller.apply(chapter);
            synchronized (this) {
                told.set(index + 1);
                last = step(index, how == Told.STOOD_ALREADY ? KEPT : null);
                playing = false;
            }
        } catch (IOException | RuntimeException e) {
            log.error(
                    "The chapter of {} could not be played: {}",
                    chapter.day(),
                    chapter.english(),
                    e);
            synchronized (this) {
                failed = true;
                playing = false;
            }
        }
    }

    private synchronized Standing standing() throws IOException {
        int done = told.chapters();
        var next = done < chapters.size() ? step(done, null) : null;
        var state = playing ? "PLAYING" : failed ? "FAILED" : next == null ? "DONE" : "READY";
        return new Standing(state, next, last);
    }

    private Step step(int index, @Nullable Text note) {
        var chapter = chapters.get(index);
        return new Step(
                index + 1,
                chapters.size(),
                chapter.day().toString(),
                new Text(chapter.german(), chapter.english()),
                note);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private record Standing(String state, @Nullable Step next, @Nullable Step last) {}

    private record Step(int number, int of, String day, Text text, @Nullable Text note) {}

    private record Text(String de, String en) {}
}
