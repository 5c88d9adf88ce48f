package de.foerderkreis.platform.sample;

import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.outbox.LockedRoot;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.persistence.Ids;
import de.foerderkreis.platform.security.FreshSecondFactor;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A use case with everything: root, child, event, trail. */
@Service
public class Rounds {

    private final JdbcClient jdbc;
    private final Roots roots;
    private final Outbox outbox;
    private final Audit audit;

    Rounds(JdbcClient jdbc, Roots roots, Outbox outbox, Audit audit) {
        this.jdbc = jdbc;
        this.roots = roots;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Transactional
    public UUID open(String title) {
        var id = Ids.next();
        jdbc.sql("insert into round (id, title) values (?, ?)").params(id, title).update();
        var root = roots.lock("round", id);
        outbox.append(
                root, SampleEvents.TOPIC, new SampleEvents.RoundChanged(id, title, root.version()));
        audit.record("round.opened", "round", id.toString(), null, Map.of("title", title), null);
        return id;
    }

    /** Changes a child only; the lock is on the root all the same. */
    @Transactional
    public long state(UUID roundId, String text, Runnable whileLocked) {
        LockedRoot root = roots.lock("round", roundId);
        whileLocked.run();
        jdbc.sql("insert into statement (id, round_id, text) values (?, ?, ?)")
                .params(Ids.next(), roundId, text)
                .update();
        outbox.append(
                root,
                SampleEvents.TOPIC,
                new SampleEvents.RoundChanged(roundId, text, root.version()));
        return root.version();
    }

    /** Binds, so it wants to be sure who it is. */
    @FreshSecondFactor
    @Transactional
    public String sign(String what) {
        return "signed: " + what;
    }

    @Transactional
    public void failAfterEverything(UUID roundId) {
        state(roundId, "verloren", () -> {});
        audit.record("round.lost", "round", roundId.toString(), null, null, null);
        throw new IllegalStateException("after everything");
    }
}
