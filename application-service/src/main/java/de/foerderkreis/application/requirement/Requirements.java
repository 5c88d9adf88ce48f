package de.foerderkreis.application.requirement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Stored requirements and their evidence. */
@Repository
class Requirements {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Requirements(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Requirement it) {
        jdbc.sql("insert into requirement (case_id, code, status) values (?, ?, ?)")
                .params(it.caseId(), it.code(), it.status().name())
                .update();
    }

    List<Requirement> of(UUID caseId) {
        return jdbc.sql("select * from requirement where case_id = ? order by length(code), code")
                .param(caseId)
                .query(Requirements::map)
                .list();
    }

    Optional<Requirement> find(UUID caseId, String code) {
        return jdbc.sql("select * from requirement where case_id = ? and code = ?")
                .params(caseId, code)
                .query(Requirements::map)
                .optional();
    }

    /** Writes on top of the version it was made from; false if somebody was faster. */
    boolean update(Requirement it) {
        var decided = it.decided();
        return jdbc.sql(
                                """
                                update requirement set decided = ?, due_on = ?, reason = ?, status = ?, version = version + 1
                                where case_id = ? and code = ? and version = ?
                                """)
                        .param(decided == null ? null : decided.name())
                        .param(it.dueOn())
                        .param(it.reason())
                        .params(it.status().name(), it.caseId(), it.code(), it.version())
                        .update()
                == 1;
    }

    /** Adds evidence or replaces what the same origin gave before. */
    void put(Evidence it) {
        jdbc.sql(
                        """
                        insert into requirement_evidence (id, case_id, requirement, kind, category, source, origin, description,
                            document_sha256, figures, recorded_at, partial, dated_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                        on conflict (case_id, requirement, origin) do update set kind = excluded.kind,
                            category = excluded.category, figures = excluded.figures, recorded_at = excluded.recorded_at,
                            document_sha256 = excluded.document_sha256, partial = excluded.partial,
                            dated_on = excluded.dated_on
                        """)
                .params(it.id(), it.caseId(), it.requirement(), it.kind())
                .param(it.category())
                .params(it.source().name(), it.origin())
                .param(it.description())
                .param(it.documentSha256())
                .params(
                        json.writeValueAsString(it.figures()),
                        Timestamp.from(it.recordedAt()),
                        it.partial())
                .param(it.datedOn())
                .update();
    }

    List<Evidence> evidence(UUID caseId) {
        return jdbc.sql(
                        "select * from requirement_evidence where case_id = ? order by recorded_at, id")
                .param(caseId)
                .query(this::mapEvidence)
                .list();
    }

    private Evidence mapEvidence(ResultSet row, int no) throws SQLException {
        Map<String, String> figures =
                json.readValue(
                        row.getString("figures"), new TypeReference<Map<String, String>>() {});
        return new Evidence(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("requirement"),
                row.getString("kind"),
                row.getString("category"),
                Evidence.Source.valueOf(row.getString("source")),
                row.getString("origin"),
                row.getString("description"),
                row.getString("document_sha256"),
                figures,
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("partial"),
                row.getObject("dated_on", LocalDate.class));
    }

    /** Reasons by check that a person gave instead of evidence. */
    Map<String, String> overrides(UUID caseId, String code) {
        var overrides = new TreeMap<String, String>();
        jdbc.sql(
                        "select check_code, reason from requirement_override where case_id = ? and requirement = ?")
                .params(caseId, code)
                .query(
                        (RowCallbackHandler)
                                row ->
                                        overrides.put(
                                                row.getString("check_code"),
                                                row.getString("reason")));
        return overrides;
    }

    void override(UUID caseId, String code, String check, String reason) {
        jdbc.sql(
                        """
                        insert into requirement_override (case_id, requirement, check_code, reason) values (?, ?, ?, ?)
                        on conflict (case_id, requirement, check_code) do update set reason = excluded.reason
                        """)
                .params(caseId, code, check, reason)
                .update();
    }

    void takeBack(UUID caseId, String code, String check) {
        jdbc.sql(
                        "delete from requirement_override where case_id = ? and requirement = ? and check_code = ?")
                .params(caseId, code, check)
                .update();
    }

    void ask(UUID caseId, AskedPartner it) {
        jdbc.sql(
                        """
                        insert into requirement_partner (case_id, cooperation_id, partner, category, due_on)
                        values (?, ?, ?, ?, ?)
                        on conflict (case_id, cooperation_id) do update set due_on = excluded.due_on
                        """)
                .params(caseId, it.cooperationId(), it.partner(), it.category(), it.dueOn())
                .update();
    }

    List<AskedPartner> asked(UUID caseId) {
        return jdbc.sql(
                        "select * from requirement_partner where case_id = ? order by category, partner")
                .param(caseId)
                .query((row, no) ->
                        new AskedPartner(
                                row.getObject("cooperation_id", UUID.class),
                                row.getString("partner"),
                                row.getString("category"),
                                row.getObject("due_on", LocalDate.class)))
                .list();
    }

    private static Requirement map(ResultSet row, int no) throws SQLException {
        var decided = row.getString("decided");
        return new Requirement(
                row.getObject("case_id", UUID.class),
                row.getString("code"),
                decided == null ? null : RequirementStatus.valueOf(decided),
                row.getObject("due_on", LocalDate.class),
                row.getString("reason"),
                RequirementStatus.valueOf(row.getString("status")),
                row.getLong("version"));
    }
}
