package de.foerderkreis.application.council;

import de.foerderkreis.application.council.Paper.Consultation;
import de.foerderkreis.application.fundingcase.Recording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stored papers with their consultation order. */
@Repository
class Papers {

    private final JdbcClient jdbc;

    Papers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Paper it) {
        jdbc.sql(
                        """
                        insert into paper (id, case_id, number, type, title, dated_on, supplementary, announced_on, sent_on,
                            document_sha256, recorded_at, recorded_by, recorded_afterwards)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        it.id(),
                        it.caseId(),
                        it.number(),
                        it.type().name(),
                        it.title(),
                        it.datedOn(),
                        it.supplementary())
                .param(it.announcedOn())
                .param(it.sentOn())
                .param(it.documentSha256())
                .params(
                        Timestamp.from(it.recording().at()),
                        it.recording().by(),
                        it.recording().afterwards())
                .update();
        var no = 0;
        for (var step : it.consultations()) {
            jdbc.sql(
                            """
                            insert into consultation_step (paper_id, no, body, competence, planned_on) values (?, ?, ?, ?, ?)
                            """)
                    .params(it.id(), ++no, step.body().name(), step.competence().name())
                    .param(step.plannedOn())
                    .update();
        }
    }

    /** Notes that a paper was sent, on top of the version a client saw. */
    boolean send(UUID id, long version, LocalDate on, @Nullable String documentSha256) {
        return jdbc.sql(
                                """
                                update paper set sent_on = ?, document_sha256 = coalesce(?, document_sha256), version = version + 1
                                where id = ? and version = ?
                                """)
                        .param(on)
                        .param(documentSha256)
                        .params(id, version)
                        .update()
                == 1;
    }

    boolean numberTaken(UUID caseId, String number) {
        return jdbc.sql("select exists(select 1 from paper where case_id = ? and number = ?)")
                .params(caseId, number)
                .query(Boolean.class)
                .single();
    }

    Optional<Paper> find(UUID caseId, UUID id) {
        return of(caseId).stream().filter(it -> it.id().equals(id)).findFirst();
    }

    List<Paper> of(UUID caseId) {
        Map<UUID, List<Consultation>> steps =
                jdbc
                        .sql(
                                """
                                select s.* from consultation_step s join paper p on p.id = s.paper_id
                                where p.case_id = ? order by s.paper_id, s.no
                                """)
                        .param(caseId)
                        .query((row, no) ->
                                Map.entry(row.getObject("paper_id", UUID.class), step(row)))
                        .list()
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        Collectors.mapping(
                                                Map.Entry::getValue, Collectors.toList())));
        return jdbc.sql("select * from paper where case_id = ? order by dated_on, id limit 200")
                .param(caseId)
                .query((row, no) ->
                        map(row, steps.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    private static Consultation step(ResultSet row) throws SQLException {
        return new Consultation(
                Body.valueOf(row.getString("body")),
                Competence.valueOf(row.getString("competence")),
                row.getObject("planned_on", LocalDate.class));
    }

    private static Paper map(ResultSet row, List<Consultation> steps) throws SQLException {
        return new Paper(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("number"),
                Paper.Type.valueOf(row.getString("type")),
                row.getString("title"),
                row.getObject("dated_on", LocalDate.class),
                row.getBoolean("supplementary"),
                row.getObject("announced_on", LocalDate.class),
                row.getObject("sent_on", LocalDate.class),
                row.getString("document_sha256"),
                steps,
                row.getLong("version"),
                Recording.of(row));
    }
}
