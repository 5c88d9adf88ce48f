package de.foerderkreis.stakeholder.editing;

import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes {@link FieldVersions} as the jsonb column of a row. */
@Component
public class FieldVersionsColumn {

    private static final TypeReference<Map<String, Long>> TYPE = new TypeReference<>() {};

    private final JsonMapper json;

    FieldVersionsColumn(JsonMapper json) {
        this.json = json;
    }

    /** The column's text as read from the database. */
    public FieldVersions read(String column) {
        return new FieldVersions(json.readValue(column, TYPE));
    }

    /** Text for a {@code ?::jsonb} parameter. */
    public String write(FieldVersions versions) {
        return json.writeValueAsString(versions.changed());
    }
}
