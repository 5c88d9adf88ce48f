package de.foerderkreis.devstack;

import de.foerderkreis.devstack.console.Progress;
import de.foerderkreis.devstack.process.Child;
import de.foerderkreis.devstack.process.Leftovers;
import de.foerderkreis.devstack.process.ListeningSockets;
import de.foerderkreis.story.Actors;
import de.foerderkreis.story.DemoMailbox;
import de.foerderkreis.story.Story;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A stack that runs. Its processes end with {@link #stop()}, not by themselves with this object.
 */
public final class RunningStack implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final Setup setup;
    private final List<Part> parts;
    private final Lock lock;
    private final Map<String, Child> children = new ConcurrentHashMap<>();
    private final Set<String> expectedToEnd = ConcurrentHashMap.newKeySet();
    private final Thread atExit = new Thread(this::stop, "stop the stack");
    private volatile boolean givenUp;
    private volatile Consumer<String> alarm = sentence -> {};

    RunningStack(Setup setup, List<Part> parts, Lock lock) {
        this.setup = setup;
        this.parts = parts;
        this.lock = lock;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Address of the portal for a browser, without a slash at the end. */
    public URI portalUri() {
        return URI.create(setup.portalUrl());
    }

    /** Internal address of one of the {@link DevStack#SERVICES}. */
    public URI serviceUri(String service) {
        return URI.create("http://127.0.0.1:" + setup.ports().of(service));
    }

    /** Address of the mails, as pages and under {@code /api/messages}. */
    public URI mailUri() {
        return URI.create("http://localhost:" + setup.ports().mailbox());
    }

    int playerPort() {
        return setup.ports().player();
    }

    public int smtpPort() {
        return setup.ports().smtp();
    }

    /** Public address of Keycloak. */
    public URI keycloakUri() {
        return URI.create(setup.keycloakUrl());
    }

    /**
     * Settings of a Kafka client that signs in to this stack's broker.
     *
     * @param user {@code broker}, who may do everything, or {@code application, finance,
     *     stakeholder, notification}
     */
    public Map<String, String> kafka(String user) {
        return new Kafka(setup).client(user);
    }

    /**
     * JDBC address of one of the databases application, finance, stakeholder, notification,
     * gateway.
     */
    public String databaseUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + setup.ports().postgres() + "/" + database;
    }

    /**
     * A secret of this stack, for example {@code client.script-05382} or {@code db.application.app}
     * (password of the role {@code application_app}); {@code postgres} is the superuser's.
     */
    public String secret(String name) {
        return setup.secrets().get(name);
    }

    /** The one password of all demo users. */
    public String demoPassword() {
        return setup.secrets().get(Secrets.DEMO_PASSWORD);
    }

    /** The one key of all demo users' confirmation codes. */
    public String demoCodeSecret() {
        return setup.secrets().get(Secrets.DEMO_TOTP);
    }

    /**
     * The demo story, played by people who sign in anew.
     *
     * @param progress gets a sentence per chapter
     */
    public Story story(Consumer<String> progress) {
        return new Story(
                new Actors(portalUri(), demoPassword(), demoCodeSecret()),
                new DemoMailbox(mailUri()),
                progress);
    }

    /** Folder of everything that survives a restart. */
    public Path data() {
        return setup.options().data();
    }

    /** Process ids by part. */
    public Map<String, Long> pids() {
        var pids = new TreeMap<String, Long>();
        children.forEach((name, child) -> pids.put(name, child.pid()));
        return pids;
    }

    /** Addresses on which the processes of this stack accept connections; on Linux only. */
    public List<InetSocketAddress> listeningSockets() {
        return ListeningSockets.of(children.values().stream().map(Child::pid).toList());
    }

    /** Ends a part at once, as a power failure would (SIGKILL), and returns when it is gone. */
    public void kill(String part) {
        expectedToEnd.add(part);
        child(part).kill();
    }

    /** Starts a part again, after stopping it if it still runs, and returns when it is ready. */
    public void restart(String part) {
        expectedToEnd.add(part);
        child(part).stop(STOP_LIMIT);
        start(
                parts.stream().filter(p -> p.name().equals(part)).findFirst().orElseThrow(),
                Progress.SILENT);
    }

    /** Freezes a part (SIGSTOP): its connections stay open and nobody answers. */
    public void pause(String part) {
        child(part).signal("STOP");
    }

    /** Lets a frozen part go on. */
    public void resume(String part) {
        child(part).signal("CONT");
    }

    /** Stops all parts, the ones others need last. */
    public void stop() {
        giveUp();
        for (List<String> together : stopOrder()) {
            var threads =
                    together.stream()
                            .map(children::get)
                            .filter(child -> child != null)
                            .map(child -> Thread.ofVirtual().start(() -> child.stop(STOP_LIMIT)))
                            .toList();
            threads.forEach(RunningStack::join);
        }
        new Leftovers(setup.records()).stop(Postgres.NAME); // a trial run
        lock.close();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // the process is ending, which is why the stack stops
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** What to do when a part ends by itself; gets one sentence. */
    void onAlarm(Consumer<String> reaction) {
        this.alarm = reaction;
    }

    /** No part is waited for any longer. */
    synchronized void giveUp() {
        givenUp = true;
    }

    List<Part> parts() {
        return parts;
    }

    /** Starts one part and returns when it is ready. */
    void start(Part part, Progress progress) {
        if (givenUp) {
            return;
        }
        progress.begun(part.name());
        try {
            var launch = part.prepare();
            var child = run(part, launch);
            awaitReady(part, child);
            part.provision();
            expectedToEnd.remove(part.name());
            progress.done(part.name());
        } catch (StackFailure e) {
            if (!givenUp) {
                progress.failed(part.name());
            }
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while " + part.name() + " started.", e);
        } catch (Exception e) {
            progress.failed(part.name());
            throw new StackFailure(part.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    private synchronized Child run(Part part, Part.Launch launch) {
        if (givenUp) {
            throw new StackFailure("The start was given up.");
        }
        expectedToEnd.add(part.name());
        var child =
                Child.start(
                        part.name(),
                        launch.command(),
                        launch.environment(),
                        part.signal(),
                        setup.logs(),
                        setup.records());
        children.put(part.name(), child);
        child.onExit(() -> ended(child));
        return child;
    }

    private void awaitReady(Part part, Child child) throws InterruptedException {
        var end = System.nanoTime() + part.limit().toNanos();
        var gone = new CountDownLatch(1);
        child.onExit(gone::countDown);
        while (!isReady(part)) {
            if (gone.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StackFailure(
                        givenUp
                                ? part.name() + " was stopped."
                                : describeEnd(child) + " Log: " + child.log().path());
            }
            if (givenUp) {
                throw new StackFailure("The start was given up.");
            }
            if (System.nanoTime() > end) {
                throw new StackFailure(
                        "%s is not ready after %d seconds; the end of its log says why: %s"
                                .formatted(
                                        part.name(), part.limit().toSeconds(), child.log().path()));
            }
        }
    }

    private static boolean isReady(Part part) {
        try {
            return part.isReady();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception e) {
            return false; // it does not answer yet
        }
    }

    private void ended(Child child) {
        if (!givenUp
                && !expectedToEnd.contains(child.name())
                && children.get(child.name()) == child) {
            alarm.accept(describeEnd(child) + " Log: " + child.log().path());
        }
    }

    private static String describeEnd(Child child) {
        return "%s ended by itself (exit code %d)%s."
                .formatted(
                        child.name(),
                        child.exitCode().orElse(-1),
                        child.log()
                                .lastError()
                                .map(line -> ": " + line.replaceAll("\\.$", ""))
                                .orElse(""));
    }

    private static List<List<String>> stopOrder() {
        var order = new ArrayList<List<String>>();
        order.add(DevStack.SERVICES);
        order.add(List.of(Keycloak.NAME, Kafka.NAME, Mailbox.NAME));
        order.add(List.of(Postgres.NAME));
        return order;
    }

    private Child child(String part) {
        @Nullable Child child = children.get(part);
        if (child == null) {
            throw new IllegalArgumentException("There is no running part " + part);
        }
        return child;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Makes what speeds up the next start of the services; takes a while and changes nothing here.
     */
    void train(Consumer<String> problem) {
        for (Part part : parts) {
            try {
                if (!givenUp) {
                    part.train();
                }
            } catch (Exception e) {
                problem.accept(part.name() + ": " + e.getMessage());
            }
        }
    }
}
