package de.foerderkreis.application.programme;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a broken pack at start into one sentence instead of a stack trace. */
class BrokenPackAnalyzer extends AbstractFailureAnalyzer<BrokenPack> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BrokenPack cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Correct the file or remove it, then start again.",
                cause);
    }
}
