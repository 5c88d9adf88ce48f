package de.foerderkreis.platform.audit;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.EventJson;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Reads the trail of the current district. */
public class AuditQuery {

    private static final String AMONG =
            "entry_id in (select cast(value as uuid) from json_array_elements_text(cast(? as json)))";

    private final String service;
    private final JdbcClient jdbc;

    AuditQuery(String service, JdbcClient jdbc) {
        this.service = service;
        this.jdbc = jdbc;
    }

    /** The last sealed link as the current transaction sees it; empty before the first one. */
    @Transactional(readOnly = true)
    public Optional<ChainHead> head() {
        var district = Tenancy.district();
        return jdbc.sql(
                        """
                        select position, hash, sealed_at from audit_seal
                        where district = ? order by position desc limit 1
                        """)
                .param(district)
                .query((row, number) ->
                        new ChainHead(
                                service + "/" + district,
                                row.getLong("position"),
                                row.getString("hash"),
                                row.getObject("sealed_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** The newest entries that fit, newest first. */
    @Transactional(readOnly = true)
    public List<AuditEntry> list(AuditFilter filter, int limit) {
        return jdbc.sql(
                        "select "
                                + AuditEntry.COLUMNS
                                + """
                                 from audit_entry e
                                where (cast(:type as text) is null or e.object_type = :type)
                                  and (cast(:id as text) is null or e.object_id = :id)
                                  and (cast(:actor as text) is null or e.actor = :actor)
                                  and (cast(:action as text) is null or e.action = :action)
                                  and (cast(:from as timestamptz) is null or e.at >= :from)
                                  and (cast(:until as timestamptz) is null or e.at < :until)
                                  and (cast(:before as bigint) is null or e.seq < :before)
                                order by e.seq desc limit :limit
                                """)
                .param("type", filter.objectType())
                .param("id", filter.objectId())
                .param("actor", filter.actor())
                .param("action", filter.action())
                .param("from", filter.from() == null ? null : startOf(filter.from()))
                .param("until", filter.to() == null ? null : startOf(filter.to().plusDays(1)))
                .param("before", filter.before())
                .param("limit", limit)
                .query((row, number) -> AuditEntry.of(row))
                .list();
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
    }

    /** The same with place in the chain and the personal values that are still there. */
    @Transactional(readOnly = true)
    public AuditExcerpt excerpt(AuditFilter filter, int limit) {
        var entries = list(filter, limit);
        var ids = EventJson.write(entries.stream().map(AuditEntry::id).toList());
        Map<UUID, Long> positions = new HashMap<>();
        jdbc.sql("select entry_id, position from audit_seal where " + AMONG)
                .param(ids)
                .query(row -> {
                    positions.put(row.getObject("entry_id", UUID.class), row.getLong("position"));
                });
        Map<String, String> values = new HashMap<>();
        jdbc.sql("select hash, value from audit_personal_value where " + AMONG)
                .param(ids)
                .query(row -> {
                    values.put("sha256:" + row.getString("hash"), row.getString("value"));
                });
        return new AuditExcerpt(entries, positions, values);
    }

    /** What occurs in the trail, for choosing from: acts, and kinds of objects. */
    @Transactional(readOnly = true)
    public Codes codes() {
        return new Codes(distinct("action"), distinct("object_type"));
    }

    private List<String> distinct(String column) {
        return jdbc.sql("select distinct %1$s from audit_entry order by %1$s".formatted(column))
                .query((row, number) -> row.getString(column))
                .list();
    }

    /** Writes the whole trail: the chain in order, then the tail that is not sealed yet. */
    @Transactional(readOnly = true)
    public void export(Writer out) {
        each(line -> {
            try {
                out.write(line.format());
                out.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException("The export was broken off", e);
            }
        });
    }

    /** Verifies the chain as it stands in the database. */
    @Transactional(readOnly = true)
    public AuditVerifier.Report verify() {
        var verifier = new AuditVerifier(List.of());
        each(verifier::take);
        return verifier.report();
    }

    private void each(Consumer<AuditLine> action) {
        try (var sealed =
                jdbc
                        .sql(
                                "select "
                                        + AuditEntry.COLUMNS
                                        + """
                                        , s.position, s.entry_id, s.entry_hash, s.previous, s.hash
                                        from audit_seal s left join audit_entry e on e.id = s.entry_id order by s.position
                                        """)
                        .withFetchSize(500)
                        .query((row, number) -> sealed(row))
                        .stream()) {
            sealed.forEach(action);
        }
        try (var tail =
                jdbc
                        .sql(
                                "select "
                                        + AuditEntry.COLUMNS
                                        + """
                                         from audit_entry e
                                        where not exists (select 1 from audit_seal s where s.entry_id = e.id) order by e.seq
                                        """)
                        .withFetchSize(500)
                        .query((row, number) -> new AuditLine(AuditEntry.of(row), null))
                        .stream()) {
            tail.forEach(action);
        }
    }

    private static AuditLine sealed(ResultSet row) throws SQLException {
        var seal =
                new AuditSeal(
                        row.getLong("position"),
                        row.getObject("entry_id", UUID.class),
                        row.getString("entry_hash"),
                        row.getString("previous"),
                        row.getString("hash"));
        return new AuditLine(row.getString("id") == null ? null : AuditEntry.of(row), seal);
    }

    /** What can be chosen from. */
    public record Codes(List<String> actions, List<String> objectTypes) {}
}
