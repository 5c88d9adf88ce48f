package de.foerderkreis.finance.levyeffect;

import de.foerderkreis.contracts.stakeholder.ConsultationExtended;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.platform.inbox.EventMetadata;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which round shows which town which effect. */
@Repository
class Disclosures {

    private static final String COLUMNS =
            """
            select round_id, case_id, title, sent_on, due_on, effect_id from round_disclosure r
            """;

    private final JdbcClient jdbc;
    private final StoredLevyEffects effects;

    Disclosures(JdbcClient jdbc, StoredLevyEffects effects) {
        this.jdbc = jdbc;
        this.effects = effects;
    }

    /** Freezes what the addressees see; a round already known stays as it was frozen. */
    void open(ConsultationOpened event, EventMetadata metadata) {
        UUID effect = effects.latestAt(event.caseId(), metadata.time()).orElse(null);
        jdbc.sql(
                        """
                        insert into round_disclosure
                            (round_id, case_id, title, sent_on, due_on, effect_id)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (round_id) do nothing
                        """)
                .param(event.roundId())
                .param(event.caseId())
                .param(event.title())
                .param(event.sentOn())
                .param(event.dueOn())
                .param(effect)
                .update();
        for (ConsultationOpened.Addressee addressee : event.addressees()) {
            jdbc.sql(
                            """
                            insert into round_addressee (round_id, ags) values (?, ?)
                            on conflict do nothing
                            """)
                    .params(event.roundId(), addressee.ags())
                    .update();
        }
    }

    void extend(ConsultationExtended event) {
        jdbc.sql("update round_disclosure set due_on = ? where round_id = ?")
                .params(event.dueOn(), event.roundId())
                .update();
    }

    /** Rounds of a case, the latest first. */
    List<RoundDisclosure> ofCase(UUID caseId) {
        return jdbc.sql(COLUMNS + "where case_id = ? order by sent_on desc, round_id desc")
                .param(caseId)
                .query(Disclosures::disclosure)
                .list();
    }

    /** Rounds that addressed a town, the latest first. */
    List<RoundDisclosure> addressing(String ags) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                where exists (select 1 from round_addressee a
                                              where a.round_id = r.round_id and a.ags = ?)
                                order by sent_on desc, round_id desc limit 200
                                """)
                .param(ags)
                .query(Disclosures::disclosure)
                .list();
    }

    private static RoundDisclosure disclosure(ResultSet row, int number) throws SQLException {
        return new RoundDisclosure(
                row.getObject("round_id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("title"),
                row.getObject("sent_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("effect_id", UUID.class));
    }
}
