package de.foerderkreis.application.submission;

/** Somebody tried to approve what they wrote or handed over themselves. */
class OwnDraft extends RuntimeException {

    OwnDraft() {
        super("Nobody approves their own draft");
    }
}
