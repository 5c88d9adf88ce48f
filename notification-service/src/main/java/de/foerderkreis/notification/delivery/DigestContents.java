package de.foerderkreis.notification.delivery;

import de.foerderkreis.notification.template.Notice;
import de.foerderkreis.notification.template.NoticeFacts;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What went into a digest. */
@Component
public class DigestContents {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DigestContents(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The messages of a digest, oldest first; none for any other message. */
    @Transactional(readOnly = true)
    public List<Bundled> of(UUID digestId) {
        return jdbc.sql(
                        "select notice, facts from delivery where digest_id = ? order by recorded_at, id")
                .param(digestId)
                .query((row, number) ->
                        new Bundled(
                                Notice.valueOf(row.getString("notice")),
                                json.readValue(row.getString("facts"), NoticeFacts.class)))
                .list();
    }

    /** One message of a digest. */
    public record Bundled(Notice notice, NoticeFacts facts) {}
}
