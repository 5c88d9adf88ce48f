package de.foerderkreis.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A real SMTP server and what lies in it. */
@TestConfiguration(proxyBeanMethods = false)
public class Mailbox {

    private static final int PORT = freePort();
    private static final GreenMail SERVER =
            new GreenMail(new ServerSetup(PORT, "127.0.0.1", "smtp"));

    @Bean(initMethod = "start", destroyMethod = "stop")
    GreenMail greenMail() {
        return SERVER;
    }

    @Bean
    DynamicPropertyRegistrar mailServer() {
        return registry -> registry.add("FK_SMTP_PORT", () -> PORT);
    }

    public static int port() {
        return PORT;
    }

    public static void down() {
        SERVER.stop();
    }

    public static void up() {
        SERVER.start();
    }

    /** Mails to one address, oldest first. */
    public static List<Mail> to(String address) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .map(Mail::of)
                .filter(it -> it.to().equals(address))
                .toList();
    }

    /** A mail as its reader sees it. */
    public record Mail(
            String to, String subject, String text, String html, String id, String unsubscribe) {

        static Mail of(MimeMessage message) {
            try {
                var parts = (MimeMultipart) message.getContent();
                return new Mail(
                        message.getAllRecipients()[0].toString(),
                        message.getSubject(),
                        part(parts.getBodyPart(0)),
                        part(parts.getBodyPart(1)),
                        message.getMessageID(),
                        message.getHeader("List-Unsubscribe", ""));
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String part(BodyPart part) throws MessagingException, IOException {
            return ((String) part.getContent()).replace("\r\n", "\n");
        }

        /** The path of the one-time link in the text. */
        public String link() {
            return text.lines()
                    .filter(it -> it.contains("/l/n/"))
                    .map(it -> it.substring(it.indexOf("/l/n/")).strip())
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
