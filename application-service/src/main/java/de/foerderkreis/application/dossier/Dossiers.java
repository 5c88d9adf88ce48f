package de.foerderkreis.application.dossier;

import de.foerderkreis.application.document.FrozenJson;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Stored dossiers, the work of making their files, and the files. */
@Repository
@Transactional
class Dossiers {

    /** After so many failures only a person starts again. */
    private static final int ATTEMPTS = 3;

    private final JdbcClient jdbc;

    Dossiers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, UUID caseId, int no, String state, FrozenJson frozen, Instant at) {
        jdbc.sql(
                        """
                        insert into dossier (id, case_id, no, state_sha256, sha256, content, frozen_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        caseId,
                        no,
                        state,
                        frozen.sha256(),
                        frozen.content(),
                        Timestamp.from(at))
                .update();
        jdbc.sql("insert into dossier_job (dossier_id) values (?)").param(id).update();
    }

    /** Dossiers of a case, the latest first. */
    @Transactional(readOnly = true)
    List<Stored> of(UUID caseId) {
        return jdbc.sql(
                        """
                        select d.id, d.no, d.state_sha256, d.sha256, d.content, j.attempts, j.failure,
                            j.claimed_until > clock_timestamp() as claimed,
                            (select sha256 from dossier_file f where f.dossier_id = d.id and type = 'pdf') as pdf,
                            (select sha256 from dossier_file f where f.dossier_id = d.id and type = 'zip') as zip
                        from dossier d join dossier_job j on j.dossier_id = d.id
                        where d.case_id = ? order by d.no desc
                        """)
                .param(caseId)
                .query((row, no) ->
                        new Stored(
                                row.getObject("id", UUID.class),
                                row.getInt("no"),
                                row.getString("state_sha256"),
                                new FrozenJson(row.getString("sha256"), row.getString("content")),
                                row.getBoolean("claimed"),
                                row.getInt("attempts") >= ATTEMPTS,
                                row.getString("failure"),
                                row.getString("pdf"),
                                row.getString("zip")))
                .list();
    }

    /** The frozen content by id, for work without a caller. */
    @Transactional(readOnly = true)
    FrozenJson content(UUID id) {
        return jdbc.sql("select sha256, content from dossier where id = ?")
                .param(id)
                .query((row, no) ->
                        new FrozenJson(row.getString("sha256"), row.getString("content")))
                .single();
    }

    /** Takes the work for two minutes; false if somebody has it, or it is done, or given up. */
    boolean claim(UUID id) {
        return jdbc.sql(
                                """
                                update dossier_job set claimed_until = clock_timestamp() + interval '2 minutes',
                                    attempts = attempts + 1, failure = null
                                where dossier_id = ? and attempts < ?
                                    and (claimed_until is null or claimed_until < clock_timestamp())
                                    and not exists(select 1 from dossier_file f where f.dossier_id = dossier_job.dossier_id)
                                """)
                        .params(id, ATTEMPTS)
                        .update()
                == 1;
    }

    /** Keeps both files; made twice they are the same bytes, so the first ones stay. */
    void finish(UUID id, byte[] pdf, byte[] zip) {
        put(id, "pdf", pdf);
        put(id, "zip", zip);
        jdbc.sql("update dossier_job set claimed_until = null where dossier_id = ?")
                .param(id)
                .update();
    }

    void fail(UUID id, String failure) {
        jdbc.sql("update dossier_job set claimed_until = null, failure = ? where dossier_id = ?")
                .params(failure, id)
                .update();
    }

    /** A person asks again after all attempts failed. */
    void retry(UUID id) {
        jdbc.sql("update dossier_job set attempts = 0, failure = null where dossier_id = ?")
                .param(id)
                .update();
    }

    @Transactional(readOnly = true)
    Optional<byte[]> file(UUID id, String type) {
        return jdbc.sql("select content from dossier_file where dossier_id = ? and type = ?")
                .params(id, type)
                .query((row, no) -> row.getBytes("content"))
                .optional();
    }

    private void put(UUID id, String type, byte[] bytes) {
        jdbc.sql(
                        """
                        insert into dossier_file (dossier_id, type, sha256, content) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(id, type, FrozenJson.sha256(bytes), bytes)
                .update();
    }

    /**
     * A dossier with its work.
     *
     * @param state hash of the content apart from number and time
     * @param claimed whether somebody is at it
     * @param givenUp whether it failed too often to go on by itself
     */
    record Stored(
            UUID id,
            int no,
            String state,
            FrozenJson frozen,
            boolean claimed,
            boolean givenUp,
            @Nullable String failure,
            @Nullable String pdfSha256,
            @Nullable String zipSha256) {

        boolean done() {
            return pdfSha256 != null && zipSha256 != null;
        }
    }
}
