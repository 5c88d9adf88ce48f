package de.foerderkreis.devstack;

/** Why the stack does not start, in one sentence that says what to do. */
public final class StackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StackFailure(String sentence) {
        super(sentence);
    }

    StackFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
