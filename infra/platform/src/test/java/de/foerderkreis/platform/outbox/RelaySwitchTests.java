package de.foerderkreis.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.persistence.TechnicalDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;

/** The beans with and without the built-in relay; nothing is started. */
class RelaySwitchTests {

    private final ApplicationContextRunner service =
            new ApplicationContextRunner()
                    .withUserConfiguration(OutboxConfiguration.class)
                    .withPropertyValues("foerderkreis.service=sample")
                    .withInitializer(context -> {
                        context.addBeanFactoryPostProcessor(
                                new LazyInitializationBeanFactoryPostProcessor());
                        context.getBeanFactory()
                                .setConversionService(
                                        ApplicationConversionService.getSharedInstance());
                    })
                    .withBean(
                            AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME,
                            LifecycleProcessor.class,
                            () -> mock(LifecycleProcessor.class))
                    .withBean(JdbcClient.class, () -> mock(JdbcClient.class))
                    .withBean(BusinessClock.class, () -> mock(BusinessClock.class))
                    .withBean(KafkaAdmin.class, () -> mock(KafkaAdmin.class))
                    .withBean(KafkaProperties.class, KafkaProperties::new)
                    .withBean(TechnicalDatabase.class, () -> mock(TechnicalDatabase.class));

    @Test
    void theBuiltInRelayRunsUnlessItIsSwitchedOff() {
        service.run(context -> {
            assertThat(context.getBeanNamesForType(Relay.class)).hasSize(1);
            assertThat(context.getBeanNamesForType(Backlog.class)).hasSize(1);
            assertThat(context).doesNotHaveBean("outboxPurge");
        });
    }

    @Test
    void withoutItNobodySendsNobodyComplainsOfABacklogAndOldRowsAreClearedAway() {
        service.withPropertyValues("foerderkreis.relay.enabled=false")
                .run(context -> {
                    assertThat(context.getBeanNamesForType(Relay.class)).isEmpty();
                    assertThat(context.getBeanNamesForType(Backlog.class)).isEmpty();
                    assertThat(context).hasBean("outboxPurge").hasBean("outbox");
                });
    }
}
