package de.foerderkreis.story;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The mails that the demo's mail server took, read page by page. */
public final class DemoMailbox {

    private final PortalClient client;

    public DemoMailbox(URI mailbox) {
        this.client = PortalClient.visitor(mailbox);
    }

    /** All mails, the oldest first. */
    public List<JsonNode> all() {
        return since("");
    }

    /** The mails that came after the one of this id, the oldest first. */
    public List<JsonNode> since(String id) {
        var mails = new ArrayList<JsonNode>();
        List<JsonNode> page;
        var last = id;
        do {
            page = Whereabouts.items(client.get("/api/messages?after=" + last).expect(200).json());
            mails.addAll(page);
            last = page.isEmpty() ? last : page.getLast().path("id").asString();
        } while (!page.isEmpty());
        return mails;
    }
}
