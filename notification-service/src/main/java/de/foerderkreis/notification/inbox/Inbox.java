package de.foerderkreis.notification.inbox;

import de.foerderkreis.notification.recipient.Function;
import de.foerderkreis.notification.template.Notice;
import de.foerderkreis.notification.template.NoticeFacts;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Caller;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages of a function in the portal: everybody who holds it sees them, each person has read them
 * or not.
 */
@Component
public class Inbox {

    /** Lists end here; older messages are found in the delivery view. */
    static final int LIMIT = 200;

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final JsonMapper json;

    Inbox(JdbcClient jdbc, BusinessClock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    /** Puts one notice into several inboxes, in the transaction of the event. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Notice notice, NoticeFacts facts, Collection<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into inbox_message (id, organisation, function, notice, facts, created_at)
                        select e.id, e.organisation, e.function, :notice, :facts::jsonb, :now
                        from jsonb_to_recordset(:entries::jsonb) as e(id uuid, organisation text, function text)
                        """)
                .param("notice", notice.name())
                .param("facts", json.writeValueAsString(facts))
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("entries", json.writeValueAsString(entries))
                .update();
    }

    /** How many messages this person has not read. */
    @Transactional(readOnly = true)
    public int unread(Caller caller) {
        var functions = Function.of(caller);
        if (functions.isEmpty() || caller.district() == null) {
            return 0;
        }
        return jdbc.sql(
                        """
                        select count(*) from inbox_message m where organisation = :organisation and function in (:functions)
                            and not exists (select 1 from inbox_read r where r.message_id = m.id and r.subject = :subject)
                        """)
                .param("organisation", caller.organisation())
                .param("functions", names(functions))
                .param("subject", caller.subject())
                .query(Integer.class)
                .single();
    }

    /** The messages of the caller's functions, unread ones first, newest first. */
    @Transactional(readOnly = true)
    List<Message> messages(Caller caller) {
        var functions = Function.of(caller);
        if (functions.isEmpty() || caller.district() == null) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        select m.id, m.function, m.notice, m.facts, m.created_at, r.read_at
                        from inbox_message m left join inbox_read r on r.message_id = m.id and r.subject = :subject
                        where m.organisation = :organisation and m.function in (:functions)
                        order by r.read_at is not null, m.created_at desc, m.id desc limit :limit
                        """)
                .param("organisation", caller.organisation())
                .param("functions", names(functions))
                .param("subject", caller.subject())
                .param("limit", LIMIT)
                .query((row, number) ->
                        new Message(
                                row.getObject("id", UUID.class),
                                Function.valueOf(row.getString("function")),
                                Notice.valueOf(row.getString("notice")),
                                json.readValue(row.getString("facts"), NoticeFacts.class),
                                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                                Optional.ofNullable(row.getObject("read_at", OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant)
                                        .orElse(null)))
                .list();
    }

    /** Marks one message as read by this person. */
    @Transactional
    public void read(Caller caller, UUID id) {
        var functions = Function.of(caller);
        var mine =
                !functions.isEmpty()
                        && jdbc.sql(
                                                "select count(*) from inbox_message where id = :id and organisation ="
                                                        + " :organisation and function in (:functions)")
                                        .param("id", id)
                                        .param("organisation", caller.organisation())
                                        .param("functions", names(functions))
                                        .query(Integer.class)
                                        .single()
                                > 0;
        if (!mine) {
            throw Problem.notFound("message");
        }
        jdbc.sql(
                        "insert into inbox_read (message_id, subject, read_at) values (:id, :subject, :now) on conflict do nothing")
                .param("id", id)
                .param("subject", caller.subject())
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Marks everything as read by this person. */
    @Transactional
    public int readAll(Caller caller) {
        var functions = Function.of(caller);
        if (functions.isEmpty()) {
            return 0;
        }
        return jdbc.sql(
                        """
                        insert into inbox_read (message_id, subject, read_at)
                        select id, :subject, :now from inbox_message
                        where organisation = :organisation and function in (:functions)
                        on conflict do nothing
                        """)
                .param("subject", caller.subject())
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("organisation", caller.organisation())
                .param("functions", names(functions))
                .update();
    }

    private static List<String> names(Set<Function> functions) {
        return functions.stream().map(Enum::name).toList();
    }

    /** Whose inbox; the id is that of the delivery. */
    public record Entry(UUID id, String organisation, String function) {}

    record Message(
            UUID id,
            Function function,
            Notice notice,
            NoticeFacts facts,
            Instant createdAt,
            @Nullable Instant readAt) {}
}
