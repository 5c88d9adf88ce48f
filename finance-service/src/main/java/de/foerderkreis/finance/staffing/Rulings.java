package de.foerderkreis.finance.staffing;

import de.foerderkreis.contracts.application.InformalRulingRecorded;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rulings heard of. */
@Repository
class Rulings {

    private final JdbcClient jdbc;

    Rulings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The one that binds: the latest answer that names a minimum. A later answer with a lower
     * minimum takes its place; one that names none is silent about it.
     */
    Optional<Ruling> binding(UUID caseId) {
        return jdbc.sql(
                        """
                        select authority, ruled_on, minimum_posts_hundredths, minimum_teachers
                        from informal_ruling
                        where case_id = ?
                          and (minimum_posts_hundredths is not null or minimum_teachers is not null)
                        order by ruled_on desc, source_version desc limit 1
                        """)
                .param(caseId)
                .query((row, _) -> {
                    @Nullable Long posts = row.getObject("minimum_posts_hundredths", Long.class);
                    return new Ruling(
                            row.getString("authority"),
                            row.getObject("ruled_on", LocalDate.class),
                            posts == null ? null : new Fte(posts),
                            row.getObject("minimum_teachers", Integer.class));
                })
                .optional();
    }

    /** Keeps a ruling; one recorded again, corrected, replaces what was heard of it before. */
    void keep(InformalRulingRecorded event) {
        jdbc.sql(
                        """
                        insert into informal_ruling
                            (ruling_id, case_id, authority, outcome, minimum_posts_hundredths,
                             minimum_teachers, ruled_on, source_version)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (ruling_id) do update
                        set authority = excluded.authority, outcome = excluded.outcome,
                            minimum_posts_hundredths = excluded.minimum_posts_hundredths,
                            minimum_teachers = excluded.minimum_teachers,
                            ruled_on = excluded.ruled_on, source_version = excluded.source_version
                        where informal_ruling.source_version < excluded.source_version
                        """)
                .param(event.rulingId())
                .param(event.caseId())
                .param(event.authority())
                .param(event.outcome())
                .param(hundredths(event.minimumPosts()))
                .param(event.minimumTeachers())
                .param(event.ruledOn())
                .param(event.aggregateVersion())
                .update();
    }

    private static @Nullable Long hundredths(@Nullable String posts) {
        return posts == null ? null : new BigDecimal(posts).movePointRight(2).longValueExact();
    }
}
