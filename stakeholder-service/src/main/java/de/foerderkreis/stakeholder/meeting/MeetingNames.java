package de.foerderkreis.stakeholder.meeting;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names the body of a meeting, also for those who no longer sit in it. */
@Repository
class MeetingNames {

    private final JdbcClient db;

    MeetingNames(JdbcClient db) {
        this.db = db;
    }

    BodyName of(UUID bodyId) {
        return db.sql("select code, name from body where id = ?")
                .param(bodyId)
                .query(BodyName.class)
                .single();
    }

    /** Short and long name. */
    record BodyName(String code, String name) {}
}
