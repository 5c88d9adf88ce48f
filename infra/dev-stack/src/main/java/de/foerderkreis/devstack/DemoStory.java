package de.foerderkreis.devstack;

import de.foerderkreis.devstack.console.Progress;
import de.foerderkreis.story.Story;
import java.io.IOException;

/**
 * Plays the demo story once per data folder, so that a restart does not set anybody's clock back.
 */
final class DemoStory {

    static final String STEP = "demo story";

    private DemoStory() {}

    static boolean isPlayed(RunningStack stack) {
        return new ToldSoFar(stack.data()).isAtTheDemo();
    }

    /** Lets the portal's demo control play the rest, chapter by chapter. */
    static DemoPlayer player(RunningStack stack) throws IOException {
        return new DemoPlayer(
                stack.playerPort(),
                stack.secret(Secrets.DEMO_PLAYER),
                new ToldSoFar(stack.data()),
                stack.story(sentence -> {}).chapters(),
                chapter -> stack.story(sentence -> {}).play(chapter));
    }

    static void play(RunningStack stack, Progress progress) {
        progress.begun(STEP);
        try {
            var story = stack.story(sentence -> progress.note(STEP, sentence));
            story.playTo(Story.DEMO_DAY);
            new ToldSoFar(stack.data()).set(ToldSoFar.upToTheDemo(story.chapters()));
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
