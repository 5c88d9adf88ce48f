package de.foerderkreis.notification.task;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The open tasks and follow-ups of a district's cases. */
@Component
public class Tasks {

    private static final int LIMIT = 200;
    private static final String COLUMNS = "task_id as id, case_id, kind, title, role, due_on, page";

    private final JdbcClient jdbc;

    Tasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes an open task; told again with a new day or title, it is the same one. */
    @Transactional
    public void open(Task task) {
        jdbc.sql(
                        """
                        insert into known_task (task_id, case_id, kind, title, role, due_on, page)
                        values (:id, :caseId, :kind, :title, :role, :dueOn, :page)
                        on conflict (task_id) do update set title = excluded.title, role = excluded.role,
                            due_on = excluded.due_on, page = excluded.page, closed = false
                        """)
                .paramSource(task)
                .update();
    }

    /** The task is done or dropped; answers it, if it was open. */
    @Transactional
    public Optional<Task> close(UUID id) {
        return jdbc.sql(
                        "update known_task set closed = true where task_id = ? and not closed returning "
                                + COLUMNS)
                .param(id)
                .query(new SimplePropertyRowMapper<>(Task.class))
                .optional();
    }

    /** The task, if it is open. */
    @Transactional(readOnly = true)
    public Optional<Task> stillOpen(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from known_task where task_id = ? and not closed")
                .param(id)
                .query(new SimplePropertyRowMapper<>(Task.class))
                .optional();
    }

    /** What is open for one of the roles, by due date. */
    @Transactional(readOnly = true)
    public List<Task> open(Collection<String> roles) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from known_task where not closed and role = any(:roles) order by due_on, task_id"
                                + " limit :limit")
                .param("roles", roles.toArray(String[]::new))
                .param("limit", LIMIT)
                .query(new SimplePropertyRowMapper<>(Task.class))
                .list();
    }
}
