package de.foerderkreis.notification.mail;

import de.foerderkreis.notification.delivery.MailsDue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Some threads that send mails: woken after each commit that made mails due, and looking by
 * themselves from time to time.
 */
@Component
class MailWorkers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MailWorkers.class);
    private static final long STOP_MILLIS = 5_000;

    private final Dispatch dispatch;
    private final MailSettings settings;
    private final Semaphore work = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    MailWorkers(Dispatch dispatch, MailSettings settings) {
        this.dispatch = dispatch;
        this.settings = settings;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(MailsDue due) {
        // More permits than workers would only make them look in vain.
        if (work.availablePermits() < settings.workers()) {
            work.release(settings.workers());
        }
    }

    @Override
    public void start() {
        running = true;
        for (var i = 0; i < settings.workers(); i++) {
            threads.add(Thread.ofPlatform().name("mail-" + i).daemon().start(this::work));
        }
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        try {
            for (var thread : threads) {
                thread.join(STOP_MILLIS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            try {
                if (dispatch.batch() < settings.batch()) {
                    var woken = work.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
                    log.trace("Looking for mails, woken: {}", woken);
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                log.warn("Mails wait: {}", failure.toString());
                pause();
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(settings.poll().toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
