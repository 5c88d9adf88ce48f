package de.foerderkreis.finance.staffing;

import de.foerderkreis.finance.staffing.StaffingPlan.Content;
import de.foerderkreis.finance.staffing.StaffingPlan.Post;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The plans in PostgreSQL: one row per save. */
@Repository
class StoredStaffingPlans implements StaffingPlans {

    private static final TypeReference<List<StoredPost>> POSTS = new TypeReference<>() {};
    private static final String COLUMNS =
            """
            select id, case_id, version, posts, teachers, workplaces, rooms, premises_reason,
                   saved_at
            from staffing_plan_version v
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredStaffingPlans(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<StaffingPlan> current(UUID caseId) {
        return versions(caseId).stream().findFirst();
    }

    /** Every version, the newest first. */
    List<StaffingPlan> versions(UUID caseId) {
        return jdbc.sql(COLUMNS + "where case_id = ? order by version desc limit 200")
                .param(caseId)
                .query(this::plan)
                .list();
    }

    void add(StaffingPlan plan, boolean belowRuling, String savedBy) {
        jdbc.sql(
                        """
                        insert into staffing_plan (case_id, version, below_ruling)
                        values (?, ?, ?)
                        on conflict (case_id) do update
                        set version = excluded.version, below_ruling = excluded.below_ruling
                        """)
                .params(plan.caseId(), plan.version(), belowRuling)
                .update();
        Content content = plan.content();
        jdbc.sql(
                        """
                        insert into staffing_plan_version
                            (id, case_id, version, posts, fte_hundredths, teachers, workplaces,
                             rooms, premises_reason, saved_at, saved_by)
                        values (?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(plan.id())
                .param(plan.caseId())
                .param(plan.version())
                .param(
                        json.writeValueAsString(
                                content.posts().stream().map(StoredPost::of).toList()))
                .param(content.fte().hundredths())
                .param(content.teachers())
                .param(content.workplaces())
                .param(content.rooms())
                .param(content.premisesReason())
                .param(Timestamp.from(plan.savedAt()))
                .param(savedBy)
                .update();
    }

    /** Notes how the plan now stands to the rulings; false if it stood so before. */
    boolean noteBelowRuling(UUID caseId, boolean below) {
        return jdbc.sql(
                                """
                                update staffing_plan set below_ruling = ?
                                where case_id = ? and below_ruling <> ?
                                """)
                        .params(below, caseId, below)
                        .update()
                == 1;
    }

    private StaffingPlan plan(ResultSet row, int number) throws SQLException {
        return new StaffingPlan(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getLong("version"),
                new Content(
                        json.readValue(row.getString("posts"), POSTS).stream()
                                .map(StoredPost::post)
                                .toList(),
                        row.getInt("teachers"),
                        row.getInt("workplaces"),
                        row.getInt("rooms"),
                        row.getString("premises_reason")),
                row.getTimestamp("saved_at").toInstant());
    }

    private record StoredPost(String category, int heads, String fte) {

        static StoredPost of(Post post) {
            return new StoredPost(post.category(), post.heads(), post.fte().toString());
        }

        Post post() {
            return new Post(category, heads, Fte.parse(fte).orElseThrow());
        }
    }
}
