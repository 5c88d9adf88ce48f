package de.foerderkreis.application.conception;

import de.foerderkreis.application.document.FrozenJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stored conceptions: the draft by sections, its authors, the frozen versions. */
@Repository
class Conceptions {

    private static final String VERSIONS =
            """
            select v.sha256, v.content, a.resolution_id from conception_version v
            left join conception_adoption a on a.case_id = v.case_id and a.no = v.no
            where v.case_id = ?\
            """;

    private final JdbcClient jdbc;

    Conceptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where the draft of a case stands; one nobody has touched has no row. */
    Optional<Head> head(UUID caseId) {
        return jdbc.sql("select id, state, version from conception where case_id = ?")
                .param(caseId)
                .query((row, no) ->
                        new Head(
                                row.getObject("id", UUID.class),
                                row.getString("state").equals("FROZEN"),
                                row.getLong("version")))
                .optional();
    }

    void insert(UUID caseId, UUID id) {
        jdbc.sql(
                        """
                        insert into conception (case_id, id, state) values (?, ?, 'DRAFT')
                        on conflict do nothing
                        """)
                .params(caseId, id)
                .update();
    }

    /** Counts a change; callers hold the lock of the case. */
    void update(UUID caseId, boolean frozen) {
        jdbc.sql("update conception set state = ?, version = version + 1 where case_id = ?")
                .params(frozen ? "FROZEN" : "DRAFT", caseId)
                .update();
    }

    Map<String, StoredSection> sections(UUID caseId) {
        return jdbc
                .sql(
                        "select code, text, version, changed_in from conception_section where case_id = ?")
                .param(caseId)
                .query((row, no) ->
                        new StoredSection(
                                row.getString("code"),
                                row.getString("text"),
                                row.getLong("version"),
                                row.getLong("changed_in")))
                .list()
                .stream()
                .collect(Collectors.toMap(StoredSection::code, Function.identity()));
    }

    void write(UUID caseId, StoredSection it) {
        jdbc.sql(
                        """
                        insert into conception_section (case_id, code, text, version, changed_in) values (?, ?, ?, ?, ?)
                        on conflict (case_id, code) do update set text = excluded.text, version = excluded.version,
                            changed_in = excluded.changed_in
                        """)
                .params(caseId, it.code(), it.text(), it.version(), it.changedIn())
                .update();
    }

    void addAuthor(UUID caseId, int no, String subject) {
        jdbc.sql(
                        """
                        insert into conception_author (case_id, no, subject) values (?, ?, ?) on conflict do nothing
                        """)
                .params(caseId, no, subject)
                .update();
    }

    boolean wrote(UUID caseId, int no, String subject) {
        return jdbc.sql(
                        """
                        select exists(select 1 from conception_author where case_id = ? and no = ? and subject = ?)
                        """)
                .params(caseId, no, subject)
                .query(Boolean.class)
                .single();
    }

    void freeze(UUID caseId, FrozenConception content, FrozenJson frozen, Instant at) {
        jdbc.sql(
                        """
                        insert into conception_version (case_id, no, sha256, content, released_on, released_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        caseId,
                        content.version(),
                        frozen.sha256(),
                        frozen.content(),
                        content.releasedOn(),
                        Timestamp.from(at))
                .update();
    }

    void adopt(UUID caseId, int no, UUID resolutionId) {
        jdbc.sql(
                        """
                        insert into conception_adoption (case_id, no, resolution_id) values (?, ?, ?)
                        on conflict (case_id, no) do update set resolution_id = excluded.resolution_id
                        """)
                .params(caseId, no, resolutionId)
                .update();
    }

    /** Frozen versions, the latest first. */
    List<ReleasedConception> versions(UUID caseId) {
        return jdbc.sql(VERSIONS + " order by v.no desc")
                .param(caseId)
                .query(Conceptions::map)
                .list();
    }

    private static ReleasedConception map(ResultSet row, int no) throws SQLException {
        var frozen = new FrozenJson(row.getString("sha256"), row.getString("content"));
        return new ReleasedConception(
                frozen.as(FrozenConception.class),
                frozen.sha256(),
                row.getObject("resolution_id", UUID.class));
    }

    /** Id, state and version of a conception. */
    record Head(UUID id, boolean frozen, long version) {}

    /**
     * A section somebody wrote.
     *
     * @param changedIn version of the whole draft in which it was changed last
     */
    record StoredSection(String code, String text, long version, long changedIn) {}
}
