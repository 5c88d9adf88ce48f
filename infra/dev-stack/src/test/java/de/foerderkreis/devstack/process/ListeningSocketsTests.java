package de.foerderkreis.devstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListeningSocketsTests {

    @Test
    void addressesAreReadFromTheKernelsNotation() throws IOException {
        assertThat(ListeningSockets.address("0100007F:1F90"))
                .isEqualTo(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 8080));
        assertThat(ListeningSockets.address("00000000:0016").getAddress().isAnyLocalAddress())
                .isTrue();
        assertThat(
                        ListeningSockets.address("00000000000000000000000001000000:1F90")
                                .getAddress()
                                .isLoopbackAddress())
                .isTrue();
        assertThat(
                        ListeningSockets.address("0000000000000000FFFF00000100007F:1F90")
                                .getAddress()
                                .isLoopbackAddress())
                .isTrue();
    }

    @Test
    void aSocketOpenToTheNetworkIsSeen() throws IOException {
        assumeThat(ListeningSockets.readable()).isTrue();
        try (var open = new ServerSocket(0);
                var local = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var mine = ListeningSockets.of(List.of(ProcessHandle.current().pid()));
            assertThat(mine)
                    .filteredOn(a -> a.getPort() == open.getLocalPort())
                    .allMatch(a -> !a.getAddress().isLoopbackAddress())
                    .hasSize(1);
            assertThat(mine)
                    .filteredOn(a -> a.getPort() == local.getLocalPort())
                    .allMatch(a -> a.getAddress().isLoopbackAddress())
                    .hasSize(1);
        }
    }
}
