package de.foerderkreis.platform.persistence;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work of the service itself that comes round again and again, from its start to its end. A failing
 * round is logged and the next one tried.
 */
public final class TechnicalLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TechnicalLoop.class);

    private final String name;
    private final Duration pause;
    private final Runnable round;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stopped = lock.newCondition();
    private boolean running;
    private boolean failing;
    private @Nullable Thread thread;

    /**
     * A loop that is not started yet.
     *
     * @param pause between the end of a round and the next one
     */
    public TechnicalLoop(String name, Duration pause, Runnable round) {
        this.name = name;
        this.pause = pause;
        this.round = round;
    }

    @Override
    public void start() {
        lock.lock();
        try {
            if (!running) {
                running = true;
                // Not a virtual thread: the first rounds load classes and open the pool, and a
                // class that is being initialised pins its carrier, of which two cores have two.
                thread = Thread.ofPlatform().daemon().name(name).start(this::run);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stop() {
        Thread ending;
        lock.lock();
        try {
            running = false;
            stopped.signalAll();
            ending = thread;
            thread = null;
        } finally {
            lock.unlock();
        }
        if (ending != null) {
            try {
                ending.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (isRunning()) {
            try {
                round.run();
                failing = false;
            } catch (RuntimeException e) {
                // A database that is away for a minute fails many rounds: once is enough to say.
                if (!failing && isRunning()) {
                    log.warn("A round of {} failed and is tried again", name, e);
                }
                failing = true;
            }
            rest();
        }
    }

    private void rest() {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (running && left > 0) {
                left = stopped.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return name + " every " + TimeUnit.MILLISECONDS.convert(pause) + " ms";
    }
}
