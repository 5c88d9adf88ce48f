package de.foerderkreis.platform.outbox;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What of the emitted events is kept for being emitted again: those of the topics this service is
 * set to produce, of a topic of full states the newest per key.
 */
class Journal {

    private final JdbcClient jdbc;
    private final Map<String, Boolean> statesByTopic;

    Journal(JdbcClient jdbc, List<TopicSettings.Topic> produced) {
        this.jdbc = jdbc;
        this.statesByTopic =
                produced.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        TopicSettings.Topic::name, TopicSettings.Topic::compacted));
    }

    boolean keeps(String topic) {
        return statesByTopic.containsKey(topic);
    }

    boolean holdsStatesOf(String topic) {
        return statesByTopic.getOrDefault(topic, false);
    }

    /**
     * Forgets the state that a new state or an erasure replaces. It comes before the outbox row:
     * whoever emits the old state again at this moment holds its row, so that we wait and the new
     * state is behind it in the outbox.
     */
    void makeRoomFor(String topic, String key) {
        if (holdsStatesOf(topic)) {
            jdbc.sql("delete from emitted where topic = ? and key = ? and full_state")
                    .params(topic, key)
                    .update();
        }
    }
}
