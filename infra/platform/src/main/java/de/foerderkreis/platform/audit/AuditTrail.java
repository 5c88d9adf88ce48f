package de.foerderkreis.platform.audit;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.TraceParent;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.tenancy.Callers;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes entries of the trail into the current transaction. */
class AuditTrail implements Audit {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Under this name a writer carries the personal values it meets. */
    private static final String PERSONAL = "personal";

    /** One for all: a mapper of its own for each entry would learn every type anew. */
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new SimpleModule().addSerializer(PersonalValue.class, new Hashing()))
                    .build();

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final TraceParent traceParent;

    AuditTrail(JdbcClient jdbc, BusinessClock clock, TraceParent traceParent) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.traceParent = traceParent;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(
            String action,
            String objectType,
            String objectId,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable String reason) {
        var id = Ids.next();
        var caller = Callers.current();
        var personal = new ArrayList<Salted>();
        jdbc.sql(
                        """
                        insert into audit_entry (id, district, at, recorded_at, actor, functions, organisation, action, object_type,
                            object_id, before, after, reason, traceparent)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(id)
                .param(Tenancy.district())
                .param(clock.now().atOffset(ZoneOffset.UTC))
                .param(Instant.now().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .param(caller.map(it -> it.subject()).orElse("system"))
                .param(
                        caller.map(it -> String.join(" ", it.roles().stream().sorted().toList()))
                                .orElse("SYSTEM"))
                .param(caller.map(it -> it.organisation()).orElse(Tenancy.district()))
                .param(action)
                .param(objectType)
                .param(objectId)
                .param(json(before, personal))
                .param(json(after, personal))
                .param(reason)
                .param(traceParent.current())
                .update();
        for (var value : personal) {
            keep(id, value);
        }
    }

    private void keep(UUID entry, Salted value) {
        jdbc.sql(
                        "insert into audit_personal_value (hash, entry_id, salt, value) values (?, ?, ?, ?)")
                .params(value.hash(), entry, value.salt(), value.value())
                .update();
    }

    private static @Nullable String json(@Nullable Object value, List<Salted> personal) {
        if (value == null) {
            return null;
        }
        return JSON.writer()
                .withAttribute(PERSONAL, new Gathered(personal))
                .writeValueAsString(value);
    }

    private record Gathered(List<Salted> values) {}

    private record Salted(String hash, String salt, String value) {

        static Salted of(String value) {
            var salt = new byte[16];
            RANDOM.nextBytes(salt);
            var text = HexFormat.of().formatHex(salt);
            return new Salted(AuditHash.of(text, value), text, value);
        }
    }

    /** Leaves the salted hash in the entry and the value to the side table. */
    private static final class Hashing extends StdSerializer<PersonalValue> {

        Hashing() {
            super(PersonalValue.class);
        }

        @Override
        public void serialize(
                PersonalValue value, JsonGenerator json, SerializationContext context) {
            var salted = Salted.of(value.value());
            ((Gathered) context.getAttribute(PERSONAL)).values().add(salted);
            json.writeString("sha256:" + salted.hash());
        }
    }
}
