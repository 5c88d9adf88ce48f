package de.foerderkreis.finance.levyeffect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/**
 * The one text form of inputs and results: JSON without spaces, names in the order of the records,
 * every number that carries money a decimal string. It has its own mapper, so that no setting of
 * the application can change a hash.
 */
final class Canonical {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private Canonical() {}

    static String inputs(LevyInputs inputs) {
        return MAPPER.writeValueAsString(inputs);
    }

    static LevyInputs inputs(String text) {
        return MAPPER.readValue(text, LevyInputs.class);
    }

    /** The frozen table: what was apportioned to whom, and the effect on the rate. */
    static String result(LevyInputs inputs) {
        var table = LevyTable.of(inputs, Scenario.NONE);
        return MAPPER.writeValueAsString(
                new Result(
                        1,
                        sha256(inputs(inputs)),
                        table.rateDelta().toPlainString(),
                        table.smallestStep().toString(),
                        table.lines().stream()
                                .map(it -> new Share(it.town().ags(), it.share().toString()))
                                .toList()));
    }

    /**
     * Annex 2 as text; inputs and result go in as they are stored, so that their hashes can be
     * checked.
     */
    static String annex(LevyEffect effect) {
        return MAPPER.writeValueAsString(
                new Annex(
                        1,
                        effect.caseId(),
                        effect.id(),
                        effect.number(),
                        effect.inputHash(),
                        effect.resultHash(),
                        new RawValue(effect.inputs()),
                        new RawValue(effect.result())));
    }

    /** Lower-case hex. */
    static String sha256(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private record Result(
            int format,
            String inputHash,
            String rateDelta,
            String smallestStep,
            List<Share> shares) {}

    private record Annex(
            int format,
            UUID caseId,
            UUID levyEffectId,
            long number,
            String inputHash,
            String resultHash,
            RawValue inputs,
            RawValue result) {}

    private record Share(String ags, String share) {}
}
