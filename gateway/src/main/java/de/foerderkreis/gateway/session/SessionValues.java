package de.foerderkreis.gateway.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
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

    /** Stands where the brace of JSON would. */
    private static final byte SEALED = 1;

    private final JsonMapper json;
    private final @Nullable SessionSeal seal;

    /**
     * @param seal encrypts what is written and all that is read, null for neither
     */
    SessionValues(JsonMapper json, @Nullable SessionSeal seal) {
        this.json = json;
        this.seal = seal;
    }

    ConversionService conversion() {
        var service = new GenericConversionService();
        service.addConverter(Object.class, byte[].class, this::bytes);
        service.addConverter(new Reading());
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
        if (seal == null) {
            return ByteBuffer.allocate(1 + text.length).put(kind).put(text).array();
        }
        var sealed = seal.seal(kind, text);
        return ByteBuffer.allocate(2 + sealed.length).put(kind).put(SEALED).put(sealed).array();
    }

    /** Null for what was written with another key, or without one: that login is over. */
    @Nullable Object value(byte[] bytes) {
        var plain = plain(bytes);
        if (plain == null) {
            return null;
        }
        var text = new String(plain, StandardCharsets.UTF_8);
        return switch (bytes[0]) {
            case LOGIN -> json.readValue(text, Login.class);
            case PENDING -> json.readValue(text, PendingLogins.class);
            case MEMBERSHIPS -> json.readValue(text, Memberships.class);
            default ->
                    throw new IllegalArgumentException(
                            "Unknown kind of session value: " + bytes[0]);
        };
    }

    private byte @Nullable [] plain(byte[] bytes) {
        var sealed = bytes.length > 1 && bytes[1] == SEALED;
        if (seal == null) {
            return sealed ? null : Arrays.copyOfRange(bytes, 1, bytes.length);
        }
        return sealed ? seal.open(bytes[0], Arrays.copyOfRange(bytes, 2, bytes.length)) : null;
    }

    /** The only kind of converter that may answer with nothing. */
    private final class Reading implements GenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(byte[].class, Object.class));
        }

        @Override
        public @Nullable Object convert(
                @Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            return source instanceof byte[] bytes ? value(bytes) : null;
        }
    }
}
