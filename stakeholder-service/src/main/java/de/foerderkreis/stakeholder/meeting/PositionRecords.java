package de.foerderkreis.stakeholder.meeting;

import de.foerderkreis.stakeholder.editing.FieldVersionsColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code body_position}. */
@Repository
class PositionRecords {

    private final JdbcClient db;
    private final FieldVersionsColumn fields;

    PositionRecords(JdbcClient db, FieldVersionsColumn fields) {
        this.db = db;
        this.fields = fields;
    }

    List<BodyPosition> of(UUID meetingId) {
        return db.sql("select * from body_position where meeting_id = ? order by case_id")
                .param(meetingId)
                .query(this::map)
                .list();
    }

    Optional<BodyPosition> find(UUID meetingId, UUID caseId) {
        return db.sql("select * from body_position where meeting_id = ? and case_id = ?")
                .params(meetingId, caseId)
                .query(this::map)
                .optional();
    }

    void save(BodyPosition position) {
        var said = position.said();
        db.sql(
                        """
                        insert into body_position (meeting_id, case_id, position, reasons, note, version, field_versions)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb)
                        on conflict (meeting_id, case_id) do update
                        set position = excluded.position, reasons = excluded.reasons, note = excluded.note,
                            version = excluded.version, field_versions = excluded.field_versions\
                        """)
                .params(
                        position.meetingId(),
                        position.caseId(),
                        said.position().name(),
                        said.reasons().stream().map(Enum::name).toArray(String[]::new),
                        said.note(),
                        position.version(),
                        fields.write(position.fields()))
                .update();
    }

    private BodyPosition map(ResultSet row, int index) throws SQLException {
        var reasons = (String[]) row.getArray("reasons").getArray();
        return new BodyPosition(
                row.getObject("meeting_id", UUID.class),
                row.getObject("case_id", UUID.class),
                new BodyPosition.Said(
                        Opinion.valueOf(row.getString("position")),
                        Arrays.stream(reasons).map(OpinionReason::valueOf).toList(),
                        row.getString("note")),
                row.getLong("version"),
                fields.read(row.getString("field_versions")));
    }
}
