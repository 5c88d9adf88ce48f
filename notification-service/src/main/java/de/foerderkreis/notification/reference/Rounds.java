package de.foerderkreis.notification.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Local copy of consultation rounds: who was asked, who answered; never what. */
@Component
public class Rounds {

    private static final int LIMIT = 200;
    private static final String SELECT =
            """
            select r.round_id as id, r.case_id, r.title, r.due_on, r.closed,
                (select count(*) from known_addressee a where a.round_id = r.round_id) as asked,
                (select count(*) from known_addressee a where a.round_id = r.round_id and answered_at is not null) as answered
            from known_round r
            """;

    private final JdbcClient jdbc;

    Rounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void opened(
            UUID roundId,
            UUID caseId,
            String title,
            LocalDate dueOn,
            Instant openedAt,
            Collection<String> towns) {
        jdbc.sql(
                        "insert into known_round (round_id, case_id, title, due_on, opened_at) values (:id, :caseId,"
                                + " :title, :dueOn, :openedAt) on conflict do nothing")
                .param("id", roundId)
                .param("caseId", caseId)
                .param("title", title)
                .param("dueOn", dueOn)
                .param("openedAt", openedAt.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(
                        "insert into known_addressee (round_id, ags) select :id, ags from"
                                + " unnest(string_to_array(:towns, ',')) ags on conflict do nothing")
                .param("id", roundId)
                .param("towns", String.join(",", towns))
                .update();
    }

    @Transactional
    public void extended(UUID roundId, LocalDate dueOn) {
        jdbc.sql("update known_round set due_on = ? where round_id = ?")
                .params(dueOn, roundId)
                .update();
    }

    /**
     * A town got more time, or, with no day, did not.
     *
     * @param until last day for this town's reply
     */
    @Transactional
    public void extendedFor(UUID roundId, String ags, @Nullable LocalDate until) {
        jdbc.sql(
                        "update known_addressee set extended_until = coalesce(:until, extended_until) where round_id ="
                                + " :id and ags = :ags")
                .param("until", until)
                .param("id", roundId)
                .param("ags", ags)
                .update();
    }

    /** The first answer counts as the time; a later one does not make it late. */
    @Transactional
    public void answered(UUID roundId, String ags, Instant at, boolean late) {
        jdbc.sql(
                        "update known_addressee set answered_at = :at, late = :late where round_id = :id and ags = :ags"
                                + " and answered_at is null")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("late", late)
                .param("id", roundId)
                .param("ags", ags)
                .update();
    }

    @Transactional
    public void closed(UUID roundId) {
        jdbc.sql("update known_round set closed = true where round_id = ?").param(roundId).update();
    }

    @Transactional(readOnly = true)
    public Optional<KnownRound> byId(UUID roundId) {
        return jdbc.sql(SELECT + " where r.round_id = ?")
                .param(roundId)
                .query(new SimplePropertyRowMapper<>(KnownRound.class))
                .optional();
    }

    /** The towns asked in a round. */
    @Transactional(readOnly = true)
    public List<String> townsOf(UUID roundId) {
        return jdbc.sql("select ags from known_addressee where round_id = ? order by ags")
                .param(roundId)
                .query((row, number) -> row.getString("ags"))
                .list();
    }

    /** The towns asked in any round of a case. */
    @Transactional(readOnly = true)
    public List<String> townsOfCase(UUID caseId) {
        return jdbc.sql(
                        "select distinct ags from known_addressee join known_round using (round_id) where case_id = ?"
                                + " order by ags")
                .param(caseId)
                .query((row, number) -> row.getString("ags"))
                .list();
    }

    /** Rounds open for reply, by due date. */
    @Transactional(readOnly = true)
    public List<KnownRound> open() {
        return jdbc.sql(SELECT + " where not r.closed order by r.due_on, r.round_id limit ?")
                .param(LIMIT)
                .query(new SimplePropertyRowMapper<>(KnownRound.class))
                .list();
    }

    /**
     * Rounds a town was asked in and has not answered, with the town's own last day; also closed
     * ones, where an answer would be late.
     */
    @Transactional(readOnly = true)
    public List<KnownRound> unansweredBy(String ags) {
        return jdbc.sql(
                        """
                        select r.round_id as id, r.case_id, r.title, greatest(r.due_on, mine.extended_until) as due_on,
                            r.closed,
                            (select count(*) from known_addressee a where a.round_id = r.round_id) as asked,
                            (select count(*) from known_addressee a where a.round_id = r.round_id
                                and answered_at is not null) as answered
                        from known_round r join known_addressee mine using (round_id)
                        where mine.ags = ? and mine.answered_at is null order by due_on, r.round_id limit ?
                        """)
                .params(ags, LIMIT)
                .query(new SimplePropertyRowMapper<>(KnownRound.class))
                .list();
    }
}
