package de.foerderkreis.notification.worklist;

import de.foerderkreis.notification.template.NoticeFacts;
import de.foerderkreis.platform.inbox.EventMetadata;
import de.foerderkreis.platform.tenancy.Caller;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What happened, for everybody who asks what changed since the last visit. */
@Component
public class Happenings {

    private static final int SHOWN = 12;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Happenings(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Notes what an event told. */
    @Transactional
    public void note(EventMetadata cause, Kind kind, NoticeFacts facts) {
        jdbc.sql(
                        """
                        insert into happening (event_id, kind, facts, case_id, round_id, ags, happened_at)
                        values (:event, :kind, :facts::jsonb, :case, :round, :ags, :at) on conflict do nothing
                        """)
                .param("event", cause.id())
                .param("kind", kind.name())
                .param("facts", json.writeValueAsString(facts))
                .param("case", facts.caseId())
                .param("round", facts.roundId())
                .param("ags", facts.municipality())
                .param("at", cause.time().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * The newest first. The district sees everything; a town what happens in its cases, and of
     * statements only its own; partners nothing here, they are told by notice.
     *
     * @param since system time
     */
    @Transactional(readOnly = true)
    List<Happening> since(Instant since, Caller caller) {
        return switch (caller.kind()) {
            case DISTRICT ->
                    Worklist.readsCases(caller)
                            ? query("true", since, "", List.of(Kind.values()))
                            : List.of();
            case MUNICIPALITY ->
                    query(
                            """
                            (h.ags is null or h.ags = :ags) and h.case_id in (
                                select r.case_id from known_round r join known_addressee a using (round_id) where a.ags = :ags)
                            and (h.round_id is null or exists (
                                select 1 from known_addressee a where a.round_id = h.round_id and a.ags = :ags))
                            """,
                            since,
                            caller.organisation(),
                            Arrays.stream(Kind.values()).filter(Kind::concernsTowns).toList());
            case PARTNER, STATE -> List.of();
        };
    }

    private List<Happening> query(String visible, Instant since, String ags, List<Kind> kinds) {
        return jdbc.sql(
                        "select h.kind, h.facts, h.happened_at from happening h where h.recorded_at > :since and h.kind in"
                                + " (:kinds) and "
                                + visible
                                + " order by h.recorded_at desc limit :shown")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("kinds", kinds.stream().map(Enum::name).toList())
                .param("ags", ags)
                .param("shown", SHOWN)
                .query((row, number) ->
                        new Happening(
                                Kind.valueOf(row.getString("kind")),
                                json.readValue(row.getString("facts"), NoticeFacts.class),
                                row.getObject("happened_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Kinds of things that happen. */
    public enum Kind {
        CASE_OPENED(false),
        CONSULTATION_OPENED(true),
        CONSULTATION_EXTENDED(true),
        CONSULTATION_CLOSED(true),
        STATEMENT_RECEIVED(true),
        STATEMENT_LATE(true),
        RESOLUTION_ADOPTED(true),
        APPLICATION_IN_REVIEW(false),
        APPLICATION_SUBMITTED(true),
        APPLICATION_DECIDED(true),
        COST_PLAN_CALCULATED(false),
        LEVY_EFFECT_CALCULATED(false),
        STAFFING_PLAN_SET(false),
        CONCEPTION_RELEASED(false),
        RULING_RECORDED(false),
        MILESTONE_DONE(false),
        MILESTONE_LATE(false),
        TASK_CLOSED(false),
        COOPERATION_CONFIRMED(false),
        BODY_POSITION_RECORDED(false),
        BODY_FOUNDED(false),
        EXTENSION_DECIDED(true),
        REASONS_CODED(true),
        SYNOPSIS_RELEASED(true);

        private final boolean towns;

        Kind(boolean towns) {
            this.towns = towns;
        }

        boolean concernsTowns() {
            return towns;
        }
    }

    record Happening(Kind kind, NoticeFacts facts, Instant at) {

        UUID caseId() {
            var caseId = facts.caseId();
            if (caseId == null) {
                throw new IllegalStateException("Everything that happens here happens in a case");
            }
            return caseId;
        }
    }
}
