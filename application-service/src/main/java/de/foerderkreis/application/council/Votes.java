package de.foerderkreis.application.council;

/**
 * Votes as the minutes count them; many minutes do not.
 *
 * @param yes 0 or more, as {@code no} and {@code abstain}
 */
public record Votes(int yes, int no, int abstain) {

    /**
     * Whether the votes can have given an outcome. Abstentions never count against a resolution; a
     * tie rejects (KrO NRW § 35).
     */
    boolean fit(Outcome outcome) {
        return switch (outcome) {
            case ADOPTED_UNANIMOUS -> yes > 0 && no == 0;
            case ADOPTED_MAJORITY -> yes > no && no > 0;
            case ADOPTED_AMENDED, DEFERRED, REFERRED -> yes > no;
            case REJECTED -> no >= yes && yes + no > 0;
            case NOTED, WITHDRAWN, NO_DECISION -> false;
        };
    }
}
