package de.foerderkreis.benchmarks;

import de.foerderkreis.devstack.RunningStack;
import de.foerderkreis.story.PortalClient;
import de.foerderkreis.story.Story;
import de.foerderkreis.story.Town;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A mayor submits a statement through the gateway. Measured from the moment the request was due
 * until a separate reader finds the row in application-service's database, and until the SMTP
 * server has the mayor's receipt.
 */
final class SubmitStatement {

    private final RunningStack stack;
    private final Story story;
    private final List<Town> towns = Town.all();
    private final Map<String, ReentrantLock> desks = new ConcurrentHashMap<>();

    SubmitStatement(RunningStack stack, Story story) {
        this.stack = stack;
        this.story = story;
    }

    /** Both latencies of one run. */
    record Result(Latencies answered, Latencies visible, Latencies mailed, long failed) {}

    Result measure(double perSecond, Duration length) throws Exception {
        var answered = new Latencies("submission answered to the mayor");
        var visible = new Latencies("visible in application-service");
        var mailed = new Latencies("receipt at the SMTP server");
        var path = "/api/stakeholder/v1/rounds/" + story.roundId() + "/statement";
        towns.forEach(town -> story.actors().mayor(town));
        var outstanding = new ConcurrentHashMap<String, Long>();
        var submissions = new ConcurrentHashMap<String, List<Instant>>();
        var failures = new java.util.concurrent.atomic.AtomicLong();
        var stopping = new AtomicBoolean();
        var receipts = new Receipts(stack.mailUri());
        receipts.readOn();
        receipts.forget();
        var reader = Thread.ofPlatform().start(() -> read(outstanding, visible, stopping));

        new OpenLoop(perSecond)
                .run(
                        length,
                        (number, due) -> {
                            var town = towns.get((int) (number % towns.size()));
                            var desk =
                                    desks.computeIfAbsent(
                                            town.ags(), it -> new ReentrantLock(true));
                            desk.lock();
                            try {
                                long version = draft(story.actors().mayor(town), path, town);
                                OpenLoop.waitUntil(due);
                                var asked = Instant.now();
                                var receipt =
                                        story.actors()
                                                .mayor(town)
                                                .post(
                                                        path + "/submission",
                                                        Map.of("version", version));
                                answered.record(System.nanoTime() - due);
                                if (receipt.status() >= 300) {
                                    failures.incrementAndGet();
                                    return;
                                }
                                outstanding.put(receipt.text("statementId"), due);
                                submissions
                                        .computeIfAbsent(town.slug(), it -> new ArrayList<>())
                                        .add(asked);
                            } finally {
                                desk.unlock();
                            }
                        });

        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!outstanding.isEmpty() && System.nanoTime() < patience) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        stopping.set(true);
        reader.join();
        long lost = outstanding.size();
        pairMails(submissions, receipts, mailed);
        return new Result(answered, visible, mailed, failures.get() + lost);
    }

    private long draft(PortalClient mayor, String path, Town town) {
        var draft =
                new HashMap<String, Object>(
                        Map.of(
                                "position",
                                town.position(),
                                "reasons",
                                List.of(),
                                "text",
                                "Benchmark " + Instant.now()));
        var made = mayor.put(path, draft);
        if (made.status() == 409) {
            // A submission that failed left its draft.
            draft.put("version", mayor.get(path).expect(200).json().path("version").asLong());
            made = mayor.put(path, draft);
        }
        return made.expect(200, 201).json().path("version").asLong();
    }

    /** The separate reader: looks into the consumer's database every two milliseconds. */
    private void read(Map<String, Long> outstanding, Latencies visible, AtomicBoolean stopping) {
        try (var connection = connect()) {
            while (!stopping.get()) {
                var wanted = outstanding.keySet().toArray(String[]::new);
                if (wanted.length > 0) {
                    try (var query =
                            connection.prepareStatement(
                                    "select statement_id from ref_statement where statement_id = any (?::uuid[])")) {
                        query.setArray(1, connection.createArrayOf("text", wanted));
                        var rows = query.executeQuery();
                        while (rows.next()) {
                            Long due = outstanding.remove(rows.getString(1));
                            if (due != null) {
                                visible.record(System.nanoTime() - due);
                            }
                        }
                    }
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The reader lost the database", failed);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                stack.databaseUrl("application"), "postgres", stack.secret("postgres"));
    }

    /** The k-th receipt that reaches a mayor belongs to the mayor's k-th submission. */
    private static void pairMails(
            Map<String, List<Instant>> submissions, Receipts receipts, Latencies mailed) {
        long wanted = submissions.values().stream().mapToLong(List::size).sum();
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        do {
            receipts.readOn();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        } while (receipts.count() < wanted && System.nanoTime() < patience);
        for (var entry : submissions.entrySet()) {
            var mails = receipts.of(entry.getKey());
            for (int i = 0; i < entry.getValue().size() && i < mails.size(); i++) {
                mailed.record(Duration.between(entry.getValue().get(i), mails.get(i)).toNanos());
            }
        }
    }
}
