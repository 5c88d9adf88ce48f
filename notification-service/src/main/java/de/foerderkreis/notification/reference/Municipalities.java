package de.foerderkreis.notification.reference;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names of the member municipalities by their official key. */
@Component
public class Municipalities {

    private final JdbcClient jdbc;

    Municipalities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void take(String ags, String name) {
        jdbc.sql(
                        "insert into known_municipality (ags, name) values (?, ?) on conflict (district, ags) do update"
                                + " set name = excluded.name")
                .params(ags, name)
                .update();
    }

    /** Names by key; unknown keys are absent. */
    @Transactional(readOnly = true)
    public Map<String, String> names(Collection<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select ags, name from known_municipality where ags in (:keys)")
                .param("keys", keys)
                .query((row, number) -> Map.entry(row.getString("ags"), row.getString("name")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether any municipality was told. */
    @Transactional(readOnly = true)
    public boolean any() {
        return jdbc.sql("select exists (select 1 from known_municipality)")
                .query(Boolean.class)
                .single();
    }
}
