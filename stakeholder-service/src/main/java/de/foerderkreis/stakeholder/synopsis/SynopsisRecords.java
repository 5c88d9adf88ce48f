package de.foerderkreis.stakeholder.synopsis;

import de.foerderkreis.stakeholder.editing.FieldVersionsColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of answers, releases and publications. */
@Repository
class SynopsisRecords {

    private final JdbcClient db;
    private final FieldVersionsColumn fields;

    SynopsisRecords(JdbcClient db, FieldVersionsColumn fields) {
        this.db = db;
        this.fields = fields;
    }

    Map<String, Answer> answers(UUID roundId) {
        return db
                .sql("select * from synopsis_answer where round_id = ?")
                .param(roundId)
                .query(this::answer)
                .list()
                .stream()
                .collect(Collectors.toMap(Answer::ags, Function.identity()));
    }

    void store(UUID roundId, Answer answer) {
        db.sql(
                        """
                        insert into synopsis_answer (round_id, ags, answer, proposed_decision, authors, version, field_versions)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb)
                        on conflict (round_id, ags) do update
                        set answer = excluded.answer, proposed_decision = excluded.proposed_decision,
                            authors = excluded.authors, version = excluded.version,
                            field_versions = excluded.field_versions\
                        """)
                .params(
                        roundId,
                        answer.ags(),
                        answer.answer(),
                        answer.proposedDecision(),
                        answer.authors().toArray(String[]::new),
                        answer.version(),
                        fields.write(answer.fields()))
                .update();
    }

    Optional<Release> latestRelease(UUID roundId) {
        return db.sql(
                        "select * from synopsis_release where round_id = ? order by version desc limit 1")
                .param(roundId)
                .query(SynopsisRecords::release)
                .optional();
    }

    /** The release the towns were given last. */
    Optional<Release> published(UUID roundId) {
        return db.sql(
                        """
                        select release.* from synopsis_release release
                        join synopsis_publication publication using (round_id, version)
                        where round_id = ? order by version desc limit 1\
                        """)
                .param(roundId)
                .query(SynopsisRecords::release)
                .optional();
    }

    void insertRelease(UUID roundId, Release release, String by) {
        db.sql(
                        """
                        insert into synopsis_release (round_id, version, released_on, released_by, content, sha256)
                        values (?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        roundId,
                        release.version(),
                        release.releasedOn(),
                        by,
                        release.content(),
                        release.sha256())
                .update();
    }

    boolean publish(UUID roundId, int version, Instant at) {
        return db.sql(
                                """
                                insert into synopsis_publication (round_id, version, published_at) values (?, ?, ?)
                                on conflict do nothing\
                                """)
                        .params(roundId, version, at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private Answer answer(ResultSet row, int index) throws SQLException {
        return new Answer(
                row.getString("ags"),
                row.getString("answer"),
                row.getString("proposed_decision"),
                List.of((String[]) row.getArray("authors").getArray()),
                row.getLong("version"),
                fields.read(row.getString("field_versions")));
    }

    private static Release release(ResultSet row, int index) throws SQLException {
        return new Release(
                row.getInt("version"),
                row.getObject("released_on", LocalDate.class),
                row.getString("content"),
                row.getString("sha256"));
    }

    /**
     * A released synopsis.
     *
     * @param content its entries as JSON, as released
     * @param sha256 hash of the content, lower-case hex
     */
    record Release(int version, LocalDate releasedOn, String content, String sha256) {}
}
