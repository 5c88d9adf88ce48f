package de.foerderkreis.benchmarks;

import de.foerderkreis.story.DemoMailbox;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** When the SMTP server took each mayor's receipts; reads on from where it stopped. */
final class Receipts {

    private final DemoMailbox mailbox;
    private final Map<String, List<Instant>> byMayor = new HashMap<>();
    private String last = "";

    Receipts(URI mailbox) {
        this.mailbox = new DemoMailbox(mailbox);
    }

    /** Takes in what has come since the last call. */
    void readOn() {
        for (JsonNode mail : mailbox.since(last)) {
            last = mail.path("id").asString();
            var to = mail.path("to").toString();
            if (mail.path("subject").asString().contains("Eingang") && to.contains("mayor-")) {
                var slug = to.substring(to.indexOf("mayor-") + 6, to.indexOf('@'));
                byMayor.computeIfAbsent(slug, it -> new ArrayList<>())
                        .add(Instant.parse(mail.path("date").asString()));
            }
        }
    }

    /** Starts to count anew, behind what has been read. */
    void forget() {
        byMayor.clear();
    }

    long count() {
        return byMayor.values().stream().mapToLong(List::size).sum();
    }

    /** The receipts of one mayor in the order in which they came. */
    List<Instant> of(String slug) {
        return byMayor.getOrDefault(slug, List.of());
    }
}
