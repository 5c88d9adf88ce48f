package de.foerderkreis.devstack;

import de.foerderkreis.devstack.console.Progress;
import de.foerderkreis.story.Actors;
import de.foerderkreis.story.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;

/**
 * Plays the demo story once per data folder, so that a restart does not set anybody's clock back.
 */
final class DemoStory {

    static final String STEP = "demo story";

    private DemoStory() {}

    static boolean isPlayed(RunningStack stack) {
        return Files.exists(stack.data().resolve("story-played"));
    }

    static void play(RunningStack stack, Progress progress) {
        progress.begun(STEP);
        try {
            new Story(
                            new Actors(
                                    stack.portalUri(),
                                    stack.demoPassword(),
                                    stack.demoCodeSecret()),
                            sentence -> progress.note(STEP, sentence))
                    .playTo(Story.DEMO_DAY);
            Files.writeString(stack.data().resolve("story-played"), Instant.now().toString());
            progress.done(STEP);
        } catch (IOException | RuntimeException e) {
            progress.failed(STEP);
            throw new StackFailure(
                    "The demo story could not be played to its end: "
                            + e.getMessage()
                            + ". The stack runs; the logs are in "
                            + stack.data().resolve("logs")
                            + ".",
                    e);
        }
    }
}
