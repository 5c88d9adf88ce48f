package de.foerderkreis.gateway.session;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import tools.jackson.databind.json.JsonMapper;

/**
 * Session attributes as JSON in the database: no Java serialisation, so nothing in a row can name a
 * class to load, and an upgrade of a library does not strand sessions. Only our own three types
 * exist.
 */
class SessionValues {

    private static final byte LOGIN = 'L';
    private static final byte PENDING = 'P';
    private static final byte MEMBERSHIPS = 'M';

    private final JsonMapper json;

    SessionValues(JsonMapper json) {
        this.json = json;
    }

    ConversionService conversion() {
        var service = new GenericConversionService();
        service.addConverter(Object.class, byte[].class, this::bytes);
        service.addConverter(byte[].class, Object.class, this::value);
        return service;
    }

    byte[] bytes(Object value) {
        var kind =
                switch (value) {
                    case Login login -> LOGIN;
                    case PendingLogins pending -> PENDING;
                    case Memberships memberships -> MEMBERSHIPS;
                    default ->
                            throw new IllegalArgumentException(
                                    "Not kept in sessions: " + value.getClass());
                };
        var text = json.writeValueAsBytes(value);
        var bytes = new byte[text.length + 1];
        bytes[0] = kind;
        System.arraycopy(text, 0, bytes, 1, text.length);
        return bytes;
    }

    Object value(byte[] bytes) {
        var text = new String(Arrays.copyOfRange(bytes, 1, bytes.length), StandardCharsets.UTF_8);
        return switch (bytes[0]) {
            case LOGIN -> json.readValue(text, Login.class);
            case PENDING -> json.readValue(text, PendingLogins.class);
            case MEMBERSHIPS -> json.readValue(text, Memberships.class);
            default ->
                    throw new IllegalArgumentException(
                            "Unknown kind of session value: " + bytes[0]);
        };
    }
}
