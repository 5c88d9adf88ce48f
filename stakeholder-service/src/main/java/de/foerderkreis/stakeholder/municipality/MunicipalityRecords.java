package de.foerderkreis.stakeholder.municipality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code municipality}. */
@Repository
class MunicipalityRecords {

    private static final String SELECT =
            "select ags, name, type, inhabitants, own_youth_office from municipality ";

    private final JdbcClient db;

    MunicipalityRecords(JdbcClient db) {
        this.db = db;
    }

    List<Municipality> all() {
        return db.sql(SELECT + "order by ags limit 200").query(MunicipalityRecords::map).list();
    }

    Optional<Municipality> find(String ags) {
        return db.sql(SELECT + "where ags = ?")
                .param(ags)
                .query(MunicipalityRecords::map)
                .optional();
    }

    void insert(Municipality municipality) {
        db.sql(
                        """
                        insert into municipality (ags, name, type, inhabitants, own_youth_office)
                        values (?, ?, ?, ?, ?)\
                        """)
                .params(
                        municipality.ags(),
                        municipality.name(),
                        municipality.type().name(),
                        municipality.inhabitants(),
                        municipality.ownYouthOffice())
                .update();
    }

    void update(Municipality municipality) {
        db.sql(
                        """
                        update municipality set name = ?, type = ?, inhabitants = ?, own_youth_office = ?
                        where ags = ?\
                        """)
                .params(
                        municipality.name(),
                        municipality.type().name(),
                        municipality.inhabitants(),
                        municipality.ownYouthOffice(),
                        municipality.ags())
                .update();
    }

    /**
     * Two imports of one district wait for each other; the later one sees what the earlier one did.
     */
    void serialiseImports(String district) {
        db.sql(
                        "select pg_advisory_xact_lock(hashtextextended('municipality-import:' || ?, 0))::text")
                .param(district)
                .query(String.class)
                .optional();
    }

    private static Municipality map(ResultSet row, int index) throws SQLException {
        return new Municipality(
                row.getString("ags"),
                row.getString("name"),
                MunicipalityType.valueOf(row.getString("type")),
                row.getInt("inhabitants"),
                row.getBoolean("own_youth_office"));
    }
}
