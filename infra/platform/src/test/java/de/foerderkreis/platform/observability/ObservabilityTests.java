package de.foerderkreis.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.foerderkreis.platform.SampleTest;
import de.foerderkreis.platform.sample.Reactions;
import de.foerderkreis.platform.sample.SampleEvents;
import de.foerderkreis.platformtest.RecordedTopic;
import de.foerderkreis.platformtest.TestStack;
import de.foerderkreis.platformtest.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SampleTest
class ObservabilityTests {

    @LocalServerPort int port;
    @Autowired MockMvcTester mvc;
    @Autowired Reactions reactions;

    @Test
    void aTraceRunsFromTheRequestThroughOutboxAndKafkaIntoTheConsumer() throws Exception {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var response =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        "http://127.0.0.1:"
                                                                + port
                                                                + "/api/sample/v1/rounds"))
                                        .header("Authorization", "Bearer " + Tokens.clerk("05382"))
                                        .header(
                                                "traceparent",
                                                "00-" + trace + "-00f067aa0ba902b7-01")
                                        .POST(HttpRequest.BodyPublishers.noBody())
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        var key = response.body();

        var message = RecordedTopic.of(SampleEvents.TOPIC).await(key, 1).getFirst();

        assertThat(RecordedTopic.header(message, "traceparent")).startsWith("00-" + trace + "-");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(reactions.traces).containsEntry(key, trace));
        assertThat(reactions.envelopes.get(key).district()).isEqualTo("05382");
        assertThat(reactions.envelopes.get(key).id())
                .hasToString(RecordedTopic.header(message, "ce_id"));
    }

    @Test
    void theMetricsOfThePlatformCanBeScraped() {
        assertThat(mvc.get().uri("/actuator/prometheus"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "foerderkreis_outbox_depth",
                        "foerderkreis_outbox_oldest_age_seconds",
                        "foerderkreis_inbox_dead_letters",
                        "foerderkreis_deadlines_failing");
    }

    @Test
    void theApiIsDescribedInOpenApi31WithoutThePages() {
        assertThat(mvc.get().uri("/api/sample/v1/openapi.json"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "\"openapi\":\"3.1.",
                        "/api/sample/v1/orders",
                        "/api/sample/v1/audit/export")
                .doesNotContain("/seite/", "/offen/", "\"cents\"");
    }

    @Test
    void topicsAreMadeWithTheirPartitionsAndTheirRetention() throws Exception {
        try (var admin =
                Admin.create(Map.<String, Object>of("bootstrap.servers", TestStack.kafka()))) {
            var names =
                    List.of(SampleEvents.TOPIC, SampleEvents.CONTACTS, SampleEvents.TOPIC + "-dlt");
            var topics = admin.describeTopics(names).allTopicNames().get(20, TimeUnit.SECONDS);
            assertThat(topics.values()).allSatisfy(it -> assertThat(it.partitions()).hasSize(6));
            assertThat(config(admin, SampleEvents.TOPIC).get("retention.ms").value())
                    .isEqualTo(Long.toString(Duration.ofDays(90).toMillis()));
            var contacts = config(admin, SampleEvents.CONTACTS);
            assertThat(contacts.get("cleanup.policy").value()).isEqualTo("compact");
            assertThat(contacts.get("max.compaction.lag.ms").value())
                    .isEqualTo(Long.toString(Duration.ofDays(7).toMillis()));
        }
    }

    private static Config config(Admin admin, String topic) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource))
                .all()
                .get(20, TimeUnit.SECONDS)
                .get(resource);
    }
}
