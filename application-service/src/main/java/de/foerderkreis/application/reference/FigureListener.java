package de.foerderkreis.application.reference;

import de.foerderkreis.contracts.application.InformalRulingRecorded;
import de.foerderkreis.contracts.finance.CostPlanCalculated;
import de.foerderkreis.contracts.finance.LevyEffectCalculated;
import de.foerderkreis.contracts.finance.StaffingPlanSet;
import de.foerderkreis.contracts.stakeholder.BodyPositionRecorded;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.contracts.stakeholder.SynopsisReleased;
import de.foerderkreis.platform.money.Money;
import java.sql.Date;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what texts and annexes are made of. Every effect is an upsert that gives the same row
 * whatever the order of arrival.
 */
@Component
class FigureListener {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    FigureListener(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void on(CostPlanCalculated event) {
        jdbc.sql(
                        """
                        insert into ref_cost_table as known (case_id, gross, state_grant, saving, net, items, case_version)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?)
                        on conflict (case_id) do update set gross = excluded.gross, state_grant = excluded.state_grant,
                            saving = excluded.saving, net = excluded.net, items = excluded.items,
                            case_version = excluded.case_version
                        where known.case_version < excluded.case_version
                        """)
                .params(
                        event.caseId(),
                        cents(event.gross()),
                        cents(event.grant()),
                        cents(event.saving()),
                        cents(event.net()),
                        json.writeValueAsString(
                                Objects.requireNonNullElse(event.items(), List.of())),
                        event.aggregateVersion())
                .update();
    }

    void on(LevyEffectCalculated event) {
        jdbc.sql(
                        """
                        insert into ref_levy_table as known (case_id, amount, rate_delta, year, input_hash, shares, case_version)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?)
                        on conflict (case_id) do update set amount = excluded.amount, rate_delta = excluded.rate_delta,
                            year = excluded.year, input_hash = excluded.input_hash, shares = excluded.shares,
                            case_version = excluded.case_version
                        where known.case_version < excluded.case_version
                        """)
                .params(event.caseId(), cents(event.amount()), event.rateDelta())
                .param(event.year())
                .params(
                        event.inputHash(),
                        json.writeValueAsString(event.shares()),
                        event.aggregateVersion())
                .update();
    }

    void on(StaffingPlanSet event) {
        jdbc.sql(
                        """
                        insert into ref_staffing as known (case_id, fte, teachers, workplaces, rooms, case_version)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (case_id) do update set fte = excluded.fte, teachers = excluded.teachers,
                            workplaces = excluded.workplaces, rooms = excluded.rooms, case_version = excluded.case_version
                        where known.case_version < excluded.case_version
                        """)
                .params(
                        event.caseId(),
                        event.fte(),
                        event.teachers(),
                        event.workplaces(),
                        event.rooms(),
                        event.aggregateVersion())
                .update();
    }

    void on(InformalRulingRecorded event) {
        jdbc.sql(
                        """
                        insert into ref_ruling as known (ruling_id, case_id, authority, outcome, minimum_posts, ruled_on, case_version)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (ruling_id) do update set outcome = excluded.outcome,
                            minimum_posts = excluded.minimum_posts, ruled_on = excluded.ruled_on,
                            case_version = excluded.case_version
                        where known.case_version < excluded.case_version
                        """)
                .params(event.rulingId(), event.caseId(), event.authority(), event.outcome())
                .param(event.minimumPosts())
                .params(Date.valueOf(event.ruledOn()), event.aggregateVersion())
                .update();
    }

    void on(BodyPositionRecorded event) {
        jdbc.sql(
                        """
                        insert into ref_body_position as known (meeting_id, case_id, body_name, held_on, position, case_version)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (meeting_id, case_id) do update set body_name = excluded.body_name,
                            held_on = excluded.held_on, position = excluded.position, case_version = excluded.case_version
                        where known.case_version < excluded.case_version
                        """)
                .params(
                        event.meetingId(),
                        event.caseId(),
                        event.bodyName(),
                        Date.valueOf(event.heldOn()),
                        event.position(),
                        event.aggregateVersion())
                .update();
    }

    void on(SynopsisReleased event) {
        jdbc.sql(
                        """
                        insert into ref_synopsis as known (round_id, case_id, synopsis, released_on, entries)
                        values (?, ?, ?, ?, ?::jsonb)
                        on conflict (round_id) do update set synopsis = excluded.synopsis,
                            released_on = excluded.released_on, entries = excluded.entries
                        where known.synopsis < excluded.synopsis
                        """)
                .params(
                        event.roundId(),
                        event.caseId(),
                        event.version(),
                        Date.valueOf(event.releasedOn()),
                        json.writeValueAsString(event.entries()))
                .update();
    }

    void on(ConsultationOpened event) {
        for (var addressee : event.addressees()) {
            jdbc.sql(
                            """
                            insert into ref_judged_conception (round_id, case_id, ags, conception_version)
                            values (?, ?, ?, ?) on conflict do nothing
                            """)
                    .params(event.roundId(), event.caseId(), addressee.ags())
                    .param(event.conceptionVersion())
                    .update();
        }
    }

    private static long cents(String amount) {
        return Money.parse(amount).cents();
    }
}
