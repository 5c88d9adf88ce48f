package de.foerderkreis.application.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stored tasks. */
@Repository
class Tasks {

    private final JdbcClient jdbc;

    Tasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a new task; false if its origin has one already. */
    boolean insert(CaseTask it, String origin) {
        return jdbc.sql(
                                """
                                insert into case_task (id, case_id, kind, title, role, due_on, page, origin, opened_on, status)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (case_id, origin) do nothing
                                """)
                        .params(it.id(), it.caseId(), it.kind().name(), it.title(), it.role())
                        .param(it.dueOn())
                        .params(it.page(), origin, it.openedOn(), it.status().name())
                        .update()
                == 1;
    }

    /** Closes a task on top of the version it was made from; false if somebody was faster. */
    boolean close(CaseTask it) {
        return jdbc.sql(
                                """
                                update case_task set status = ?, reason = ?, closed_on = ?, version = version + 1
                                where id = ? and version = ?
                                """)
                        .param(it.status().name())
                        .param(it.reason())
                        .param(it.closedOn())
                        .params(it.id(), it.version())
                        .update()
                == 1;
    }

    Optional<CaseTask> find(UUID caseId, UUID id) {
        return jdbc.sql("select * from case_task where case_id = ? and id = ?")
                .params(caseId, id)
                .query(Tasks::map)
                .optional();
    }

    Optional<CaseTask> byOrigin(UUID caseId, String origin) {
        return jdbc.sql("select * from case_task where case_id = ? and origin = ?")
                .params(caseId, origin)
                .query(Tasks::map)
                .optional();
    }

    List<CaseTask> of(UUID caseId) {
        return jdbc.sql(
                        """
                        select * from case_task where case_id = ?
                        order by status <> 'OPEN', due_on nulls last, opened_on desc, id limit 200
                        """)
                .param(caseId)
                .query(Tasks::map)
                .list();
    }

    private static CaseTask map(ResultSet row, int no) throws SQLException {
        return new CaseTask(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                CaseTask.Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("role"),
                row.getObject("due_on", LocalDate.class),
                row.getString("page"),
                row.getObject("opened_on", LocalDate.class),
                CaseTask.Status.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getObject("closed_on", LocalDate.class),
                row.getLong("version"));
    }
}
