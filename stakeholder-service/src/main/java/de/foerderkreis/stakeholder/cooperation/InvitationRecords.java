package de.foerderkreis.stakeholder.cooperation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code invitation}. */
@Repository
class InvitationRecords {

    private final JdbcClient db;

    InvitationRecords(JdbcClient db) {
        this.db = db;
    }

    Optional<Invitation> find(LinkSecret secret) {
        return db.sql("select * from invitation where token_sha256 = ?")
                .param(secret.sha256())
                .query(InvitationRecords::map)
                .optional();
    }

    /** Whether the partner got a link it asked for just now, by the real clock. */
    boolean askedForWithin(UUID cooperationId, Duration pause) {
        return db.sql(
                        """
                        select exists (select 1 from invitation where cooperation_id = ?
                                       and asked_by_partner
                                       and made_at > clock_timestamp() - ? * interval '1 millisecond')\
                        """)
                .params(cooperationId, pause.toMillis())
                .query(Boolean.class)
                .single();
    }

    /** The older links of a request stop working. */
    void replaceAll(UUID cooperationId) {
        db.sql("update invitation set replaced = true where cooperation_id = ? and not replaced")
                .param(cooperationId)
                .update();
    }

    void insert(
            UUID id,
            UUID cooperationId,
            UUID contactId,
            LinkSecret secret,
            Instant validUntil,
            boolean askedByPartner) {
        db.sql(
                        """
                        insert into invitation (id, cooperation_id, contact_id, token_sha256, valid_until,
                                                asked_by_partner)
                        values (?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        id,
                        cooperationId,
                        contactId,
                        secret.sha256(),
                        validUntil.atOffset(ZoneOffset.UTC),
                        askedByPartner)
                .update();
    }

    void use(UUID id, Instant now) {
        db.sql("update invitation set used_at = ? where id = ?")
                .params(now.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    private static Invitation map(ResultSet row, int index) throws SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                row.getObject("cooperation_id", UUID.class),
                row.getObject("contact_id", UUID.class),
                row.getObject("valid_until", OffsetDateTime.class).toInstant(),
                row.getBoolean("replaced"),
                row.getObject("used_at", OffsetDateTime.class) != null);
    }
}
