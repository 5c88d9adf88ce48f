package de.foerderkreis.finance.reference;

import de.foerderkreis.contracts.application.CaseState;
import de.foerderkreis.contracts.application.ProgrammeState;
import de.foerderkreis.contracts.stakeholder.MunicipalityState;
import de.foerderkreis.platform.money.Money;
import de.foerderkreis.platform.problem.Problem;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The copies in PostgreSQL. An older state never replaces a newer one. */
@Repository
class StoredReferenceData implements ReferenceData {

    private static final String CASE_COLUMNS =
            "select id, title, file_reference, programme_code, status, opened_on from funding_case ";

    private static final TypeReference<List<PostCategory>> CATEGORIES = new TypeReference<>() {};
    private static final TypeReference<List<Authority>> AUTHORITIES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredReferenceData(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Municipality> municipalities() {
        return jdbc.sql(
                        """
                        select ags, name, type, inhabitants, own_youth_office
                        from municipality order by ags
                        """)
                .query((row, _) ->
                        new Municipality(
                                row.getString("ags"),
                                row.getString("name"),
                                row.getString("type"),
                                row.getInt("inhabitants"),
                                row.getBoolean("own_youth_office")))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<FundingCase> cases() {
        return jdbc.sql(CASE_COLUMNS + "order by opened_on desc, id limit 200")
                .query(StoredReferenceData::fundingCase)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<FundingCase> cases(Collection<UUID> ids) {
        return jdbc.sql(CASE_COLUMNS + "where id = any(?) order by opened_on desc, id limit 200")
                .param(ids.toArray(UUID[]::new))
                .query(StoredReferenceData::fundingCase)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<FundingCase> findCase(UUID id) {
        return jdbc.sql(CASE_COLUMNS + "where id = ?")
                .param(id)
                .query(StoredReferenceData::fundingCase)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public FundingCase requireCase(UUID id) {
        return findCase(id).orElseThrow(() -> Problem.notFound("case"));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Programme> findProgramme(String code) {
        return jdbc.sql(
                        """
                        select code, title, valid_from, valid_to, financing_type, grant_cap_cents,
                               max_posts_thousandth, post_categories, authorities
                        from programme where code = ?
                        """)
                .param(code)
                .query((row, _) ->
                        new Programme(
                                row.getString("code"),
                                row.getString("title"),
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_to", LocalDate.class),
                                row.getString("financing_type"),
                                Money.ofCents(row.getLong("grant_cap_cents")),
                                row.getLong("max_posts_thousandth"),
                                read(row.getString("post_categories"), CATEGORIES),
                                read(row.getString("authorities"), AUTHORITIES)))
                .optional();
    }

    private <T> List<T> read(@Nullable String text, TypeReference<List<T>> type) {
        return text == null ? List.of() : json.readValue(text, type);
    }

    void keep(MunicipalityState state) {
        jdbc.sql(
                        """
                        insert into municipality
                            (ags, name, type, inhabitants, own_youth_office, source_version)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (district, ags) do update
                        set name = excluded.name, type = excluded.type,
                            inhabitants = excluded.inhabitants,
                            own_youth_office = excluded.own_youth_office,
                            source_version = excluded.source_version
                        where municipality.source_version < excluded.source_version
                        """)
                .params(
                        state.ags(),
                        state.name(),
                        state.type(),
                        state.inhabitants(),
                        state.ownYouthOffice(),
                        state.aggregateVersion())
                .update();
    }

    void forgetMunicipality(String ags) {
        jdbc.sql("delete from municipality where ags = ?").param(ags).update();
    }

    void keep(CaseState state) {
        jdbc.sql(
                        """
                        insert into funding_case
                            (id, title, file_reference, programme_code, status, opened_on,
                             source_version)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update
                        set title = excluded.title, file_reference = excluded.file_reference,
                            programme_code = excluded.programme_code, status = excluded.status,
                            opened_on = excluded.opened_on,
                            source_version = excluded.source_version
                        where funding_case.source_version < excluded.source_version
                        """)
                .params(
                        state.caseId(),
                        state.title(),
                        state.fileReference(),
                        state.programmeCode(),
                        state.status(),
                        state.openedOn(),
                        state.aggregateVersion())
                .update();
    }

    void keep(ProgrammeState state) {
        jdbc.sql(
                        """
                        insert into programme
                            (code, title, valid_from, valid_to, financing_type, grant_cap_cents,
                             max_posts_thousandth, post_categories, authorities,
                             source_version)
                        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)
                        on conflict (district, code) do update
                        set title = excluded.title, valid_from = excluded.valid_from,
                            valid_to = excluded.valid_to,
                            financing_type = excluded.financing_type,
                            grant_cap_cents = excluded.grant_cap_cents,
                            max_posts_thousandth = excluded.max_posts_thousandth,
                            post_categories = excluded.post_categories,
                            authorities = excluded.authorities,
                            source_version = excluded.source_version
                        where programme.source_version < excluded.source_version
                        """)
                .param(state.code())
                .param(state.title())
                .param(state.validFrom())
                .param(state.validTo())
                .param(state.financingType())
                .param(Money.parse(state.grantCapPerYear()).cents())
                .param(thousandths(state.maxPosts()))
                .param(written(state.postCategories(), StoredReferenceData::category))
                .param(
                        written(
                                state.authorities(),
                                it -> new Authority(it.code(), it.labelDe(), it.labelEn())))
                .param(state.aggregateVersion())
                .update();
    }

    private <A, B> @Nullable String written(@Nullable List<A> told, Function<A, B> kept) {
        return told == null ? null : json.writeValueAsString(told.stream().map(kept).toList());
    }

    private static PostCategory category(ProgrammeState.PostCategory told) {
        return new PostCategory(
                told.code(),
                told.labelDe(),
                told.labelEn(),
                told.posts(),
                thousandths(told.maxFtePerPost()));
    }

    private static long thousandths(String decimal) {
        return new BigDecimal(decimal).movePointRight(3).longValueExact();
    }

    void forgetProgramme(String code) {
        jdbc.sql("delete from programme where code = ?").param(code).update();
    }

    private static FundingCase fundingCase(ResultSet row, int number) throws SQLException {
        return new FundingCase(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("file_reference"),
                row.getString("programme_code"),
                row.getString("status"),
                row.getObject("opened_on", LocalDate.class));
    }
}
