package de.foerderkreis.application.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Content that never changes again, as canonical JSON: keys sorted, no white space; the same
 * content gives the same bytes whoever freezes it.
 *
 * @param sha256 hash of the content's UTF-8 bytes, lower-case hex
 */
public record FrozenJson(String sha256, String content) {

    private static final JsonMapper CANONICAL =
            JsonMapper.builder()
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    /** Freezes a record tree. */
    public static FrozenJson of(Object content) {
        var json = CANONICAL.writeValueAsString(content);
        return new FrozenJson(sha256(json.getBytes(StandardCharsets.UTF_8)), json);
    }

    /** Reads the content back. */
    public <T> T as(Class<T> type) {
        return CANONICAL.readValue(content, type);
    }

    /** The part of a frozen content as JSON of its own. */
    public static byte[] bytes(Object part) {
        return CANONICAL.writeValueAsBytes(part);
    }

    /** Hash of any bytes, lower-case hex. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
