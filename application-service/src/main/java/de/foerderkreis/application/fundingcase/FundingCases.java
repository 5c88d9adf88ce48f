package de.foerderkreis.application.fundingcase;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stored cases of the current district. */
@Repository
class FundingCases {

    private static final String ALL = "select * from funding_case";

    private final JdbcClient jdbc;

    FundingCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<FundingCase> find(UUID id) {
        return jdbc.sql(ALL + " where id = ?").param(id).query(FundingCases::map).optional();
    }

    List<FundingCase> latest() {
        return jdbc.sql(ALL + " order by opened_on desc, id limit 200")
                .query(FundingCases::map)
                .list();
    }

    List<FundingCase> latest(Collection<UUID> ids) {
        return jdbc.sql(ALL + " where id = any(?) order by opened_on desc, id limit 200")
                .param(ids.toArray(UUID[]::new))
                .query(FundingCases::map)
                .list();
    }

    boolean referenceTaken(String fileReference, UUID except) {
        return jdbc.sql(
                        "select exists(select 1 from funding_case where file_reference = ? and id <> ?)")
                .params(fileReference, except)
                .query(Boolean.class)
                .single();
    }

    /** Stores a new case, entered here on a business day. */
    void insert(FundingCase it, LocalDate enteredOn) {
        jdbc.sql(
                        """
                        insert into funding_case (id, title, file_reference, programme_code, opened_on, status, entered_on)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        it.id(),
                        it.title(),
                        it.fileReference(),
                        it.programmeCode(),
                        it.openedOn(),
                        it.status().name(),
                        enteredOn)
                .update();
    }

    LocalDate enteredOn(UUID id) {
        return jdbc.sql("select entered_on from funding_case where id = ?")
                .param(id)
                .query(LocalDate.class)
                .single();
    }

    /** Writes an edit on top of the version it was made from; false if somebody was faster. */
    boolean update(FundingCase it) {
        return jdbc.sql(
                                """
                                update funding_case set title = ?, file_reference = ?, status = ?, version = version + 1
                                where id = ? and version = ?
                                """)
                        .params(
                                it.title(),
                                it.fileReference(),
                                it.status().name(),
                                it.id(),
                                it.version())
                        .update()
                == 1;
    }

    private static FundingCase map(ResultSet row, int no) throws SQLException {
        return new FundingCase(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("file_reference"),
                row.getString("programme_code"),
                row.getObject("opened_on", LocalDate.class),
                CaseStatus.valueOf(row.getString("status")),
                row.getLong("version"));
    }
}
