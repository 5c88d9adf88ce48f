package de.foerderkreis.acceptance;

import de.foerderkreis.devstack.DevStack;
import de.foerderkreis.devstack.Options;
import de.foerderkreis.devstack.RunningStack;
import de.foerderkreis.story.DemoMailbox;
import de.foerderkreis.story.Story;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import tools.jackson.databind.JsonNode;

/**
 * Starts the whole system once for all classes of this module and plays the story to the demo day.
 */
final class RunningSystem implements BeforeAllCallback {

    private static final int PORT_BASE =
            Integer.getInteger("foerderkreis.acceptance.port-base", 18080);
    private static Story story;
    private static RunningStack stack;

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(RunningSystem.class, it -> new Started(), Started.class);
    }

    /** The player, with everybody who has signed in so far. */
    static Story story() {
        return story;
    }

    static RunningStack stack() {
        return stack;
    }

    /** Every mail the SMTP server has accepted so far, oldest first. */
    static List<JsonNode> mails() {
        return new DemoMailbox(stack.mailUri()).all();
    }

    /** The one password of all demo users. */
    static String demoPassword() {
        return stack.demoPassword();
    }

    static URI portal() {
        return stack.portalUri();
    }

    private static final class Started implements AutoCloseable {

        Started() {
            stack =
                    DevStack.start(
                            Options.forTest(Path.of("target/stack").toAbsolutePath(), PORT_BASE));
            story = stack.story(sentence -> System.out.println("story: " + sentence));
            story.playTo(Story.DEMO_DAY);
        }

        @Override
        public void close() {
            stack.stop();
        }
    }
}
