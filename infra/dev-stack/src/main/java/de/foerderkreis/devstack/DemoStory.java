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
                story(stack).chapters(),
                chapter -> story(stack).play(chapter));
    }

    /** With people who sign in anew: between two presses of the button sessions may have ended. */
    private static Story story(RunningStack stack) {
        return new Story(stack.portalUri(), stack.demoPassword(), sentence -> {});
    }

    static void play(RunningStack stack, Progress progress) {
        progress.begun(STEP);
        try {
            var story =
                    new Story(
                            stack.portalUri(),
                            stack.demoPassword(),
                            sentence -> progress.note(STEP, sentence));
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
