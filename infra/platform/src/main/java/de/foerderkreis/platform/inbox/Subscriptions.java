package de.foerderkreis.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.FixedBackOff;
import tools.jackson.core.JacksonException;

/** Runs a consumer for every subscription of the service. */
class Subscriptions implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Subscriptions.class);

    private final List<Consumers.Container> containers;
    private volatile boolean running;

    Subscriptions(
            List<EventSubscription> subscriptions,
            Consumers consumers,
            InboxSettings settings,
            TransactionTemplate transactions,
            Inbox inbox,
            DeadLetters deadLetters,
            DeadLetterTopic deadLetterTopic,
            ObjectProvider<Tracer> tracer,
            ObjectProvider<Propagator> propagator,
            MeterRegistry meters) {
        this.containers =
                subscriptions.stream()
                        .map(it ->
                                new Consumers.Container(
                                        consumers.container(
                                                List.of(it.topic()),
                                                it.consumer(),
                                                new Receiver(
                                                        it,
                                                        transactions,
                                                        inbox,
                                                        deadLetters,
                                                        tracer,
                                                        propagator,
                                                        meters),
                                                errors(
                                                        it.consumer(),
                                                        settings,
                                                        deadLetters,
                                                        deadLetterTopic),
                                                settings.concurrency())))
                        .toList();
    }

    private static DefaultErrorHandler errors(
            String consumer,
            InboxSettings settings,
            DeadLetters deadLetters,
            DeadLetterTopic topic) {
        var backOff = new ExponentialBackOffWithMaxRetries(settings.retries());
        backOff.setInitialInterval(settings.firstBackOff().toMillis());
        backOff.setMaxInterval(settings.maxBackOff().toMillis());
        var handler =
                new DefaultErrorHandler(
                        (message, failure) -> bury(consumer, message, failure, deadLetters, topic),
                        backOff);
        // What cannot be read today cannot be read in a second.
        handler.addNotRetryableExceptions(JacksonException.class);
        handler.setBackOffFunction((message, failure) ->
                Failures.isOutage(failure)
                        ? new FixedBackOff(1000, FixedBackOff.UNLIMITED_ATTEMPTS)
                        : null);
        return handler;
    }

    /**
     * The copy first: should the row fail, the event comes again, and a second copy does no harm.
     */
    private static void bury(
            String consumer,
            ConsumerRecord<?, ?> message,
            Exception failure,
            DeadLetters deadLetters,
            DeadLetterTopic topic) {
        var error = Failures.describe(failure);
        log.error(
                "Event {} at {}-{}/{} failed for good for {}; later events of its key wait",
                Envelope.of(strings(message)).metadata().id(),
                message.topic(),
                message.partition(),
                message.offset(),
                consumer,
                Failures.reason(failure));
        topic.send(consumer, message, error);
        deadLetters.fail(consumer, Envelope.of(strings(message)), error);
    }

    @SuppressWarnings("unchecked")
    private static ConsumerRecord<String, String> strings(ConsumerRecord<?, ?> message) {
        return (ConsumerRecord<String, String>) message;
    }

    @Override
    public void start() {
        running = true;
        containers.forEach(Consumers.Container::start);
    }

    @Override
    public void stop() {
        running = false;
        var stopping =
                containers.stream()
                        .map(it -> Thread.ofPlatform().daemon().start(it::stop))
                        .toList();
        for (var thread : stopping) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
