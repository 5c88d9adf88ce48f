package de.foerderkreis.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTests {

    @Test
    void thirteenPortsFollowEachOther() {
        var ports = new Ports(8080);
        assertThat(ports.all().keySet())
                .containsExactlyElementsOf(IntStream.rangeClosed(8080, 8092).boxed().toList());
        assertThat(ports.of("gateway")).isEqualTo(8080);
        assertThat(ports.of("notification-service")).isEqualTo(8084);
        assertThat(ports.keycloak()).isEqualTo(8085);
        assertThat(ports.mailbox()).isEqualTo(8091);
    }
}
