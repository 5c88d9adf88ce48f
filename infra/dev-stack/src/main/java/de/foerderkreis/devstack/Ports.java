package de.foerderkreis.devstack;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The thirteen ports of a stack, one after the other.
 *
 * @param base port of the gateway, 1024 to 65500
 */
record Ports(int base) {

    Ports {
        if (base < 1024 || base > 65500) {
            throw new StackFailure(
                    "The port base must lie between 1024 and 65500, not at " + base + ".");
        }
    }

    /** Port of one of the five services. */
    int of(String service) {
        return base + DevStack.SERVICES.indexOf(service);
    }

    int keycloak() {
        return base + 5;
    }

    int keycloakManagement() {
        return base + 6;
    }

    int postgres() {
        return base + 7;
    }

    int kafka() {
        return base + 8;
    }

    int kafkaController() {
        return base + 9;
    }

    int smtp() {
        return base + 10;
    }

    int mailbox() {
        return base + 11;
    }

    /** Where the launcher plays the demo story on. */
    int player() {
        return base + 12;
    }

    /** Every port with the part of the stack that listens on it. */
    Map<Integer, String> all() {
        var all = new LinkedHashMap<Integer, String>();
        DevStack.SERVICES.forEach(service -> all.put(of(service), service));
        all.put(keycloak(), Keycloak.NAME);
        all.put(keycloakManagement(), Keycloak.NAME);
        all.put(postgres(), Postgres.NAME);
        all.put(kafka(), Kafka.NAME);
        all.put(kafkaController(), Kafka.NAME);
        all.put(smtp(), Mailbox.NAME);
        all.put(mailbox(), Mailbox.NAME);
        all.put(player(), DemoStory.STEP);
        return all;
    }
}
