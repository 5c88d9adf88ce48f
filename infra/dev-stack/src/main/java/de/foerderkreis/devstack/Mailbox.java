package de.foerderkreis.devstack;

import de.foerderkreis.devstack.mail.MailServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The mail server. */
final class Mailbox implements Part {

    static final String NAME = "mail";

    private final Setup setup;

    Mailbox(Setup setup) {
        this.setup = setup;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> after() {
        return Set.of();
    }

    @Override
    public Duration limit() {
        return Duration.ofSeconds(60);
    }

    @Override
    public Launch prepare() {
        var command = new ArrayList<>(Setup.jvm("96m"));
        command.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogback.configurationFile=devstack-logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MailServer.class.getName(),
                        Integer.toString(setup.ports().smtp()),
                        Integer.toString(setup.ports().mailbox()),
                        setup.state(NAME).toString()));
        return new Launch(command, Map.of());
    }

    /** Ready means that the server greets, not only that the port is open. */
    @Override
    public boolean isReady() throws IOException {
        if (!Sockets.accepts(setup.ports().mailbox())) {
            return false;
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), setup.ports().smtp())) {
            socket.setSoTimeout(2000);
            var greeting =
                    new String(socket.getInputStream().readNBytes(3), StandardCharsets.US_ASCII);
            socket.getOutputStream().write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            return greeting.equals("220");
        }
    }
}
