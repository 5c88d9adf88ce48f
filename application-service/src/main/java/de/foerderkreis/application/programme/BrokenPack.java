package de.foerderkreis.application.programme;

/**
 * A programme pack that cannot be used; the message is one sentence naming file, path and problem.
 */
class BrokenPack extends RuntimeException {

    BrokenPack(String file, String path, String problem) {
        super(
                "Programme pack %s is broken%s: %s"
                        .formatted(file, path.isEmpty() ? "" : " at " + path, problem));
    }
}
