package de.foerderkreis.application.submission;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stored questions of the authority; an application has at most one that is open. */
@Repository
class Queries {

    private final JdbcClient jdbc;

    Queries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(
            UUID applicationId,
            UUID taskId,
            String question,
            LocalDate receivedOn,
            LocalDate dueOn) {
        jdbc.sql(
                        """
                        insert into application_query (application_id, task_id, question, received_on, due_on)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        applicationId,
                        taskId,
                        question,
                        Date.valueOf(receivedOn),
                        Date.valueOf(dueOn))
                .update();
    }

    /** Closes the open question; its task, or nothing for one from before questions were kept. */
    Optional<UUID> answer(UUID applicationId, LocalDate answeredOn) {
        return jdbc.sql(
                        """
                        update application_query set answered_on = ? where application_id = ? and answered_on is null
                        returning task_id
                        """)
                .params(Date.valueOf(answeredOn), applicationId)
                .query(UUID.class)
                .optional();
    }
}
