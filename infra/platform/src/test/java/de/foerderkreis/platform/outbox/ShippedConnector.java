package de.foerderkreis.platform.outbox;

import io.debezium.data.Envelope;
import io.debezium.data.Uuid;
import io.debezium.time.ZonedTimestamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.Converter;
import org.apache.kafka.connect.storage.HeaderConverter;
import org.apache.kafka.connect.transforms.Transformation;

/**
 * Does to a row of the outbox what Kafka Connect does with the shipped configuration: transforms in
 * their order, then converters. Only the reading of the write-ahead log is played.
 */
final class ShippedConnector implements AutoCloseable {

    private static final Schema SOURCE =
            SchemaBuilder.struct().name("source").field("connector", Schema.STRING_SCHEMA).build();

    /** Columns as Debezium's PostgreSQL connector maps them; it does not see the generated slot. */
    private static final Schema ROW =
            SchemaBuilder.struct()
                    .name("foerderkreis-outbox.public.outbox.Value")
                    // An insert has no row before.
                    .optional()
                    .field("seq", Schema.INT64_SCHEMA)
                    .field("id", Uuid.schema())
                    .field("topic", Schema.STRING_SCHEMA)
                    .field("key", Schema.STRING_SCHEMA)
                    .field("type", Schema.STRING_SCHEMA)
                    .field("source", Schema.STRING_SCHEMA)
                    .field("subject", Schema.STRING_SCHEMA)
                    .field("time", ZonedTimestamp.schema())
                    .field("district", Schema.STRING_SCHEMA)
                    .field("causationid", Schema.OPTIONAL_STRING_SCHEMA)
                    .field("traceparent", Schema.OPTIONAL_STRING_SCHEMA)
                    .field("payload", Schema.OPTIONAL_STRING_SCHEMA)
                    .build();

    private static final Envelope ENVELOPE =
            Envelope.defineSchema()
                    .withName("foerderkreis-outbox.public.outbox.Envelope")
                    .withRecord(ROW)
                    .withSource(SOURCE)
                    .build();

    private final Map<String, String> settings = new HashMap<>();
    private final List<Transformation<SourceRecord>> transforms;

    ShippedConnector(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.forEach((name, value) -> settings.put(name.toString(), value.toString()));
        transforms =
                List.of(settings.get("transforms").split(",")).stream()
                        .map(this::transformation)
                        .toList();
    }

    private Transformation<SourceRecord> transformation(String name) {
        var prefix = "transforms." + name + ".";
        Transformation<SourceRecord> transformation = instance(settings.get(prefix + "type"));
        transformation.configure(settingsBehind(prefix));
        return transformation;
    }

    private Map<String, String> settingsBehind(String prefix) {
        var own = new HashMap<String, String>();
        settings.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                own.put(name.substring(prefix.length()), value);
            }
        });
        return own;
    }

    /** What the connector would send for the insert of this row. */
    ProducerRecord<byte[], byte[]> send(Map<String, Object> row) {
        var after = new Struct(ROW);
        for (var field : ROW.fields()) {
            after.put(field, value(row.get(field.name())));
        }
        var change =
                ENVELOPE.create(
                        after, new Struct(SOURCE).put("connector", "postgresql"), Instant.EPOCH);
        var record =
                new SourceRecord(
                        Map.of(),
                        Map.of(),
                        "foerderkreis-outbox.public.outbox",
                        ENVELOPE.schema(),
                        change);
        for (var transformation : transforms) {
            record = transformation.apply(record);
        }
        return converted(record);
    }

    private static Object value(Object column) {
        return switch (column) {
            case UUID id -> id.toString();
            case OffsetDateTime time -> ZonedTimestamp.toIsoString(time, null, null, null);
            case null, default -> column;
        };
    }

    private ProducerRecord<byte[], byte[]> converted(SourceRecord record) {
        Converter key = instance(settings.get("key.converter"));
        key.configure(settingsBehind("key.converter."), true);
        Converter value = instance(settings.get("value.converter"));
        value.configure(settingsBehind("value.converter."), false);
        var message =
                new ProducerRecord<>(
                        record.topic(),
                        record.kafkaPartition(),
                        key.fromConnectData(record.topic(), record.keySchema(), record.key()),
                        value.fromConnectData(
                                record.topic(), record.valueSchema(), record.value()));
        HeaderConverter header = instance(settings.get("header.converter"));
        header.configure(new TreeMap<>(Map.of("converter.type", "header")));
        record.headers()
                .forEach(it ->
                        message.headers()
                                .add(
                                        it.key(),
                                        header.fromConnectHeader(
                                                record.topic(),
                                                it.key(),
                                                it.schema(),
                                                it.value())));
        return message;
    }

    @SuppressWarnings("unchecked")
    private static <T> T instance(String className) {
        try {
            return (T) Class.forName(className).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(className, e);
        }
    }

    @Override
    public void close() {
        transforms.forEach(Transformation::close);
    }
}
