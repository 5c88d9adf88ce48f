package de.foerderkreis.stakeholder.body;

import de.foerderkreis.platform.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code body_member}. */
@Repository
class MemberRecords {

    private final JdbcClient db;

    MemberRecords(JdbcClient db) {
        this.db = db;
    }

    List<Member> of(UUID bodyId) {
        return db.sql(
                        """
                        select * from body_member where body_id = ?
                        order by side, organisation_name collate "de-x-icu", function, valid_from limit 500\
                        """)
                .param(bodyId)
                .query(MemberRecords::map)
                .list();
    }

    /** Locks the seat; one of another body is not there. */
    Member lock(UUID bodyId, UUID id) {
        return db.sql("select * from body_member where body_id = ? and id = ? for update")
                .params(bodyId, id)
                .query(MemberRecords::map)
                .optional()
                .orElseThrow(() -> Problem.notFound("member"));
    }

    /** Stores a new seat unless the same one begins on the same day already. */
    boolean insert(Member member) {
        return db.sql(
                                """
                                insert into body_member (id, body_id, side, organisation, organisation_name, function,
                                                         valid_from, valid_to)
                                values (?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict do nothing\
                                """)
                        .param(member.id())
                        .param(member.bodyId())
                        .param(member.side().name())
                        .param(member.organisation())
                        .param(member.organisationName())
                        .param(member.function())
                        .param(member.validFrom())
                        .param(member.validTo())
                        .update()
                == 1;
    }

    void end(UUID id, LocalDate validTo) {
        db.sql("update body_member set valid_to = ? where id = ?").params(validTo, id).update();
    }

    private static Member map(ResultSet row, int index) throws SQLException {
        return new Member(
                row.getObject("id", UUID.class),
                row.getObject("body_id", UUID.class),
                Side.valueOf(row.getString("side")),
                row.getString("organisation"),
                row.getString("organisation_name"),
                row.getString("function"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
