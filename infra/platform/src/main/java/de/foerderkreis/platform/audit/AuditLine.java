package de.foerderkreis.platform.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line of an exported trail.
 *
 * @param entry absent if the chain names an entry that is gone
 * @param seal absent in the tail that is not sealed yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditLine(@Nullable AuditEntry entry, @Nullable AuditSeal seal) {

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    static AuditLine parse(String line) {
        return JSON.readValue(line, AuditLine.class);
    }

    String format() {
        return JSON.writeValueAsString(this);
    }
}
