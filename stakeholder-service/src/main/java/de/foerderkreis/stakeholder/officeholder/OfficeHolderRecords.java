package de.foerderkreis.stakeholder.officeholder;

import de.foerderkreis.stakeholder.editing.FieldVersionsColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code office_holder}. */
@Repository
class OfficeHolderRecords {

    private static final String SELECT =
            """
            select id, organisation, function, salutation, name, email, language, has_account, valid_from, valid_to,
                   version, field_versions
            from office_holder
            """;

    private final JdbcClient db;
    private final FieldVersionsColumn fields;

    OfficeHolderRecords(JdbcClient db, FieldVersionsColumn fields) {
        this.db = db;
        this.fields = fields;
    }

    List<OfficeHolder> list(@Nullable String organisation) {
        return db.sql(
                        SELECT
                                + """
                                where cast(:organisation as text) is null or organisation = :organisation
                                order by organisation, function, valid_from desc limit 200\
                                """)
                .param("organisation", organisation)
                .query(this::map)
                .list();
    }

    Optional<OfficeHolder> find(UUID id) {
        return db.sql(SELECT + "where id = ?").param(id).query(this::map).optional();
    }

    /** Contact ids of the mayors in office on a day, by AGS. */
    Map<String, UUID> mayorsOn(LocalDate day) {
        return db
                .sql(
                        SELECT
                                + """
                                where function = 'MAYOR' and valid_from <= ? and (valid_to is null or valid_to >= ?)\
                                """)
                .params(day, day)
                .query(this::map)
                .list()
                .stream()
                .collect(
                        Collectors.toMap(
                                holder -> holder.tenure().organisation(), OfficeHolder::id));
    }

    Map<String, Salutation> mayorSalutationsOn(LocalDate day) {
        return db
                .sql(
                        SELECT
                                + """
                                where function = 'MAYOR' and valid_from <= ? and (valid_to is null or valid_to >= ?)\
                                """)
                .params(day, day)
                .query(this::map)
                .list()
                .stream()
                .collect(
                        Collectors.toMap(
                                holder -> holder.tenure().organisation(),
                                holder -> holder.tenure().salutation()));
    }

    /**
     * The head of the district in office on a day, or else its clerk; the longest in office first.
     */
    Optional<Signatory> signatoryOn(String district, LocalDate day) {
        return db.sql(
                        SELECT
                                + """
                                where organisation = ? and function in ('HEAD', 'CLERK')
                                  and valid_from <= ? and (valid_to is null or valid_to >= ?)
                                order by function = 'HEAD' desc, valid_from, id limit 1\
                                """)
                .params(district, day, day)
                .query(this::map)
                .optional()
                .map(it -> new Signatory(it.id(), it.tenure().function()));
    }

    void insert(OfficeHolder holder) {
        var tenure = holder.tenure();
        db.sql(
                        """
                        insert into office_holder (id, organisation, function, salutation, name, email, language,
                                                   has_account, valid_from, valid_to)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                        """)
                .param(holder.id())
                .param(tenure.organisation())
                .param(tenure.function().name())
                .param(tenure.salutation().name())
                .param(tenure.name())
                .param(tenure.email())
                .param(tenure.language())
                .param(tenure.hasAccount())
                .param(tenure.validFrom())
                .param(tenure.validTo())
                .update();
    }

    void update(OfficeHolder holder) {
        var tenure = holder.tenure();
        db.sql(
                        """
                        update office_holder
                        set salutation = ?, name = ?, email = ?, language = ?, has_account = ?, valid_from = ?, valid_to = ?,
                            version = ?, field_versions = ?::jsonb
                        where id = ?\
                        """)
                .param(tenure.salutation().name())
                .param(tenure.name())
                .param(tenure.email())
                .param(tenure.language())
                .param(tenure.hasAccount())
                .param(tenure.validFrom())
                .param(tenure.validTo())
                .param(holder.version())
                .param(fields.write(holder.fields()))
                .param(holder.id())
                .update();
    }

    private OfficeHolder map(ResultSet row, int index) throws SQLException {
        return new OfficeHolder(
                row.getObject("id", UUID.class),
                new Tenure(
                        row.getString("organisation"),
                        Office.valueOf(row.getString("function")),
                        Salutation.valueOf(row.getString("salutation")),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("language"),
                        row.getBoolean("has_account"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)),
                row.getLong("version"),
                fields.read(row.getString("field_versions")));
    }
}
