package de.foerderkreis.stakeholder.signing;

import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way each town signs; {@link Signing#LOGIN} until its mayor's office chooses another. */
@Service
public class TownSignings {

    private static final Choice UNSET = new Choice(Signing.LOGIN, null);

    private final JdbcClient db;
    private final Audit audit;

    TownSignings(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    /** What this town chose. */
    @Transactional(readOnly = true)
    public Choice of(String ags) {
        return db.sql("select signing, version from town_signing where organisation = ?")
                .param(ags)
                .query((row, index) ->
                        new Choice(
                                Signing.valueOf(row.getString("signing")), row.getLong("version")))
                .optional()
                .orElse(UNSET);
    }

    /**
     * Chooses.
     *
     * @param seen version the caller saw, absent while nothing was chosen yet
     */
    @Transactional
    Choice choose(String ags, @Nullable Long seen, Signing signing) {
        var before = of(ags);
        var stored =
                seen == null
                        ? db.sql(
                                        "insert into town_signing (signing) values (?) on conflict do nothing")
                                .param(signing.name())
                                .update()
                        : db.sql(
                                        """
                                        update town_signing set signing = ?, version = version + 1
                                        where organisation = ? and version = ?\
                                        """)
                                .params(signing.name(), ags, seen)
                                .update();
        if (stored == 0) {
            throw Problem.stale(List.of("signing"));
        }
        audit.record("town-signing.changed", "municipality", ags, before.signing(), signing, null);
        return of(ags);
    }

    /**
     * What a town chose.
     *
     * @param version absent while it has chosen nothing
     */
    public record Choice(Signing signing, @Nullable Long version) {}
}
