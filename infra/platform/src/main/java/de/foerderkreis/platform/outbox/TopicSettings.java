package de.foerderkreis.platform.outbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Topics.
 *
 * @param topics those this service produces; they are created if they are missing
 * @param topicDefaults for all of them
 */
@ConfigurationProperties("foerderkreis")
public record TopicSettings(
        @DefaultValue List<Topic> topics, @DefaultValue Defaults topicDefaults) {

    /**
     * What holds unless a topic says otherwise.
     *
     * @param retention how long an event topic keeps its events
     */
    public record Defaults(
            @DefaultValue("6") int partitions,
            @DefaultValue("1") short replication,
            @DefaultValue("90d") Duration retention) {}

    /** Topics that another part of the platform needs. */
    public interface More {
        List<Topic> topics();
    }

    /**
     * One topic.
     *
     * @param compacted whether it keeps the newest state per key instead of a time
     * @param maxCompactionLag after which an erased state is gone at the latest; compacted topics
     *     only
     */
    public record Topic(
            String name,
            @DefaultValue("false") boolean compacted,
            @Nullable Integer partitions,
            @Nullable Duration retention,
            @Nullable Duration maxCompactionLag) {

        /** A topic of technical events whose order over all keys matters. */
        public static Topic single(String name) {
            return new Topic(name, false, 1, null, null);
        }

        /** Where the events of a topic end that could not be applied. */
        public static Topic deadLetters(String topic) {
            return new Topic(topic + "-dlt", false, null, Duration.ofDays(180), null);
        }

        NewTopic definition(Defaults defaults) {
            Map<String, String> config = new LinkedHashMap<>();
            if (compacted) {
                config.put("cleanup.policy", "compact");
                // A consumer that was away this long still learns what was erased.
                config.put("delete.retention.ms", millis(defaults.retention()));
                if (maxCompactionLag != null) {
                    config.put("max.compaction.lag.ms", millis(maxCompactionLag));
                }
            } else {
                config.put("cleanup.policy", "delete");
                config.put(
                        "retention.ms",
                        millis(retention != null ? retention : defaults.retention()));
            }
            return new NewTopic(
                            name,
                            partitions != null ? partitions : defaults.partitions(),
                            defaults.replication())
                    .configs(config);
        }

        private static String millis(Duration duration) {
            return Long.toString(duration.toMillis());
        }
    }
}
