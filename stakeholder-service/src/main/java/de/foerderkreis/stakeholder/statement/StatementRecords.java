package de.foerderkreis.stakeholder.statement;

import de.foerderkreis.stakeholder.coding.Reason;
import de.foerderkreis.stakeholder.signing.SignedAs;
import de.foerderkreis.stakeholder.signing.Signing;
import de.foerderkreis.stakeholder.tally.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code statement}. */
@Repository
class StatementRecords {

    private final JdbcClient db;

    StatementRecords(JdbcClient db) {
        this.db = db;
    }

    List<Statement> ofRound(UUID roundId) {
        return db.sql("select * from statement where round_id = ? order by ags, received_at, id")
                .param(roundId)
                .query(StatementRecords::map)
                .list();
    }

    List<Statement> ofTown(UUID roundId, String ags) {
        return db.sql(
                        "select * from statement where round_id = ? and ags = ? order by received_at, id")
                .params(roundId, ags)
                .query(StatementRecords::map)
                .list();
    }

    /**
     * What can still count or stand for a town: the one that counts now, the last that came in time
     * and the last of all. However often a town writes, these are three at most.
     */
    List<Statement> contending(UUID roundId, String ags) {
        return db.sql(
                        """
                        select * from statement where id in (
                            (select id from statement where round_id = :round and ags = :ags and status = 'COUNTED')
                            union all
                            (select id from statement where round_id = :round and ags = :ags and not late and not supplement
                             order by received_at desc, recorded_at desc, id desc limit 1)
                            union all
                            (select id from statement where round_id = :round and ags = :ags
                             order by received_at desc, recorded_at desc, id desc limit 1))\
                        """)
                .param("round", roundId)
                .param("ags", ags)
                .query(StatementRecords::map)
                .list();
    }

    Optional<Statement> find(UUID roundId, UUID id) {
        return db.sql("select * from statement where round_id = ? and id = ?")
                .params(roundId, id)
                .query(StatementRecords::map)
                .optional();
    }

    long nextReceiptNumber() {
        return db.sql("select nextval('receipt_number')").query(Long.class).single();
    }

    void insert(Statement statement, String recordedBy) {
        db.sql(
                        """
                        insert into statement (id, round_id, ags, position, reasons, text, channel, received_at, recorded_at,
                                               recorded_by, late, supplement, signing, signed_as, status, receipt_number,
                                               minutes, joint_with)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                        """)
                .param(statement.id())
                .param(statement.roundId())
                .param(statement.ags())
                .param(statement.position().name())
                .param(statement.reasons().stream().map(Enum::name).toArray(String[]::new))
                .param(statement.text())
                .param(statement.channel().name())
                .param(statement.receivedAt().atOffset(ZoneOffset.UTC))
                .param(statement.recordedAt().atOffset(ZoneOffset.UTC))
                .param(recordedBy)
                .param(statement.late())
                .param(statement.supplement())
                .param(name(statement.signing()))
                .param(name(statement.signedAs()))
                .param(statement.status().name())
                .param(statement.receiptNumber())
                .param(statement.evidence().minutes())
                .param(statement.evidence().jointWith().toArray(String[]::new))
                .update();
    }

    void changeStatus(UUID id, StatementStatus status) {
        db.sql("update statement set status = ? where id = ?").params(status.name(), id).update();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static Statement map(ResultSet row, int index) throws SQLException {
        var signing = row.getString("signing");
        var signedAs = row.getString("signed_as");
        return new Statement(
                row.getObject("id", UUID.class),
                row.getObject("round_id", UUID.class),
                row.getString("ags"),
                Position.valueOf(row.getString("position")),
                Arrays.stream((String[]) row.getArray("reasons").getArray())
                        .map(Reason::valueOf)
                        .toList(),
                row.getString("text"),
                Channel.valueOf(row.getString("channel")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("late"),
                row.getBoolean("supplement"),
                signing == null ? null : Signing.valueOf(signing),
                signedAs == null ? null : SignedAs.valueOf(signedAs),
                StatementStatus.valueOf(row.getString("status")),
                row.getString("receipt_number"),
                new Evidence(
                        row.getString("minutes"),
                        List.of((String[]) row.getArray("joint_with").getArray())));
    }
}
