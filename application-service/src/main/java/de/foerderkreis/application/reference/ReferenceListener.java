package de.foerderkreis.application.reference;

import de.foerderkreis.contracts.finance.CostPlanCalculated;
import de.foerderkreis.contracts.finance.LevyEffectCalculated;
import de.foerderkreis.contracts.stakeholder.ConsultationClosed;
import de.foerderkreis.contracts.stakeholder.ConsultationExtended;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.contracts.stakeholder.MunicipalityState;
import de.foerderkreis.contracts.stakeholder.PartnerState;
import de.foerderkreis.contracts.stakeholder.StatementLate;
import de.foerderkreis.contracts.stakeholder.StatementSubmitted;
import de.foerderkreis.platform.money.Money;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the local copies. Every effect is an upsert that gives the same row whatever the order of
 * arrival.
 */
@Component
class ReferenceListener {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReferenceListener(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void on(MunicipalityState event) {
        jdbc.sql(
                        """
                        insert into ref_municipality (ags, name, type, inhabitants, own_youth_office)
                        values (?, ?, ?, ?, ?)
                        on conflict (district, ags) do update set name = excluded.name, type = excluded.type,
                            inhabitants = excluded.inhabitants, own_youth_office = excluded.own_youth_office
                        """)
                .params(
                        event.ags(),
                        event.name(),
                        event.type(),
                        event.inhabitants(),
                        event.ownYouthOffice())
                .update();
    }

    void forgetMunicipality(String ags) {
        jdbc.sql("delete from ref_municipality where ags = ?").param(ags).update();
    }

    void on(PartnerState event) {
        jdbc.sql(
                        """
                        insert into ref_partner (alias, name, category) values (?, ?, ?)
                        on conflict (district, alias) do update set name = excluded.name, category = excluded.category
                        """)
                .params(event.alias(), event.name(), event.category())
                .update();
    }

    void forgetPartner(String alias) {
        jdbc.sql("delete from ref_partner where alias = ?").param(alias).update();
    }

    void on(ConsultationOpened event) {
        round(event.roundId(), event.caseId());
        jdbc.sql(
                        "update ref_round set title = ?, kind = ?, sent_on = ?, asked = ? where round_id = ?")
                .params(
                        event.title(),
                        event.kind(),
                        Date.valueOf(event.sentOn()),
                        event.addressees().size(),
                        event.roundId())
                .update();
        due(event.roundId(), event.dueOn(), event.aggregateVersion());
        for (var addressee : event.addressees()) {
            jdbc.sql(
                            """
                            insert into ref_addressee (round_id, case_id, ags) values (?, ?, ?)
                            on conflict do nothing
                            """)
                    .params(event.roundId(), event.caseId(), addressee.ags())
                    .update();
        }
    }

    void on(ConsultationExtended event) {
        round(event.roundId(), event.caseId());
        due(event.roundId(), event.dueOn(), event.aggregateVersion());
    }

    void on(StatementSubmitted event) {
        round(event.roundId(), event.caseId());
        statement(
                event.statementId(),
                event.roundId(),
                event.caseId(),
                event.ags(),
                event.position(),
                false,
                event.receivedAt(),
                event.aggregateVersion());
    }

    void on(StatementLate event) {
        round(event.roundId(), event.caseId());
        statement(
                event.statementId(),
                event.roundId(),
                event.caseId(),
                event.ags(),
                event.position(),
                true,
                event.receivedAt(),
                event.aggregateVersion());
    }

    void on(ConsultationClosed event) {
        round(event.roundId(), event.caseId());
        jdbc.sql(
                        """
                        update ref_round set kind = ?, closed_at = ?, asked = ?, on_time = ?, tallies = ?::jsonb
                        where round_id = ?
                        """)
                .params(
                        event.kind(),
                        Timestamp.from(event.closedAt()),
                        event.asked(),
                        event.onTime(),
                        json.writeValueAsString(event.tallies()),
                        event.roundId())
                .update();
        due(event.roundId(), event.dueOn(), event.aggregateVersion());
    }

    void on(CostPlanCalculated event) {
        jdbc.sql(
                        """
                        insert into ref_cost_plan as known (case_id, cost_plan_id, gross, state_grant, saving, net, case_version)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (case_id) do update set cost_plan_id = excluded.cost_plan_id, gross = excluded.gross,
                            state_grant = excluded.state_grant, saving = excluded.saving, net = excluded.net,
                            case_version = excluded.case_version
                        where known.case_version < excluded.case_version
                        """)
                .params(
                        event.caseId(),
                        event.costPlanId(),
                        Money.parse(event.gross()).cents(),
                        Money.parse(event.grant()).cents(),
                        Money.parse(event.saving()).cents(),
                        Money.parse(event.net()).cents(),
                        event.aggregateVersion())
                .update();
    }

    void on(LevyEffectCalculated event) {
        var shares = new TreeMap<String, String>();
        event.shares().forEach(it -> shares.put(it.ags(), it.share()));
        jdbc.sql(
                        """
                        insert into ref_levy_effect as known (case_id, levy_effect_id, base_id, amount, rate_delta, input_hash,
                            shares, case_version)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                        on conflict (case_id) do update set levy_effect_id = excluded.levy_effect_id,
                            base_id = excluded.base_id, amount = excluded.amount, rate_delta = excluded.rate_delta,
                            input_hash = excluded.input_hash, shares = excluded.shares, case_version = excluded.case_version
                        where known.case_version < excluded.case_version
                        """)
                .params(
                        event.caseId(),
                        event.levyEffectId(),
                        event.baseId(),
                        Money.parse(event.amount()).cents(),
                        event.rateDelta(),
                        event.inputHash(),
                        json.writeValueAsString(shares),
                        event.aggregateVersion())
                .update();
    }

    private void round(UUID roundId, UUID caseId) {
        jdbc.sql("insert into ref_round (round_id, case_id) values (?, ?) on conflict do nothing")
                .params(roundId, caseId)
                .update();
    }

    /** The day of the latest word: an extension read before the opening is not taken back by it. */
    private void due(UUID roundId, LocalDate dueOn, long version) {
        jdbc.sql(
                        """
                        update ref_round set due_on = ?, due_version = ? where round_id = ? and due_version <= ?
                        """)
                .params(Date.valueOf(dueOn), version, roundId, version)
                .update();
    }

    private void statement(
            UUID id,
            UUID roundId,
            UUID caseId,
            String ags,
            String position,
            boolean late,
            Instant receivedAt,
            long version) {
        jdbc.sql(
                        """
                        insert into ref_statement (statement_id, round_id, case_id, ags, position, late, received_at, round_version)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (statement_id) do update set position = excluded.position, late = excluded.late,
                            received_at = excluded.received_at, round_version = excluded.round_version
                        where ref_statement.round_version < excluded.round_version
                        """)
                .params(
                        id,
                        roundId,
                        caseId,
                        ags,
                        position,
                        late,
                        Timestamp.from(receivedAt),
                        version)
                .update();
    }
}
