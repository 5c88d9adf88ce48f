package de.foerderkreis.notification.task;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which partners were asked to confirm their cooperation, and which have not yet. */
@Component
public class Cooperations {

    private static final int LIMIT = 200;
    private static final String OPEN =
            """
            select c.cooperation_id as id, c.case_id, c.partner, p.name as partner_name, c.due_on
            from known_cooperation c left join known_partner p on p.alias = c.partner
            where not c.confirmed
            """;

    private final JdbcClient jdbc;

    Cooperations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void partner(String alias, String name, boolean active) {
        jdbc.sql(
                        "insert into known_partner (alias, name, active) values (?, ?, ?) on conflict (district, alias)"
                                + " do update set name = excluded.name, active = excluded.active")
                .params(alias, name, active)
                .update();
    }

    /** Notes who was asked; asked again with a new day, it is the same one. */
    @Transactional
    public void requested(Cooperation asked) {
        jdbc.sql(
                        """
                        insert into known_cooperation (cooperation_id, case_id, partner, due_on)
                        values (:id, :caseId, :partner, :dueOn)
                        on conflict (cooperation_id) do update set due_on = excluded.due_on
                        """)
                .paramSource(asked)
                .update();
    }

    @Transactional
    public void confirmed(UUID id, UUID caseId, String partner) {
        jdbc.sql(
                        """
                        insert into known_cooperation (cooperation_id, case_id, partner, confirmed) values (?, ?, ?, true)
                        on conflict (cooperation_id) do update set confirmed = true
                        """)
                .params(id, caseId, partner)
                .update();
    }

    /** What is missing in the district, by due date. */
    @Transactional(readOnly = true)
    public List<Cooperation> missing() {
        return jdbc.sql(OPEN + " order by c.due_on, p.name, c.cooperation_id limit ?")
                .param(LIMIT)
                .query(new SimplePropertyRowMapper<>(Cooperation.class))
                .list();
    }

    /** What one partner has not confirmed. */
    @Transactional(readOnly = true)
    public List<Cooperation> missingOf(String partner) {
        return jdbc.sql(OPEN + " and c.partner = ? order by c.due_on, c.cooperation_id limit ?")
                .params(partner, LIMIT)
                .query(new SimplePropertyRowMapper<>(Cooperation.class))
                .list();
    }

    /** The name of a partner, or its alias while nothing told it. */
    @Transactional(readOnly = true)
    public String nameOf(String partner) {
        return jdbc.sql("select name from known_partner where alias = ?")
                .param(partner)
                .query(String.class)
                .optional()
                .orElse(partner);
    }
}
