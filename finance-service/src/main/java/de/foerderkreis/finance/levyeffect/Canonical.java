package de.foerderkreis.finance.levyeffect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

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

    private record Share(String ags, String share) {}
}
