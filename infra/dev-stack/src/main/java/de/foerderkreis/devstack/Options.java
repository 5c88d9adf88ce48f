package de.foerderkreis.devstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Where and how a stack runs.
 *
 * @param root the repository, with the built services in it
 * @param data folder of everything that survives a restart
 * @param portBase port of the gateway; the other twelve follow it
 * @param story whether the demo story is played after the first start
 * @param only parts to start; empty for all
 * @param speed whether services run with the optimising compiler and a larger heap (for
 *     measurements) instead of starting fast and small
 * @param today whether the business clock of a fresh district begins today instead of with the
 *     story
 * @param train whether a cache that makes the next start of a service faster is made after the
 *     start
 */
public record Options(
        Path root,
        Path data,
        int portBase,
        boolean story,
        Set<String> only,
        boolean speed,
        boolean today,
        boolean train) {

    static final int USUAL_PORT_BASE = 8080;

    /** A stack for people: state in {@code .data}, the usual ports, the demo story. */
    public static Options usual(Path root) {
        return new Options(
                root, root.resolve(".data"), USUAL_PORT_BASE, true, Set.of(), false, false, true);
    }

    /** A stack for a test beside a person's stack: its own state and ports, no story. */
    public static Options forTest(Path data, int portBase) {
        return new Options(findRoot(), data, portBase, false, Set.of(), false, false, false);
    }

    /** The repository that contains the working directory. */
    public static Path findRoot() {
        var here = Path.of("").toAbsolutePath();
        for (var folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("infra/dev-stack"))
                    && Files.isDirectory(folder.resolve("infra/keycloak"))) {
                return folder;
            }
        }
        throw new StackFailure(here + " is not inside a Förderkreis repository.");
    }

    public Options withData(Path folder) {
        return new Options(root, folder, portBase, story, only, speed, today, train);
    }

    public Options withPortBase(int base) {
        return new Options(root, data, base, story, only, speed, today, train);
    }

    public Options withStory(boolean play) {
        return new Options(root, data, portBase, play, only, speed, today, train);
    }

    /** A fresh district: no story, and business begins today. */
    public Options asFreshDistrict() {
        return new Options(root, data, portBase, false, only, speed, true, train);
    }

    /** Starts just these parts, by name. */
    public Options withOnly(Set<String> parts) {
        return new Options(root, data, portBase, story, parts, speed, today, train);
    }

    public Options withSpeed(boolean optimise) {
        return new Options(root, data, portBase, story, only, optimise, today, train);
    }

    public Options withTraining(boolean makeCaches) {
        return new Options(root, data, portBase, story, only, speed, today, makeCaches);
    }
}
