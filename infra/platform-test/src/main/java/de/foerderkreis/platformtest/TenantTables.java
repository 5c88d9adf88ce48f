package de.foerderkreis.platformtest;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Checks a migrated database: every table is under forced row level security unless it is known to
 * hold no domain data.
 */
public final class TenantTables {

    private static final Set<String> TECHNICAL =
            Set.of(
                    "outbox",
                    "inbox",
                    "inbox_version",
                    "dead_letter",
                    "deadline",
                    "business_clock",
                    "audit_unsealed",
                    "emitted",
                    "reconciliation_gap",
                    "technical_job",
                    "flyway_schema_history",
                    "platform_schema_history");

    private TenantTables() {}

    /**
     * The tables that anybody could read across districts.
     *
     * @param exceptions tables of the service without data of a district
     */
    public static Set<String> withoutTenant(JdbcClient jdbc, String... exceptions) {
        var open =
                new TreeSet<>(
                        jdbc.sql(
                                        """
                                        select relname from pg_class where relkind in ('r', 'p')
                                            and relnamespace = 'public'::regnamespace and not (relrowsecurity and relforcerowsecurity)
                                        """)
                                .query((row, number) -> row.getString("relname"))
                                .list());
        open.removeAll(TECHNICAL);
        open.removeAll(Set.of(exceptions));
        return open;
    }
}
