package de.foerderkreis.stakeholder.reference;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which version of a conception may be sent to the municipalities. */
@Service
@Transactional(readOnly = true)
public class Conceptions {

    private final JdbcClient db;

    Conceptions(JdbcClient db) {
        this.db = db;
    }

    /** Number of the version released last, if any was. */
    public Optional<Integer> latestReleased(UUID caseId) {
        return db.sql(
                        "select version from conception_copy where case_id = ? order by version desc limit 1")
                .param(caseId)
                .query(Integer.class)
                .optional();
    }
}
