package de.foerderkreis.notification.intake;

import de.foerderkreis.notification.delivery.Channel;
import de.foerderkreis.notification.delivery.Deliveries;
import de.foerderkreis.notification.delivery.Recipient;
import de.foerderkreis.notification.delivery.Telling;
import de.foerderkreis.notification.intake.NoticeRules.Rule;
import de.foerderkreis.notification.recipient.Function;
import de.foerderkreis.notification.reference.Rounds;
import de.foerderkreis.notification.subscription.Subscriptions;
import de.foerderkreis.notification.template.Notice;
import de.foerderkreis.notification.template.NoticeFacts;
import de.foerderkreis.platform.inbox.EventMetadata;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Applies the rules to one event: turns audiences into recipients and has them told. */
@Component
class Messenger {

    private final Deliveries deliveries;
    private final Subscriptions subscriptions;
    private final Rounds rounds;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Messenger(
            Deliveries deliveries,
            Subscriptions subscriptions,
            Rounds rounds,
            JdbcClient jdbc,
            JsonMapper json) {
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.rounds = rounds;
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * @param towns the towns the event names, empty if it names none
     */
    void tell(EventMetadata cause, Notice notice, NoticeFacts facts, Collection<String> towns) {
        var recipients = new ArrayList<Recipient>();
        for (var rule : NoticeRules.of(notice)) {
            recipients(rule, facts, towns).forEach(recipients::add);
        }
        remember(cause, notice, facts);
        deliveries.tell(new Telling(cause.id(), cause.type(), notice, facts), recipients);
    }

    /**
     * Tells the holders of a role something no event said; the id makes it the same however often.
     */
    void tellRole(UUID id, String type, Notice notice, NoticeFacts facts) {
        var recipients =
                NoticeRules.of(notice).stream()
                        .flatMap(rule -> recipients(rule, facts, List.of()))
                        .toList();
        deliveries.tell(new Telling(id, type, notice, facts), recipients);
    }

    /**
     * Tells towns what happened in their case before this service heard that they were asked: the
     * round and the case speak on different topics.
     */
    void catchUp(UUID caseId, Instant openedAt, Collection<String> towns) {
        jdbc.sql(
                        "select event_id, notice, event_type, facts from case_notice where case_id = :case and happened_at >= :at")
                .param("case", caseId)
                .param("at", openedAt.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Telling(
                                row.getObject("event_id", UUID.class),
                                row.getString("event_type"),
                                Notice.valueOf(row.getString("notice")),
                                json.readValue(row.getString("facts"), NoticeFacts.class)))
                .list()
                .forEach(telling -> deliveries.tell(telling, ofCase(telling.notice(), towns)));
    }

    private Stream<Recipient> recipients(Rule rule, NoticeFacts facts, Collection<String> towns) {
        return switch (rule.audience()) {
            case NAMED_TOWNS -> functions(towns, rule.function(), rule.channels());
            case TOWNS_OF_CASE -> {
                var caseId = facts.caseId();
                var asked = caseId == null ? List.<String>of() : rounds.townsOfCase(caseId);
                yield functions(asked, rule.function(), rule.channels());
            }
            case DISTRICT ->
                    functions(List.of(Tenancy.district()), rule.function(), rule.channels());
            case HOLDERS_OF_ROLE ->
                    rule.function().is(facts.role())
                            ? functions(
                                    List.of(Tenancy.district()), rule.function(), rule.channels())
                            : Stream.empty();
            case SUBSCRIBERS -> subscriptions.recipients(rule.notice()).stream();
        };
    }

    private void remember(EventMetadata cause, Notice notice, NoticeFacts facts) {
        var caseId = facts.caseId();
        if (caseId == null
                || NoticeRules.of(notice).stream()
                        .noneMatch(it -> it.audience() == Audience.TOWNS_OF_CASE)) {
            return;
        }
        jdbc.sql(
                        "insert into case_notice (event_id, notice, event_type, case_id, facts, happened_at) values (:event,"
                                + " :notice, :type, :case, :facts::jsonb, :at) on conflict do nothing")
                .param("event", cause.id())
                .param("notice", notice.name())
                .param("type", cause.type())
                .param("case", caseId)
                .param("facts", json.writeValueAsString(facts))
                .param("at", cause.time().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static List<Recipient> ofCase(Notice notice, Collection<String> towns) {
        return NoticeRules.of(notice).stream()
                .filter(it -> it.audience() == Audience.TOWNS_OF_CASE)
                .flatMap(it -> functions(towns, it.function(), it.channels()))
                .toList();
    }

    private static Stream<Recipient> functions(
            Collection<String> organisations, Function function, Set<Channel> channels) {
        return organisations.stream().map(it -> Recipient.function(it, function, channels));
    }
}
