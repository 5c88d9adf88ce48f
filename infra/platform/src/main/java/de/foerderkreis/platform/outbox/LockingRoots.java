package de.foerderkreis.platform.outbox;

import de.foerderkreis.platform.problem.Problem;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes the row lock by counting up the row's event version. */
class LockingRoots implements Roots {

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]*");

    private final JdbcClient jdbc;

    LockingRoots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public LockedRoot lock(String table, UUID id) {
        return lock(table, "id", id, id.toString());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public LockedRoot lock(String table, String idColumn, String id) {
        return lock(table, idColumn, id, id);
    }

    private LockedRoot lock(String table, String idColumn, Object id, String key) {
        var version =
                jdbc.sql(
                                "update %s set event_version = event_version + 1 where %s = ? returning event_version"
                                        .formatted(identifier(table), identifier(idColumn)))
                        .param(id)
                        .query(Long.class)
                        .optional()
                        .orElseThrow(() -> Problem.notFound(table.replace('_', '-')));
        return new LockedRoot(table, key, version);
    }

    private static String identifier(String name) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a plain SQL name: " + name);
        }
        return name;
    }
}
