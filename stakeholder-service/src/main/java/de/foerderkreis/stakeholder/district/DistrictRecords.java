package de.foerderkreis.stakeholder.district;

import de.foerderkreis.platform.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code district}. */
@Repository
class DistrictRecords {

    private final JdbcClient db;

    DistrictRecords(JdbcClient db) {
        this.db = db;
    }

    Optional<District> find() {
        return db.sql("select district, name, quiet_days, version from district where district = ?")
                .param(Tenancy.district())
                .query(DistrictRecords::map)
                .optional();
    }

    boolean insert(District district) {
        return db.sql(
                                """
                                insert into district (district, name, quiet_days) values (?, ?, ?)
                                on conflict do nothing\
                                """)
                        .params(district.key(), district.name(), names(district))
                        .update()
                == 1;
    }

    boolean update(District district, long seen) {
        return db.sql(
                                """
                                update district set name = ?, quiet_days = ?, version = version + 1
                                where district = ? and version = ?\
                                """)
                        .params(district.name(), names(district), district.key(), seen)
                        .update()
                == 1;
    }

    private static String[] names(District district) {
        return district.quietDays().stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static District map(ResultSet row, int index) throws SQLException {
        var quietDays = (String[]) row.getArray("quiet_days").getArray();
        return new District(
                row.getString("district"),
                row.getString("name"),
                Arrays.stream(quietDays).map(QuietDay::valueOf).collect(Collectors.toSet()),
                row.getLong("version"));
    }
}
