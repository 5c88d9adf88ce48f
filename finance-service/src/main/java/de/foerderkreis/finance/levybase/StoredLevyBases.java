package de.foerderkreis.finance.levybase;

import de.foerderkreis.finance.apportionment.Rate;
import de.foerderkreis.platform.money.Money;
import de.foerderkreis.platform.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The bases in PostgreSQL. */
@Repository
class StoredLevyBases implements LevyBases {

    static final String TABLE = "levy_base";

    private static final String COLUMNS =
            """
            select id, year, status, as_of, filename, content_sha256, total_cents, version,
                   imported_at, published_at
            from levy_base
            """;
    // Keeps the order of the scheme, which a jsonb object would not.
    private static final TypeReference<List<Part>> PARTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PublishedLevyRates publishedRates;

    StoredLevyBases(JdbcClient jdbc, JsonMapper json, PublishedLevyRates publishedRates) {
        this.jdbc = jdbc;
        this.json = json;
        this.publishedRates = publishedRates;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<LevyBase> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id)
                .query((row, _) -> base(row, entries(id)))
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public LevyBase require(UUID id) {
        return find(id).orElseThrow(() -> Problem.notFound("levy-base"));
    }

    @Override
    @Transactional(readOnly = true)
    public List<LevyBase> all() {
        return jdbc.sql(COLUMNS + "order by year desc, imported_at desc, id desc limit 200")
                .query((row, _) -> base(row, List.of()))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<LevyRate> rateOf(int year) {
        return jdbc.sql("select year, hundredths, source, version from levy_rate where year = ?")
                .param(year)
                .query((row, _) ->
                        new LevyRate(
                                row.getInt("year"),
                                new Rate(row.getInt("hundredths")),
                                row.getString("source"),
                                row.getLong("version")))
                .optional()
                .or(() -> publishedRates.of(year));
    }

    Optional<UUID> sameFigures(int year, LevyBase.Status status, String contentSha256) {
        return jdbc.sql(
                        """
                        select id from levy_base
                        where year = ? and status = ? and content_sha256 = ?
                        """)
                .params(year, status.name(), contentSha256)
                .query(UUID.class)
                .optional();
    }

    /** Adds the version unless another transaction added the same figures meanwhile. */
    boolean add(LevyBase base) {
        int added =
                jdbc.sql(
                                """
                                insert into levy_base
                                    (id, year, status, as_of, filename, content_sha256,
                                     total_cents, version, imported_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict (district, year, status, content_sha256) do nothing
                                """)
                        .params(
                                base.id(),
                                base.year(),
                                base.status().name(),
                                base.asOf(),
                                base.filename(),
                                base.contentSha256(),
                                base.total().cents(),
                                base.version(),
                                Timestamp.from(base.importedAt()))
                        .update();
        if (added == 0) {
            return false;
        }
        for (LevyBase.Entry entry : base.entries()) {
            jdbc.sql(
                            """
                            insert into levy_base_entry
                                (base_id, ags, name, inhabitants, own_youth_office, components,
                                 base_cents)
                            values (?, ?, ?, ?, ?, ?::jsonb, ?)
                            """)
                    .params(
                            base.id(),
                            entry.ags(),
                            entry.name(),
                            entry.inhabitants(),
                            entry.ownYouthOffice(),
                            json.writeValueAsString(parts(entry.components())),
                            entry.base().cents())
                    .update();
        }
        return true;
    }

    boolean markPublished(UUID id, long version, Instant at) {
        return jdbc.sql(
                                """
                                update levy_base set published_at = ?, version = version + 1
                                where id = ? and version = ? and published_at is null
                                """)
                        .params(Timestamp.from(at), id, version)
                        .update()
                == 1;
    }

    /** Enters a rate; false when somebody else did since the given version was read. */
    boolean enter(LevyRate rate) {
        return jdbc.sql(
                                """
                                insert into levy_rate (year, hundredths, source, version)
                                values (?, ?, ?, 1)
                                on conflict (district, year) do update
                                set hundredths = excluded.hundredths, source = excluded.source,
                                    version = levy_rate.version + 1
                                where levy_rate.version = ?
                                """)
                        .params(
                                rate.year(),
                                rate.rate().hundredths(),
                                rate.source(),
                                rate.version())
                        .update()
                == 1;
    }

    private List<LevyBase.Entry> entries(UUID id) {
        return jdbc.sql(
                        """
                        select ags, name, inhabitants, own_youth_office, components, base_cents
                        from levy_base_entry where base_id = ? order by ags
                        """)
                .param(id)
                .query((row, _) ->
                        new LevyBase.Entry(
                                row.getString("ags"),
                                row.getString("name"),
                                row.getInt("inhabitants"),
                                row.getBoolean("own_youth_office"),
                                amounts(row.getString("components")),
                                Money.ofCents(row.getLong("base_cents"))))
                .list();
    }

    private static LevyBase base(ResultSet row, List<LevyBase.Entry> entries) throws SQLException {
        @Nullable Timestamp published = row.getTimestamp("published_at");
        return new LevyBase(
                row.getObject("id", UUID.class),
                row.getInt("year"),
                LevyBase.Status.valueOf(row.getString("status")),
                row.getObject("as_of", LocalDate.class),
                row.getString("filename"),
                row.getString("content_sha256"),
                Money.ofCents(row.getLong("total_cents")),
                row.getLong("version"),
                row.getTimestamp("imported_at").toInstant(),
                published == null ? null : published.toInstant(),
                entries);
    }

    private static List<Part> parts(Map<String, Money> components) {
        return components.entrySet().stream()
                .map(it -> new Part(it.getKey(), it.getValue().toString()))
                .toList();
    }

    private Map<String, Money> amounts(String components) {
        Map<String, Money> amounts = new LinkedHashMap<>();
        for (Part part : json.readValue(components, PARTS)) {
            amounts.put(part.code(), Money.parse(part.amount()));
        }
        return amounts;
    }

    private record Part(String code, String amount) {}
}
