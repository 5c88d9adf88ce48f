package de.foerderkreis.devstack.mail;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What goes back to the browser.
 *
 * @param policy content security policy
 */
record Answer(int status, String type, byte[] body, String policy) {

    private static final String STRICT =
            "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

    static Answer of(int status, String type, String body) {
        return new Answer(
                status, type + "; charset=utf-8", body.getBytes(StandardCharsets.UTF_8), STRICT);
    }

    static Answer notFound() {
        return of(404, "text/plain", "There is nothing here.");
    }

    Answer under(String otherPolicy) {
        return new Answer(status, type, body, otherPolicy);
    }

    void to(HttpExchange exchange) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    /** Refuses a page on another name that was made to point here (DNS rebinding). */
    static boolean isMeantForUs(HttpExchange exchange) {
        var host =
                String.valueOf(exchange.getRequestHeaders().getFirst("Host"))
                        .replaceAll(":\\d+$", "");
        return Set.of("localhost", "127.0.0.1", "[::1]").contains(host);
    }
}
