package de.foerderkreis.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.foerderkreis.devstack.kafka.TopicAccess;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Names, addresses and one-time secrets pass the broker, and one service alone may read them. */
@Order(4)
@ExtendWith(RunningSystem.class)
class ConfidentialTopicsTests {

    static final List<String> CONFIDENTIAL = TopicAccess.CONFIDENTIAL;

    @ParameterizedTest
    @CsvSource({
        "application, foerderkreis.stakeholder.contacts.v1",
        "application, foerderkreis.stakeholder.invitations.v1",
        "finance, foerderkreis.stakeholder.contacts.v1",
        "finance, foerderkreis.stakeholder.invitations.v1",
        "stakeholder, foerderkreis.stakeholder.contacts.v1",
        "gateway, foerderkreis.stakeholder.contacts.v1"
    })
    void nobodyElseReadsThem(String user, String topic) {
        assertThatThrownBy(() -> read(user, topic)).isInstanceOf(TopicAuthorizationException.class);
    }

    @ParameterizedTest
    @FieldSource("CONFIDENTIAL")
    void notificationServiceReadsThem(String topic) {
        assertThat(read("notification", topic)).isPositive();
    }

    @Test
    void otherTopicsAreOpenToTheServices() {
        assertThat(read("finance", "foerderkreis.stakeholder.partners.v1")).isPositive();
    }

    @Test
    void aServiceCannotOpenThemForItself() {
        try (var admin = Admin.create(settings("finance"))) {
            assertThatThrownBy(() ->
                            admin.deleteAcls(List.of(AclBindingFilter.ANY))
                                    .all()
                                    .get(20, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(ClusterAuthorizationException.class);
        }
    }

    @Test
    void whoeverKnowsNoPasswordIsRefused() {
        var settings = settings("notification");
        settings.put(
                "sasl.jaas.config",
                settings.get("sasl.jaas.config")
                        .toString()
                        .replaceAll("password=\"[^\"]*\"", "password=\"guessed\""));
        try (var admin = Admin.create(settings)) {
            assertThatThrownBy(() -> admin.listTopics().names().get(20, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    /** Number of records that a first look at all partitions finds within a few seconds. */
    private static int read(String user, String topic) {
        try (var consumer =
                new KafkaConsumer<>(
                        settings(user), new StringDeserializer(), new StringDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(it -> new TopicPartition(topic, it.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            var found = 0;
            while (found == 0 && System.nanoTime() < end) {
                found = consumer.poll(Duration.ofMillis(500)).count();
            }
            return found;
        }
    }

    private static Map<String, Object> settings(String user) {
        return new HashMap<>(RunningSystem.stack().kafka(user));
    }
}
