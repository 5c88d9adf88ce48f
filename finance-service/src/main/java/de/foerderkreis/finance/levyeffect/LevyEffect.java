package de.foerderkreis.finance.levyeffect;

import java.time.Instant;
import java.util.UUID;

/**
 * A calculated and frozen levy effect; what it says follows from its inputs alone.
 *
 * @param number counts the effects of a case from 1
 * @param inputs canonical text of {@link LevyInputs}
 * @param inputHash SHA-256 of that text
 * @param result canonical text of the table
 * @param resultHash SHA-256 of that text
 */
record LevyEffect(
        UUID id,
        UUID caseId,
        long number,
        String inputs,
        String inputHash,
        String result,
        String resultHash,
        Instant calculatedAt) {

    static LevyEffect freeze(
            UUID id, UUID caseId, long number, LevyInputs inputs, Instant calculatedAt) {
        String text = Canonical.inputs(inputs);
        String result = Canonical.result(inputs);
        return new LevyEffect(
                id,
                caseId,
                number,
                text,
                Canonical.sha256(text),
                result,
                Canonical.sha256(result),
                calculatedAt);
    }

    public LevyInputs readInputs() {
        return Canonical.inputs(inputs);
    }

    /** Whether the inputs still hash to what was stored and give the same table, byte by byte. */
    boolean reproducible() {
        return Canonical.sha256(inputs).equals(inputHash)
                && Canonical.sha256(result).equals(resultHash)
                && Canonical.result(readInputs()).equals(result);
    }
}
