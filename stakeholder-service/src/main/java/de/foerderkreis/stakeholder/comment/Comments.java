package de.foerderkreis.stakeholder.comment;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.stakeholder.consultation.Reception;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Internal comments. Row level security shows each town its own; the district's trail carries none
 * of them, not even that there is one: it would tell the supervisory authority that the town is
 * drafting.
 */
@Service
public class Comments {

    static final int LONGEST = 2000;

    private final JdbcClient db;
    private final Reception reception;
    private final BusinessClock clock;

    Comments(JdbcClient db, Reception reception, BusinessClock clock) {
        this.db = db;
        this.reception = reception;
        this.clock = clock;
    }

    /** What was written about the town's draft, oldest first. */
    @Transactional
    public List<Comment> of(Caller reader, UUID roundId) {
        reception.look(roundId, reader.ags());
        return db.sql(
                        """
                        select * from draft_comment where round_id = ? and organisation = ? order by written_at, id\
                        """)
                .params(roundId, reader.ags())
                .query((row, index) ->
                        new Comment(
                                row.getObject("id", UUID.class),
                                row.getString("text"),
                                row.getString("function"),
                                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                                row.getString("written_by").equals(reader.subject())))
                .list();
    }

    /** Adds a note of at most {@value #LONGEST} characters. */
    @Transactional
    public void write(Caller author, UUID roundId, String text) {
        reception.look(roundId, author.ags());
        if (text.isBlank()) {
            throw Problem.invalid("comment", "comment-empty");
        }
        if (text.strip().length() > LONGEST) {
            throw Problem.invalid("comment", "comment-too-long", LONGEST);
        }
        db.sql(
                        """
                        insert into draft_comment (id, round_id, text, function, written_by, written_at)
                        values (?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        Ids.next(),
                        roundId,
                        text.strip(),
                        author.has("MAYOR") ? "MAYOR" : "OFFICIAL",
                        author.subject(),
                        clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes an own note back; a colleague's is not there to be taken. */
    @Transactional
    public void withdraw(Caller author, UUID roundId, UUID id) {
        var removed =
                db.sql(
                                """
                                delete from draft_comment
                                where id = ? and round_id = ? and organisation = ? and written_by = ?\
                                """)
                        .params(id, roundId, author.ags(), author.subject())
                        .update();
        if (removed == 0) {
            throw Problem.notFound("comment");
        }
    }
}
