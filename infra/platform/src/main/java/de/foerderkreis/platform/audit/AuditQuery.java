package de.foerderkreis.platform.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Reads the trail of the current district. */
class AuditQuery {

    private final JdbcClient jdbc;

    AuditQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest entries, at most 200, of one object or of all. */
    @Transactional(readOnly = true)
    public List<AuditEntry> list(
            @Nullable String objectType, @Nullable String objectId, @Nullable Long before) {
        return jdbc.sql(
                        "select "
                                + AuditEntry.COLUMNS
                                + """
                                 from audit_entry e
                                where (cast(:type as text) is null or e.object_type = :type)
                                  and (cast(:id as text) is null or e.object_id = :id)
                                  and (cast(:before as bigint) is null or e.seq < :before)
                                order by e.seq desc limit 200
                                """)
                .param("type", objectType)
                .param("id", objectId)
                .param("before", before)
                .query((row, number) -> AuditEntry.of(row))
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
        var verifier = new AuditVerifier(null);
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
}
