package de.foerderkreis.notification.preference;

import de.foerderkreis.notification.intake.NoticeRules;
import de.foerderkreis.notification.recipient.Function;
import de.foerderkreis.notification.template.Notice;
import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.problem.FieldError;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Caller;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a function wants by mail beside the portal inbox. Everybody who holds the function may set
 * it, for it is the function that is told; mail is on until somebody switches it off.
 */
@Component
class Preferences {

    private final JdbcClient jdbc;
    private final Audit audit;

    Preferences(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Everything the caller's functions can be told, with what is set. */
    @Transactional(readOnly = true)
    public Settings of(Caller caller) {
        var functions = choosing(caller);
        var off =
                functions.isEmpty()
                        ? Set.<Choice>of()
                        : jdbc.sql(
                                        "select function, notice from preference where organisation = :organisation and"
                                                + " function in (:functions) and not enabled")
                                .param("organisation", caller.organisation())
                                .param("functions", functions.stream().map(Enum::name).toList())
                                .query((row, number) ->
                                        new Choice(
                                                Function.valueOf(row.getString("function")),
                                                Notice.valueOf(row.getString("notice"))))
                                .set();
        var items = new ArrayList<Item>();
        for (var function : functions) {
            for (var notice : NoticeRules.mailedTo(function)) {
                var enabled = notice.isMandatory() || !off.contains(new Choice(function, notice));
                items.add(new Item(function, notice, enabled, notice.isMandatory()));
            }
        }
        return new Settings(version(caller, functions), items, daily(caller, functions));
    }

    /**
     * Sets what is named and leaves the rest; all or nothing.
     *
     * @param digests which functions want their mails once a day; those not named stay
     */
    @Transactional
    public Settings set(
            Caller caller, long seen, Collection<Item> wanted, Map<Function, Boolean> digests) {
        var functions = choosing(caller);
        var errors = new ArrayList<FieldError>();
        var index = 0;
        for (var item : wanted) {
            if (!functions.contains(item.function())
                    || !NoticeRules.mailedTo(item.function()).contains(item.notice())) {
                errors.add(FieldError.of("items[" + index + "].notice", "preference-unknown"));
            } else if (item.notice().isMandatory() && !item.enabled()) {
                errors.add(FieldError.of("items[" + index + "].enabled", "preference-mandatory"));
            }
            index++;
        }
        for (var function : digests.keySet()) {
            if (!functions.contains(function)) {
                errors.add(FieldError.of("digests", "preference-unknown"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.unprocessable(errors.getFirst().code()).withErrors(errors);
        }
        lock(caller, functions);
        if (version(caller, functions) != seen) {
            throw Problem.stale(List.of("items"));
        }
        var before = of(caller);
        wanted.forEach(item -> save(caller, item));
        digests.forEach((function, daily) ->
                jdbc.sql(
                                "update preference_set set digest = ? where organisation = ? and function = ?")
                        .params(daily, caller.organisation(), function.name())
                        .update());
        functions.forEach(function ->
                jdbc.sql(
                                "update preference_set set version = version + 1 where organisation = ? and function"
                                        + " = ?")
                        .params(caller.organisation(), function.name())
                        .update());
        var after = of(caller);
        audit.record(
                "preferences.changed",
                "preferences",
                caller.organisation(),
                Map.of("off", off(before), "daily", before.daily()),
                Map.of("off", off(after), "daily", after.daily()),
                null);
        return after;
    }

    /** Whether a function wants this notice by mail. */
    @Transactional(readOnly = true)
    public boolean wantsMail(String organisation, Function function, Notice notice) {
        return notice.isMandatory()
                || jdbc.sql(
                                "select enabled from preference where organisation = ? and function = ? and notice = ? and"
                                        + " channel = 'MAIL'")
                        .params(organisation, function.name(), notice.name())
                        .query(Boolean.class)
                        .optional()
                        .orElse(true);
    }

    /** Whether a function wants its mails once a day. */
    @Transactional(readOnly = true)
    public boolean wantsDigest(String organisation, Function function) {
        return jdbc.sql("select digest from preference_set where organisation = ? and function = ?")
                .params(organisation, function.name())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private List<Function> daily(Caller caller, List<Function> functions) {
        return functions.stream().filter(it -> wantsDigest(caller.organisation(), it)).toList();
    }

    private void save(Caller caller, Item item) {
        jdbc.sql(
                        """
                        insert into preference (organisation, function, notice, channel, enabled)
                        values (:organisation, :function, :notice, 'MAIL', :enabled)
                        on conflict (district, organisation, function, notice, channel) do update set enabled = excluded.enabled
                        """)
                .param("organisation", caller.organisation())
                .param("function", item.function().name())
                .param("notice", item.notice().name())
                .param("enabled", item.enabled())
                .update();
    }

    private void lock(Caller caller, List<Function> functions) {
        for (var function : functions) {
            jdbc.sql(
                            "insert into preference_set (organisation, function, version) values (?, ?, 0) on conflict do"
                                    + " nothing")
                    .params(caller.organisation(), function.name())
                    .update();
            jdbc.sql(
                            "select version from preference_set where organisation = ? and function = ? for update")
                    .params(caller.organisation(), function.name())
                    .query(Long.class)
                    .single();
        }
    }

    /** One number for all functions of the caller: each change raises it. */
    private long version(Caller caller, List<Function> functions) {
        if (functions.isEmpty()) {
            return 0;
        }
        return jdbc.sql(
                        "select coalesce(sum(version), 0) from preference_set where organisation = :organisation and function"
                                + " in (:functions)")
                .param("organisation", caller.organisation())
                .param("functions", functions.stream().map(Enum::name).toList())
                .query(Long.class)
                .single();
    }

    /** Partners choose by the link in their mails, where it is their address that is asked. */
    private static List<Function> choosing(Caller caller) {
        return Function.of(caller).stream().filter(it -> it != Function.PARTNER_CONTACT).toList();
    }

    private static List<String> off(Settings settings) {
        return settings.items().stream()
                .filter(it -> !it.enabled())
                .map(it -> it.function() + "/" + it.notice())
                .toList();
    }

    /**
     * What is set, and the number a change has to name.
     *
     * @param daily the functions that want their mails once a day
     */
    record Settings(long version, List<Item> items, List<Function> daily) {}

    record Item(Function function, Notice notice, boolean enabled, boolean mandatory) {}

    private record Choice(Function function, Notice notice) {}
}
