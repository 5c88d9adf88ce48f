package de.foerderkreis.notification.reference;

import de.foerderkreis.notification.reference.KnownApplication.Status;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Local copy of the district's cases, their applications, requirements and figures. */
@Component
public class Cases {

    private static final int LIMIT = 200;
    private static final String COLUMNS = "case_id as id, title, file_reference, status, opened_on";

    private final JdbcClient jdbc;

    Cases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes over the full state of a case. */
    @Transactional
    public void take(KnownCase state) {
        jdbc.sql(
                        """
                        insert into known_case (case_id, title, file_reference, status, opened_on)
                        values (:id, :title, :fileReference, :status, :openedOn)
                        on conflict (case_id) do update set title = excluded.title,
                            file_reference = excluded.file_reference, status = excluded.status,
                            opened_on = excluded.opened_on
                        """)
                .paramSource(state)
                .update();
    }

    /** Notes a case nobody has told of yet; a full state already here is newer. */
    @Transactional
    public void opened(KnownCase state) {
        jdbc.sql(
                        "insert into known_case (case_id, title, file_reference, status, opened_on) values (:id, :title,"
                                + " :fileReference, :status, :openedOn) on conflict do nothing")
                .paramSource(state)
                .update();
    }

    @Transactional
    public void requirement(UUID caseId, String code, String status, @Nullable LocalDate dueOn) {
        jdbc.sql(
                        """
                        insert into known_requirement (case_id, code, status, due_on) values (:caseId, :code, :status, :dueOn)
                        on conflict (case_id, code) do update set status = excluded.status, due_on = excluded.due_on
                        """)
                .param("caseId", caseId)
                .param("code", code)
                .param("status", status)
                .param("dueOn", dueOn)
                .update();
    }

    @Transactional
    public void application(UUID id, UUID caseId, int stage, Status status, LocalDate on) {
        jdbc.sql(
                        """
                        insert into known_application (application_id, case_id, stage, status, changed_on)
                        values (:id, :caseId, :stage, :status, :on)
                        on conflict (application_id) do update set status = excluded.status, changed_on = excluded.changed_on
                        """)
                .param("id", id)
                .param("caseId", caseId)
                .param("stage", stage)
                .param("status", status.name())
                .param("on", on)
                .update();
    }

    @Transactional
    public void figure(UUID caseId, Figure figure) {
        jdbc.sql("insert into known_figure (case_id, figure) values (?, ?) on conflict do nothing")
                .params(caseId, figure.name())
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<KnownCase> byId(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from known_case where case_id = ?")
                .param(id)
                .query(new SimplePropertyRowMapper<>(KnownCase.class))
                .optional();
    }

    /** The cases with these ids, by id; unknown ones are absent. */
    @Transactional(readOnly = true)
    public Map<UUID, KnownCase> byIds(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select " + COLUMNS + " from known_case where case_id in (:ids)")
                .param("ids", ids)
                .query(new SimplePropertyRowMapper<>(KnownCase.class))
                .stream()
                .collect(Collectors.toMap(KnownCase::id, Function.identity()));
    }

    /** The cases not yet closed, newest first. */
    @Transactional(readOnly = true)
    public List<KnownCase> running() {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from known_case where status <> 'CLOSED' order by opened_on desc, case_id limit ?")
                .param(LIMIT)
                .query(new SimplePropertyRowMapper<>(KnownCase.class))
                .list();
    }

    /** The cases in which a town was asked. */
    @Transactional(readOnly = true)
    public List<KnownCase> concerning(String ags) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from known_case where case_id in (select r.case_id from known_round r join"
                                + " known_addressee a using (round_id) where a.ags = ?) order by opened_on desc, case_id"
                                + " limit ?")
                .params(ags, LIMIT)
                .query(new SimplePropertyRowMapper<>(KnownCase.class))
                .list();
    }

    /** Running cases that lack a figure. */
    @Transactional(readOnly = true)
    public List<KnownCase> without(Figure figure) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from known_case c where status <> 'CLOSED' and not exists (select 1 from known_figure"
                                + " f where f.case_id = c.case_id and f.figure = ?) order by opened_on, case_id limit ?")
                .params(figure.name(), LIMIT)
                .query(new SimplePropertyRowMapper<>(KnownCase.class))
                .list();
    }

    /** Applications with this status, longest waiting first. */
    @Transactional(readOnly = true)
    public List<KnownApplication> applications(Status status) {
        return jdbc.sql(
                        "select application_id as id, case_id, stage, status, changed_on from known_application where"
                                + " status = ? order by changed_on, application_id limit ?")
                .params(status.name(), LIMIT)
                .query(new SimplePropertyRowMapper<>(KnownApplication.class))
                .list();
    }

    /** Promises with a day, and broken ones. */
    @Transactional(readOnly = true)
    public List<KnownRequirement> promises() {
        return jdbc.sql(
                        "select case_id, code, status, due_on from known_requirement where status in ('PROMISED',"
                                + " 'BREACHED') and due_on is not null order by due_on, code limit ?")
                .param(LIMIT)
                .query(new SimplePropertyRowMapper<>(KnownRequirement.class))
                .list();
    }

    /** Whether there is any case, closed ones included. */
    @Transactional(readOnly = true)
    public boolean any() {
        return jdbc.sql("select exists (select 1 from known_case)").query(Boolean.class).single();
    }
}
