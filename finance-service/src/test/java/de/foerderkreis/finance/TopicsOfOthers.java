package de.foerderkreis.finance;

import de.foerderkreis.contracts.application.CaseState;
import de.foerderkreis.contracts.application.InformalRulingRecorded;
import de.foerderkreis.contracts.application.ProgrammeState;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.contracts.stakeholder.MunicipalityState;
import de.foerderkreis.platformtest.TestStack;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Makes the topics other services would have made, before anybody listens to them. */
public class TopicsOfOthers
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestStack.kafka()))) {
            var wanted =
                    Stream.of(
                                    MunicipalityState.TOPIC,
                                    CaseState.TOPIC,
                                    ProgrammeState.TOPIC,
                                    InformalRulingRecorded.TOPIC,
                                    ConsultationOpened.TOPIC)
                            .map(it -> new NewTopic(it, Optional.of(1), Optional.empty()))
                            .toList();
            admin.createTopics(wanted).all().get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            throw new IllegalStateException("The broker takes no topics", e);
        }
    }
}
