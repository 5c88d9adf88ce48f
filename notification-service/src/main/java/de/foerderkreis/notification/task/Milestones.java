package de.foerderkreis.notification.task;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The milestones of a district's cases. */
@Component
public class Milestones {

    private static final int LIMIT = 200;

    private final JdbcClient jdbc;

    Milestones(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void take(Milestone milestone) {
        jdbc.sql(
                        """
                        insert into known_milestone (case_id, code, title, status, expected_to)
                        values (:caseId, :code, :title, :status, :expectedTo)
                        on conflict (case_id, code) do update set title = excluded.title, status = excluded.status,
                            expected_to = excluded.expected_to
                        """)
                .paramSource(milestone)
                .update();
    }

    /** Due or late ones, and planned ones that end until that day; by day. */
    @Transactional(readOnly = true)
    public List<Milestone> pressing(LocalDate until) {
        return jdbc.sql(
                        """
                        select case_id, code, title, status, expected_to from known_milestone
                        where status in ('DUE', 'LATE') or (status = 'PLANNED' and expected_to <= :until)
                        order by expected_to, case_id, code limit :limit
                        """)
                .param("until", until)
                .param("limit", LIMIT)
                .query(new SimplePropertyRowMapper<>(Milestone.class))
                .list();
    }
}
