package de.foerderkreis.application.fundingcase;

import de.foerderkreis.platform.documents.StoredDocument;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which stored documents belong to which case. */
@Repository
class CaseDocuments {

    private final JdbcClient jdbc;

    CaseDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID caseId, StoredDocument document, Instant at) {
        jdbc.sql(
                        """
                        insert into case_document (case_id, sha256, filename, media_type, size, added_at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        caseId,
                        document.sha256(),
                        document.filename(),
                        document.mediaType(),
                        document.size(),
                        Timestamp.from(at))
                .update();
    }

    Optional<StoredDocument> find(UUID caseId, String sha256) {
        return jdbc.sql(
                        """
                        select sha256, filename, media_type, size from case_document where case_id = ? and sha256 = ?
                        """)
                .params(caseId, sha256)
                .query((row, no) ->
                        new StoredDocument(
                                row.getString("sha256"),
                                row.getString("filename"),
                                row.getString("media_type"),
                                row.getLong("size")))
                .optional();
    }

    List<StoredDocument> of(UUID caseId) {
        return jdbc.sql(
                        """
                        select sha256, filename, media_type, size from case_document where case_id = ?
                        order by added_at desc limit 200
                        """)
                .param(caseId)
                .query((row, no) ->
                        new StoredDocument(
                                row.getString("sha256"),
                                row.getString("filename"),
                                row.getString("media_type"),
                                row.getLong("size")))
                .list();
    }
}
