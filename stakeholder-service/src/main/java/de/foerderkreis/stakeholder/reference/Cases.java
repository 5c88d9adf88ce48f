package de.foerderkreis.stakeholder.reference;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Names cases on pages; a case whose event has not come yet simply has no name. */
@Service
@Transactional(readOnly = true)
public class Cases {

    private final JdbcClient db;

    Cases(JdbcClient db) {
        this.db = db;
    }

    /** The case as last announced. */
    public Optional<NamedCase> find(UUID id) {
        return db.sql("select id, title, file_reference from case_copy where id = ?")
                .param(id)
                .query((row, index) ->
                        new NamedCase(
                                row.getObject("id", UUID.class),
                                row.getString("title"),
                                row.getString("file_reference")))
                .optional();
    }

    /** The cases a page may offer, newest first. */
    public List<NamedCase> all() {
        return db.sql("select id, title, file_reference from case_copy order by id desc limit 200")
                .query((row, index) ->
                        new NamedCase(
                                row.getObject("id", UUID.class),
                                row.getString("title"),
                                row.getString("file_reference")))
                .list();
    }

    /** What a page says of a case. */
    public record NamedCase(UUID id, String title, String fileReference) {}
}
