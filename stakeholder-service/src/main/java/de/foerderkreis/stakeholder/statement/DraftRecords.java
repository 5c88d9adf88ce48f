package de.foerderkreis.stakeholder.statement;

import de.foerderkreis.stakeholder.coding.Reason;
import de.foerderkreis.stakeholder.editing.FieldVersionsColumn;
import de.foerderkreis.stakeholder.tally.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Rows of {@code statement_draft}: row level security shows each town its own and nobody else's.
 */
@Repository
class DraftRecords {

    private final JdbcClient db;
    private final FieldVersionsColumn fields;

    DraftRecords(JdbcClient db, FieldVersionsColumn fields) {
        this.db = db;
        this.fields = fields;
    }

    Optional<StatementDraft> find(UUID roundId, String ags) {
        return db.sql("select * from statement_draft where round_id = ? and organisation = ?")
                .params(roundId, ags)
                .query(this::map)
                .optional();
    }

    boolean insert(StatementDraft draft) {
        return db.sql(
                                """
                                insert into statement_draft (round_id, status, position, reasons, text, updated_at, updated_by,
                                                             version, field_versions)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                                on conflict do nothing\
                                """)
                        .param(draft.roundId())
                        .param(draft.status().name())
                        .param(name(draft.content().position()))
                        .param(names(draft.content()))
                        .param(draft.content().text())
                        .param(draft.updatedAt().atOffset(ZoneOffset.UTC))
                        .param(draft.updatedBy())
                        .param(draft.version())
                        .param(fields.write(draft.fields()))
                        .update()
                == 1;
    }

    boolean update(StatementDraft draft, String ags, long seen) {
        return db.sql(
                                """
                                update statement_draft
                                set status = ?, position = ?, reasons = ?, text = ?, updated_at = ?, updated_by = ?, version = ?,
                                    field_versions = ?::jsonb
                                where round_id = ? and organisation = ? and version = ?\
                                """)
                        .param(draft.status().name())
                        .param(name(draft.content().position()))
                        .param(names(draft.content()))
                        .param(draft.content().text())
                        .param(draft.updatedAt().atOffset(ZoneOffset.UTC))
                        .param(draft.updatedBy())
                        .param(draft.version())
                        .param(fields.write(draft.fields()))
                        .param(draft.roundId())
                        .param(ags)
                        .param(seen)
                        .update()
                == 1;
    }

    boolean delete(UUID roundId, String ags, long seen) {
        return db.sql(
                                "delete from statement_draft where round_id = ? and organisation = ? and version = ?")
                        .params(roundId, ags, seen)
                        .update()
                == 1;
    }

    private static @Nullable String name(@Nullable Position position) {
        return position == null ? null : position.name();
    }

    private static String[] names(Content content) {
        return content.reasons().stream().map(Enum::name).toArray(String[]::new);
    }

    private StatementDraft map(ResultSet row, int index) throws SQLException {
        var position = row.getString("position");
        return new StatementDraft(
                row.getObject("round_id", UUID.class),
                StatementDraft.Status.valueOf(row.getString("status")),
                new Content(
                        position == null ? null : Position.valueOf(position),
                        Arrays.stream((String[]) row.getArray("reasons").getArray())
                                .map(Reason::valueOf)
                                .toList(),
                        row.getString("text")),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getString("updated_by"),
                row.getLong("version"),
                fields.read(row.getString("field_versions")));
    }
}
