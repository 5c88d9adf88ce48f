package de.foerderkreis.stakeholder.reference;

import de.foerderkreis.platform.money.Money;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which levy base a tally weighs by. */
@Service
@Transactional(readOnly = true)
public class LevyBases {

    private final JdbcClient db;

    LevyBases(JdbcClient db) {
        this.db = db;
    }

    /** The latest final version, or the latest model run while none is final. */
    public Optional<LevyBase> current() {
        return db.sql(
                        """
                        select id from levy_base_copy
                        order by (status = 'FINAL') desc, year desc, published_at desc, id desc limit 1\
                        """)
                .query(UUID.class)
                .optional()
                .flatMap(this::find);
    }

    /** The version a closed round was tallied by. */
    public Optional<LevyBase> find(UUID id) {
        return db.sql("select year, status from levy_base_copy where id = ?")
                .param(id)
                .query((row, index) ->
                        new LevyBase(id, row.getInt("year"), row.getString("status"), entries(id)))
                .optional();
    }

    private HashMap<String, Money> entries(UUID id) {
        var entries = new HashMap<String, Money>();
        db.sql("select ags, base_cents from levy_base_copy_entry where base_id = ?")
                .param(id)
                .query(row -> {
                    entries.put(row.getString("ags"), Money.ofCents(row.getLong("base_cents")));
                });
        return entries;
    }
}
