package de.foerderkreis.stakeholder.attachment;

import de.foerderkreis.platform.documents.StoredDocument;
import de.foerderkreis.platform.persistence.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Rows of {@code draft_file}, which row level security shows to their own town only, and of {@code
 * statement_file}.
 */
@Repository
class AttachmentRecords {

    private static final String COLUMNS = "id, name, media_type, size, sha256, signed_letter";

    private final JdbcClient db;

    AttachmentRecords(JdbcClient db) {
        this.db = db;
    }

    List<Attachment> ofDraft(UUID roundId, String ags) {
        return db.sql(
                        "select "
                                + COLUMNS
                                + " from draft_file where round_id = ? and organisation = ? order by id")
                .params(roundId, ags)
                .query(AttachmentRecords::map)
                .list();
    }

    List<Attachment> ofStatement(UUID statementId) {
        return db.sql(
                        "select "
                                + COLUMNS
                                + " from statement_file where statement_id = ? order by id")
                .param(statementId)
                .query(AttachmentRecords::map)
                .list();
    }

    Map<UUID, List<Attachment>> ofRound(UUID roundId) {
        return db
                .sql(
                        "select statement_id, "
                                + COLUMNS
                                + " from statement_file where round_id = ? order by id")
                .param(roundId)
                .query((row, index) ->
                        Map.entry(row.getObject("statement_id", UUID.class), map(row, index)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** The original of a statement with this hash; a draft's file is none. */
    Optional<Attachment> original(String sha256) {
        return db.sql(
                        "select "
                                + COLUMNS
                                + " from statement_file where sha256 = ? order by id limit 1")
                .param(sha256)
                .query(AttachmentRecords::map)
                .optional();
    }

    Attachment insertDraft(
            UUID roundId, StoredDocument document, boolean signedLetter, Instant at) {
        var attachment = attachment(document, signedLetter);
        db.sql(
                        """
                        insert into draft_file (round_id, id, name, media_type, size, sha256, signed_letter, added_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        roundId,
                        attachment.id(),
                        attachment.name(),
                        attachment.mediaType(),
                        attachment.size(),
                        attachment.sha256(),
                        attachment.signedLetter(),
                        at.atOffset(ZoneOffset.UTC))
                .update();
        return attachment;
    }

    Attachment insertOriginal(
            UUID roundId,
            String ags,
            UUID statementId,
            StoredDocument document,
            boolean signedLetter) {
        var attachment = attachment(document, signedLetter);
        db.sql(
                        """
                        insert into statement_file (round_id, ags, statement_id, id, name, media_type, size, sha256, signed_letter)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        roundId,
                        ags,
                        statementId,
                        attachment.id(),
                        attachment.name(),
                        attachment.mediaType(),
                        attachment.size(),
                        attachment.sha256(),
                        attachment.signedLetter())
                .update();
        return attachment;
    }

    /** Turns the draft's files into the statement's. */
    void handOver(UUID roundId, String ags, UUID statementId) {
        db.sql(
                        """
                        with handed as (
                            delete from draft_file where round_id = ? and organisation = ? returning *)
                        insert into statement_file (id, round_id, ags, statement_id, sha256, name, media_type, size, signed_letter)
                        select id, round_id, organisation, ?, sha256, name, media_type, size, signed_letter from handed\
                        """)
                .params(roundId, ags, statementId)
                .update();
    }

    boolean removeDraft(UUID roundId, String ags, UUID id) {
        return db.sql("delete from draft_file where round_id = ? and organisation = ? and id = ?")
                        .params(roundId, ags, id)
                        .update()
                == 1;
    }

    private static Attachment attachment(StoredDocument document, boolean signedLetter) {
        return new Attachment(
                Ids.next(),
                document.filename(),
                document.mediaType(),
                document.size(),
                document.sha256(),
                signedLetter);
    }

    private static Attachment map(ResultSet row, int index) throws SQLException {
        return new Attachment(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getBoolean("signed_letter"));
    }
}
