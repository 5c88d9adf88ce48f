package de.foerderkreis.notification.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server that fails exactly where a test wants it to. */
class MoodyServer implements AutoCloseable {

    enum Mood {
        ACCEPTS,
        REFUSES_RECIPIENT,
        DEFERS_RECIPIENT,
        REFUSES_CONTENT,
        HANGS_UP_BEFORE_THE_END,
        HANGS_UP_AFTER_THE_END,
        ACCEPTS_AND_HANGS_UP
    }

    private final ServerSocket server;
    private final AtomicInteger taken = new AtomicInteger();
    private volatile Mood mood;

    MoodyServer(Mood mood) {
        this.mood = mood;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return server.getLocalPort();
    }

    void is(Mood next) {
        this.mood = next;
    }

    /** Mails whose end arrived, whatever was answered. */
    int taken() {
        return taken.get();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                talk(socket);
            } catch (SocketException closed) {
                // The other side, or the test, is done.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        var in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        var inMail = false;
        say(socket, "220 moody");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (inMail) {
                if (mood == Mood.HANGS_UP_BEFORE_THE_END) {
                    return;
                }
                if (!line.equals(".")) {
                    continue;
                }
                taken.incrementAndGet();
                inMail = false;
                switch (mood) {
                    case HANGS_UP_AFTER_THE_END -> {
                        return;
                    }
                    case REFUSES_CONTENT -> say(socket, "554 5.7.1 not for recipient@example.org");
                    case ACCEPTS_AND_HANGS_UP -> {
                        say(socket, "250 2.0.0 accepted");
                        return;
                    }
                    default -> say(socket, "250 2.0.0 accepted");
                }
            } else if (line.startsWith("RCPT") && mood == Mood.REFUSES_RECIPIENT) {
                say(socket, "550 5.1.1 <recipient@example.org> unknown");
            } else if (line.startsWith("RCPT") && mood == Mood.DEFERS_RECIPIENT) {
                say(socket, "451 4.7.1 come back later");
            } else if (line.equals("DATA")) {
                inMail = true;
                say(socket, "354 go on");
            } else if (line.equals("QUIT")) {
                say(socket, "221 bye");
                return;
            } else {
                say(socket, "250 ok");
            }
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }
}
