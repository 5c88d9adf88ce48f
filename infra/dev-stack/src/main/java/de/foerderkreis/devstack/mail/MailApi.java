package de.foerderkreis.devstack.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import jakarta.mail.MessagingException;
import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The mails as JSON, for tests: {@code /api/messages}, {@code /api/messages/<id>}, {@code
 * /api/hold}. A list holds at most {@code limit} mails: the newest first, with {@code before=<id>}
 * the ones before; with {@code after=<id>} the ones that came since, oldest first.
 */
final class MailApi implements HttpHandler {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MESSAGES = "/api/messages";

    private final MailStore store;
    private final Hold hold;

    MailApi(MailStore store, Hold hold) {
        this.store = store;
        this.hold = hold;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (!Answer.isMeantForUs(exchange)) {
            Answer.notFound().to(exchange);
            return;
        }
        try {
            answer(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath(),
                            Wanted.in(exchange.getRequestURI()))
                    .to(exchange);
        } catch (MessagingException e) {
            Answer.of(500, "text/plain", "A stored mail cannot be read: " + e.getMessage())
                    .to(exchange);
        }
    }

    private Answer answer(String method, String path, Wanted wanted)
            throws IOException, MessagingException {
        var id = path.startsWith(MESSAGES + "/") ? path.substring(MESSAGES.length() + 1) : "";
        return switch (method + " " + (id.isEmpty() ? path : MESSAGES + "/")) {
            case "GET /api/messages" -> json(wanted.of(store));
            case "DELETE /api/messages" -> {
                store.deleteAll();
                yield done();
            }
            case "GET /api/messages/" ->
                    store.find(id).map(MailApi::json).orElseGet(Answer::notFound);
            case "DELETE /api/messages/" -> store.delete(id) ? done() : Answer.notFound();
            case "GET /api/hold" -> json(hold.isSet());
            case "PUT /api/hold" -> {
                hold.set(true);
                yield done();
            }
            case "DELETE /api/hold" -> {
                hold.set(false);
                yield done();
            }
            default -> Answer.notFound();
        };
    }

    private static Answer json(Object value) {
        return Answer.of(200, "application/json", JSON.writeValueAsString(value));
    }

    private static Answer done() {
        return Answer.of(204, "text/plain", "");
    }
}
