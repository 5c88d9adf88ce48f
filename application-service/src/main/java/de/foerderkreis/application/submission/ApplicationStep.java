package de.foerderkreis.application.submission;

import de.foerderkreis.platform.tenancy.Caller;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A step a person takes on a page, with the state it leads to, who takes it, and its German
 * address. The first possible one is the page's primary button.
 */
enum ApplicationStep {
    SCHREIBEN(ApplicationStatus.DRAFT, Set.of(ApplicationStatus.DRAFT), "CLERK"),
    PRUEFUNG(ApplicationStatus.INTERNAL_REVIEW, Set.of(ApplicationStatus.DRAFT), "CLERK"),
    FREIGABE(ApplicationStatus.READY, Set.of(ApplicationStatus.INTERNAL_REVIEW), "HEAD"),
    RUECKGABE(ApplicationStatus.DRAFT, Set.of(ApplicationStatus.INTERNAL_REVIEW), "HEAD"),
    ABGABE(ApplicationStatus.SUBMITTED, Set.of(ApplicationStatus.READY), "HEAD", "LANDRAT"),
    EINGANG(ApplicationStatus.UNDER_REVIEW, Set.of(ApplicationStatus.SUBMITTED), "CLERK", "HEAD"),
    ANTWORT(ApplicationStatus.UNDER_REVIEW, Set.of(ApplicationStatus.QUERY_OPEN), "CLERK", "HEAD"),
    ENTSCHEIDUNG(
            ApplicationStatus.APPROVED, Set.of(ApplicationStatus.UNDER_REVIEW), "CLERK", "HEAD"),
    RUECKFRAGE(
            ApplicationStatus.QUERY_OPEN, Set.of(ApplicationStatus.UNDER_REVIEW), "CLERK", "HEAD"),
    RUECKNAHME(
            ApplicationStatus.WITHDRAWN,
            Set.of(
                    ApplicationStatus.DRAFT,
                    ApplicationStatus.INTERNAL_REVIEW,
                    ApplicationStatus.READY,
                    ApplicationStatus.SUBMITTED,
                    ApplicationStatus.UNDER_REVIEW),
            "CLERK",
            "HEAD",
            "LANDRAT");

    private final ApplicationStatus leadsTo;
    private final Set<ApplicationStatus> from;
    private final List<String> roles;

    ApplicationStep(ApplicationStatus leadsTo, Set<ApplicationStatus> from, String... roles) {
        this.leadsTo = leadsTo;
        this.from = from;
        this.roles = List.of(roles);
    }

    static Optional<ApplicationStep> of(String path) {
        for (var step : values()) {
            if (step.path().equals(path)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /** Last part of the page's address. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean possible(ApplicationStatus status) {
        return from.contains(status);
    }

    ApplicationStatus leadsTo() {
        return leadsTo;
    }

    Set<ApplicationStatus> from() {
        return from;
    }

    boolean allowedTo(Caller caller) {
        return roles.stream().anyMatch(caller::has);
    }

    /** Whether to offer it: what was handed in only a signatory withdraws. */
    boolean allowedTo(Caller caller, ApplicationStatus status) {
        return allowedTo(caller)
                && (this != RUECKNAHME
                        || !status.handedIn()
                        || caller.has("HEAD")
                        || caller.has("LANDRAT"));
    }

    /** Whether it binds somebody, so that the page asks once and names the consequence. */
    public boolean binding() {
        return this != SCHREIBEN;
    }
}
