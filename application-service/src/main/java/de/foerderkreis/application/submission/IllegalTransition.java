package de.foerderkreis.application.submission;

/** A step the application's present state does not allow. */
class IllegalTransition extends RuntimeException {

    final transient ApplicationStatus from;
    final transient ApplicationStatus to;

    IllegalTransition(ApplicationStatus from, ApplicationStatus to) {
        super("An application that is " + from + " cannot become " + to);
        this.from = from;
        this.to = to;
    }
}
