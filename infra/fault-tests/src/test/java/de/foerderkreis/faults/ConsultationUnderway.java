package de.foerderkreis.faults;

import de.foerderkreis.devstack.DevStack;
import de.foerderkreis.devstack.Options;
import de.foerderkreis.devstack.RunningStack;
import de.foerderkreis.story.DemoMailbox;
import de.foerderkreis.story.PortalClient;
import de.foerderkreis.story.Story;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import tools.jackson.databind.JsonNode;

/** A system of its own in which the consultation has just been opened and nobody has answered. */
final class ConsultationUnderway implements BeforeAllCallback {

    private static final int PORT_BASE = Integer.getInteger("foerderkreis.faults.port-base", 19080);
    private static RunningStack stack;
    private static Story story;

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(ConsultationUnderway.class, it -> new Started(), Started.class);
    }

    static RunningStack stack() {
        return stack;
    }

    static Story story() {
        return story;
    }

    static List<JsonNode> mails() {
        return new DemoMailbox(stack.mailUri()).all();
    }

    /** Makes the SMTP server store mails but keep its answer to itself. */
    static void holdAnswersOfTheMailServer(boolean hold) {
        mailbox(hold ? "PUT" : "DELETE", "/api/hold");
    }

    private static PortalClient.Answer mailbox(String method, String path) {
        return PortalClient.visitor(stack.mailUri())
                .call(method, path, null, java.util.Map.of())
                .expect(200, 204);
    }

    private static final class Started implements AutoCloseable {

        Started() {
            stack =
                    DevStack.start(
                            Options.forTest(Path.of("target/stack").toAbsolutePath(), PORT_BASE));
            story = stack.story(sentence -> java.lang.System.out.println("story: " + sentence));
            story.playTo(LocalDate.of(2014, 2, 17));
        }

        @Override
        public void close() {
            stack.stop();
        }
    }
}
