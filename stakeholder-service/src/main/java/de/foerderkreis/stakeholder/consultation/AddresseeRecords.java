package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.stakeholder.tally.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code consultation_addressee}. */
@Repository
class AddresseeRecords {

    private final JdbcClient db;

    AddresseeRecords(JdbcClient db) {
        this.db = db;
    }

    List<Addressee> of(UUID roundId) {
        return db.sql("select * from consultation_addressee where round_id = ? order by ags")
                .param(roundId)
                .query(AddresseeRecords::map)
                .list();
    }

    Optional<Addressee> find(UUID roundId, String ags) {
        return db.sql("select * from consultation_addressee where round_id = ? and ags = ?")
                .params(roundId, ags)
                .query(AddresseeRecords::map)
                .optional();
    }

    void insert(UUID roundId, Addressee addressee) {
        db.sql(
                        """
                        insert into consultation_addressee (round_id, ags, name, inhabitants, contact_id)
                        values (?, ?, ?, ?, ?)\
                        """)
                .param(roundId)
                .param(addressee.ags())
                .param(addressee.name())
                .param(addressee.inhabitants())
                .param(addressee.contactId())
                .update();
    }

    void confirmReceipt(UUID roundId, String ags, Instant at) {
        db.sql(
                        """
                        update consultation_addressee set receipt_confirmed_at = coalesce(receipt_confirmed_at, ?)
                        where round_id = ? and ags = ?\
                        """)
                .params(at.atOffset(ZoneOffset.UTC), roundId, ags)
                .update();
    }

    /**
     * The event names the contact, not the round: it is the letter of every round that was opened
     * before it and waits for its delivery, in practice of one.
     */
    void delivered(UUID contactId, Instant sentAt) {
        var at = sentAt.atOffset(ZoneOffset.UTC);
        db.sql(
                        """
                        update consultation_addressee addressee set delivered_at = ?
                        from consultation_round round
                        where round.id = addressee.round_id and addressee.contact_id = ? and addressee.delivered_at is null
                          and round.opened_at <= ?\
                        """)
                .params(at, contactId, at)
                .update();
    }

    void requestExtension(UUID roundId, String ags, LocalDate until, String reason) {
        db.sql(
                        """
                        update consultation_addressee
                        set extension_until = ?, extension_reason = ?, extension_decision = null,
                            extension_granted_until = null, extension_decision_reason = null
                        where round_id = ? and ags = ?\
                        """)
                .params(until, reason, roundId, ags)
                .update();
    }

    void decideExtension(UUID roundId, String ags, Addressee.MoreTime decided) {
        db.sql(
                        """
                        update consultation_addressee
                        set extension_decision = ?, extension_granted_until = ?, extension_decision_reason = ?
                        where round_id = ? and ags = ?\
                        """)
                .param(decided.decision() == null ? null : decided.decision().name())
                .param(decided.grantedUntil())
                .param(decided.decisionReason())
                .param(roundId)
                .param(ags)
                .update();
    }

    void reserve(UUID roundId, String ags, Addressee.Reservation reservation) {
        db.sql(
                        """
                        update consultation_addressee set reservation_until = ?, reservation_reason = ?
                        where round_id = ? and ags = ?\
                        """)
                .params(reservation.until(), reservation.reason(), roundId, ags)
                .update();
    }

    void supplemented(UUID roundId, String ags, Instant at) {
        db.sql(
                        "update consultation_addressee set supplemented_at = ? where round_id = ? and ags = ?")
                .params(at.atOffset(ZoneOffset.UTC), roundId, ags)
                .update();
    }

    void markReminded(UUID roundId, List<String> municipalities, Instant at) {
        db.sql(
                        "update consultation_addressee set reminded_at = ? where round_id = ? and ags = any(?)")
                .params(at.atOffset(ZoneOffset.UTC), roundId, municipalities.toArray(String[]::new))
                .update();
    }

    void answer(UUID roundId, String ags, Addressee.Answer answer) {
        db.sql(
                        """
                        update consultation_addressee
                        set statement_id = ?, position = ?, channel = ?, received_at = ?, late = ?, supplement = ?
                        where round_id = ? and ags = ?\
                        """)
                .params(
                        answer.statementId(),
                        answer.position().name(),
                        answer.channel(),
                        answer.receivedAt().atOffset(ZoneOffset.UTC),
                        answer.late(),
                        answer.supplement(),
                        roundId,
                        ags)
                .update();
    }

    private static Addressee map(ResultSet row, int index) throws SQLException {
        return new Addressee(
                row.getString("ags"),
                row.getString("name"),
                row.getInt("inhabitants"),
                row.getObject("contact_id", UUID.class),
                RoundRecords.instant(row, "delivered_at"),
                RoundRecords.instant(row, "receipt_confirmed_at"),
                moreTime(row),
                reservation(row),
                RoundRecords.instant(row, "supplemented_at"),
                RoundRecords.instant(row, "reminded_at"),
                answer(row));
    }

    private static Addressee.@Nullable MoreTime moreTime(ResultSet row) throws SQLException {
        var until = row.getObject("extension_until", LocalDate.class);
        if (until == null) {
            return null;
        }
        var decision = row.getString("extension_decision");
        return new Addressee.MoreTime(
                until,
                row.getString("extension_reason"),
                decision == null ? null : Addressee.Decision.valueOf(decision),
                row.getObject("extension_granted_until", LocalDate.class),
                row.getString("extension_decision_reason"));
    }

    private static Addressee.@Nullable Reservation reservation(ResultSet row) throws SQLException {
        var until = row.getObject("reservation_until", LocalDate.class);
        return until == null
                ? null
                : new Addressee.Reservation(until, row.getString("reservation_reason"));
    }

    private static Addressee.@Nullable Answer answer(ResultSet row) throws SQLException {
        var receivedAt = RoundRecords.instant(row, "received_at");
        return receivedAt == null
                ? null
                : new Addressee.Answer(
                        row.getObject("statement_id", UUID.class),
                        Position.valueOf(row.getString("position")),
                        row.getString("channel"),
                        receivedAt,
                        row.getBoolean("late"),
                        row.getBoolean("supplement"));
    }
}
