package de.foerderkreis.devstack.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.smtp.SmtpServer;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailServerTests {

    @TempDir Path folder;
    private MailStore store;
    private SmtpServer smtp;
    private HttpServer http;
    private final HttpClient browser = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws Exception {
        store = new MailStore(folder);
        var hold = new Hold();
        smtp = MailServer.startSmtp(0, store, hold);
        smtp.waitTillRunning(5000);
        http = MailServer.startHttp(0, store, hold);
    }

    @AfterEach
    void stop() {
        smtp.stopService();
        http.stop(0);
    }

    @Test
    void aMailIsOnDiskWhenTheSenderIsToldSo() throws Exception {
        send("Bitte um Stellungnahme", "Sehr geehrte Frau Holm");
        assertThat(new MailStore(folder).before(null, 10))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.subject()).isEqualTo("Bitte um Stellungnahme");
                    assertThat(mail.to()).containsExactly("mayor@town.example");
                    assertThat(mail.text()).contains("Sehr geehrte Frau Holm");
                    assertThat(mail.messageId()).isNotBlank();
                });
    }

    @Test
    void aMailThatCannotBeStoredIsRefused() throws Exception {
        Files.delete(folder);
        assertThat(CompletableFuture.runAsync(() -> sendUnchecked("x")))
                .failsWithin(java.time.Duration.ofSeconds(10))
                .withThrowableThat()
                .withStackTraceContaining("451");
        Files.createDirectory(folder);
    }

    @Test
    void whileHeldAMailIsStoredAndItsSenderWaits() throws Exception {
        request("PUT", "/api/hold");
        var sending = CompletableFuture.runAsync(() -> sendUnchecked("held"));
        await().until(() -> store.before(null, 10).size() == 1);
        assertThat(sending).isNotDone();
        request("DELETE", "/api/hold");
        assertThat(sending).succeedsWithin(java.time.Duration.ofSeconds(10));
    }

    @Test
    void nothingInAMailReachesThePageUnescaped() throws Exception {
        send("<script>alert(1)</script>", "<img src=x onerror=alert(1)>");
        assertThat(request("GET", "/").body())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;");
        var id = store.before(null, 10).getFirst().id();
        assertThat(request("GET", "/mail/" + id).body()).doesNotContain("<script>", "<img");
        assertThat(
                        request("GET", "/mail/" + id)
                                .headers()
                                .firstValue("Content-Security-Policy")
                                .orElseThrow())
                .startsWith("default-src 'none'");
    }

    @Test
    void mailsAreReadAndDeletedAsJson() throws Exception {
        send("eins", "text");
        var id = store.before(null, 10).getFirst().id();
        assertThat(request("GET", "/api/messages").body()).contains("\"subject\":\"eins\"");
        assertThat(request("GET", "/api/messages/" + id).body()).contains("mayor@town.example");
        assertThat(request("DELETE", "/api/messages/" + id).statusCode()).isEqualTo(204);
        assertThat(request("GET", "/api/messages").body()).isEqualTo("[]");
    }

    @Test
    void aFullMailboxIsReadPageByPage() throws Exception {
        for (int number = 1; number <= 3; number++) {
            send("Mail " + number, "text");
        }
        var newest = store.before(null, 2);
        assertThat(newest).extracting(StoredMail::subject).containsExactly("Mail 3", "Mail 2");
        var second = newest.getLast().id();
        assertThat(request("GET", "/api/messages?limit=2").body())
                .contains("Mail 3", "Mail 2")
                .doesNotContain("Mail 1");
        assertThat(request("GET", "/api/messages?before=" + second).body())
                .contains("Mail 1")
                .doesNotContain("Mail 2", "Mail 3");
        assertThat(request("GET", "/api/messages?after=" + second).body())
                .contains("Mail 3")
                .doesNotContain("Mail 2", "Mail 1");
        assertThat(request("GET", "/?before=" + second).body())
                .contains("1 von 3 Mails")
                .doesNotContain("Mail 2");
    }

    @Test
    void anIdCannotNameAnotherFile() throws Exception {
        Files.writeString(folder.getParent().resolve("other.eml"), "x");
        assertThat(request("GET", "/api/messages/..%2Fother").statusCode()).isEqualTo(404);
        assertThat(request("GET", "/mail/..%2Fother/source").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> request(String method, String path)
            throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + http.getAddress().getPort() + path);
        return browser.send(
                HttpRequest.newBuilder(address)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void sendUnchecked(String subject) {
        try {
            send(subject, "text");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(String subject, String text) throws MessagingException {
        var settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(smtp.getPort()));
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("kreis@rhein-sieg-kreis.example"));
        message.setRecipient(
                MimeMessage.RecipientType.TO, new InternetAddress("mayor@town.example"));
        message.setSubject(subject);
        message.setText(text, "UTF-8");
        Transport.send(message);
    }
}
