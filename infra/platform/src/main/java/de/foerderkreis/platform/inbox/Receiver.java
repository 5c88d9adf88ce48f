package de.foerderkreis.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the messages of one subscription: effect and inbox row in one transaction, or a place
 * behind a dead letter.
 */
class Receiver implements MessageListener<String, String> {

    private final EventSubscription subscription;
    private final TransactionTemplate transactions;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final ObjectProvider<Tracer> tracer;
    private final ObjectProvider<Propagator> propagator;
    private final MeterRegistry meters;

    Receiver(
            EventSubscription subscription,
            TransactionTemplate transactions,
            Inbox inbox,
            DeadLetters deadLetters,
            ObjectProvider<Tracer> tracer,
            ObjectProvider<Propagator> propagator,
            MeterRegistry meters) {
        this.subscription = subscription;
        this.transactions = transactions;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.tracer = tracer;
        this.propagator = propagator;
        this.meters = meters;
    }

    @Override
    public void onMessage(ConsumerRecord<String, String> message) {
        var envelope = Envelope.of(message);
        if (concernsUs(envelope)) {
            traced(envelope, () -> EventScope.run(envelope.metadata(), () -> receive(envelope)));
        }
    }

    private boolean concernsUs(Envelope envelope) {
        return subscription.takes(
                envelope.payload() == null ? EventMetadata.ERASURE : envelope.metadata().type());
    }

    private void receive(Envelope envelope) {
        var outcome = transactions.execute(status -> decide(envelope));
        meters.counter(
                        "foerderkreis.inbox.events",
                        "consumer",
                        subscription.consumer(),
                        "outcome",
                        outcome == null ? "none" : outcome)
                .increment();
    }

    private String decide(Envelope envelope) {
        var consumer = subscription.consumer();
        var event = envelope.metadata();
        if (inbox.admit(consumer, event)) {
            inbox.apply(subscription, envelope);
            return "applied";
        }
        if (inbox.knows(consumer, event)) {
            return "known";
        }
        if (deadLetters.blocks(consumer, event.key())) {
            deadLetters.park(consumer, envelope);
            return "parked";
        }
        // The dead letter before it was redriven in this very moment.
        if (inbox.firstTime(consumer, event)) {
            inbox.apply(subscription, envelope);
        }
        return "applied";
    }

    /** Continues the trace that began with the request which led to the event. */
    private void traced(Envelope envelope, Runnable work) {
        var tracing = tracer.getIfAvailable();
        var propagation = propagator.getIfAvailable();
        if (tracing == null || propagation == null) {
            work.run();
            return;
        }
        Span span =
                propagation
                        .extract(envelope.headers(), (headers, name) -> headers.get(name))
                        .kind(Span.Kind.CONSUMER)
                        .name(subscription.consumer())
                        .start();
        try (var _ = tracing.withSpan(span)) {
            work.run();
        } catch (RuntimeException e) {
            span.error(e);
            throw e;
        } finally {
            span.end();
        }
    }
}
