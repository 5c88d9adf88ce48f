package de.foerderkreis.notification.delivery;

import de.foerderkreis.notification.recipient.Function;
import de.foerderkreis.notification.template.Notice;
import de.foerderkreis.notification.template.NoticeFacts;
import de.foerderkreis.platform.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Answers who was told what and when, and why a message did not arrive. */
@Component
public class DeliverySearch {

    private static final int LIMIT = 200;

    private static final String SELECT =
            """
            select d.*, c.name as contact_name,
                coalesce(m.name, p.name, (select min(o.organisation_name) from contact o where o.organisation = d.organisation))
                    as organisation_name
            from delivery d
            left join contact c on c.contact_id = d.contact_id
            left join known_municipality m on m.ags = d.organisation
            left join known_partner p on p.alias = d.organisation
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DeliverySearch(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** How many messages ended without success and were not looked after. */
    @Transactional(readOnly = true)
    public int needingAttention() {
        return jdbc.sql("select count(*) from delivery where state in (:states)")
                .param("states", attention())
                .query(Integer.class)
                .single();
    }

    @Transactional(readOnly = true)
    List<Found> find(Criteria criteria) {
        return jdbc.sql(
                        SELECT
                                + """
                                where (cast(:event as uuid) is null or d.event_id = :event)
                                    and (cast(:organisation as text) is null or d.organisation = :organisation)
                                    and (cast(:function as text) is null or d.function = :function)
                                    and (cast(:channel as text) is null or d.channel = :channel)
                                    and (:anyState or d.state in (:states))
                                    and (cast(:words as text) is null or d.organisation = :words or c.name ilike :pattern
                                        or m.name ilike :pattern or p.name ilike :pattern or exists (select 1 from contact o
                                            where o.organisation = d.organisation and o.organisation_name ilike :pattern))
                                order by d.recorded_at desc, d.id limit :limit
                                """)
                .param("event", criteria.event())
                .param("organisation", criteria.organisation())
                .param("function", criteria.function() == null ? null : criteria.function().name())
                .param("channel", criteria.channel() == null ? null : criteria.channel().name())
                .param("anyState", criteria.states().isEmpty())
                .param(
                        "states",
                        criteria.states().isEmpty() ? List.of("") : names(criteria.states()))
                .param("words", criteria.words())
                .param("pattern", pattern(criteria.words()))
                .param("limit", LIMIT)
                .query(this::found)
                .list();
    }

    @Transactional(readOnly = true)
    Life life(UUID id) {
        var found =
                jdbc.sql(SELECT + " where d.id = ?")
                        .param(id)
                        .query(this::found)
                        .optional()
                        .orElseThrow(() -> Problem.notFound("delivery"));
        var attempts =
                jdbc.sql(
                                "select number, started_at, business_at, ended_at, outcome, reply from delivery_attempt where"
                                        + " delivery_id = ? order by number")
                        .param(id)
                        .query((row, number) ->
                                new Attempt(
                                        row.getInt("number"),
                                        at(row, "business_at").orElseThrow(),
                                        at(row, "started_at").orElseThrow(),
                                        at(row, "ended_at").orElse(null),
                                        row.getString("outcome"),
                                        row.getString("reply")))
                        .list();
        return new Life(found, attempts);
    }

    /** The states somebody should look after. */
    static Collection<String> attention() {
        return Arrays.stream(DeliveryState.values())
                .filter(DeliveryState::needsAttention)
                .map(Enum::name)
                .toList();
    }

    private Found found(ResultSet row, int number) throws SQLException {
        var reason = row.getString("reason");
        return new Found(
                row.getObject("id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("event_type"),
                Notice.valueOf(row.getString("notice")),
                json.readValue(row.getString("facts"), NoticeFacts.class),
                row.getString("organisation"),
                row.getString("organisation_name"),
                Function.valueOf(row.getString("function")),
                row.getObject("contact_id", UUID.class),
                row.getString("contact_name"),
                Channel.valueOf(row.getString("channel")),
                DeliveryState.valueOf(row.getString("state")),
                reason == null ? null : Reason.valueOf(reason),
                row.getInt("attempts"),
                at(row, "created_at").orElseThrow(),
                at(row, "ended_at").orElse(null));
    }

    private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private static List<String> names(Collection<DeliveryState> states) {
        return states.stream().map(Enum::name).toList();
    }

    private static @Nullable String pattern(@Nullable String words) {
        if (words == null) {
            return null;
        }
        return "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** What to look for; absent parts do not restrict. */
    record Criteria(
            @Nullable UUID event,
            @Nullable String organisation,
            @Nullable Function function,
            @Nullable Channel channel,
            Collection<DeliveryState> states,
            @Nullable String words) {}

    /** One message, without its words. */
    record Found(
            UUID id,
            UUID eventId,
            String eventType,
            Notice notice,
            NoticeFacts facts,
            String organisation,
            @Nullable String organisationName,
            Function function,
            @Nullable UUID contactId,
            @Nullable String contactName,
            Channel channel,
            DeliveryState state,
            @Nullable Reason reason,
            int attempts,
            Instant createdAt,
            @Nullable Instant endedAt) {}

    /**
     * One call to the mail server.
     *
     * @param businessAt business time, as people know it
     * @param startedAt system time, as the mail server's log has it
     */
    record Attempt(
            int number,
            Instant businessAt,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String outcome,
            @Nullable String reply) {}

    /** A message with everything that happened to it. */
    record Life(Found delivery, List<Attempt> attempts) {}
}
