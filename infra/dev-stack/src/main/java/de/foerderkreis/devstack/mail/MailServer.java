package de.foerderkreis.devstack.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/** Takes mail by SMTP and shows it by HTTP, both on this machine only. */
public final class MailServer {

    private static final String LOOPBACK = "127.0.0.1";

    private MailServer() {}

    /** Arguments: SMTP port, HTTP port, folder of the mails. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var store = new MailStore(Path.of(arguments[2]));
        var hold = new Hold();
        startHttp(Integer.parseInt(arguments[1]), store, hold);
        startSmtp(Integer.parseInt(arguments[0]), store, hold).join();
    }

    static SmtpServer startSmtp(int port, MailStore store, Hold hold) {
        var managers =
                new Managers() {
                    private final SmtpManager storing = new StoringSmtpManager(this, store, hold);

                    @Override
                    public SmtpManager getSmtpManager() {
                        return storing;
                    }
                };
        var server =
                new SmtpServer(
                        new ServerSetup(port, LOOPBACK, ServerSetup.PROTOCOL_SMTP), managers);
        server.startService();
        return server;
    }

    static HttpServer startHttp(int port, MailStore store, Hold hold) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(LOOPBACK, port), 0);
        server.createContext("/api/", new MailApi(store, hold));
        server.createContext("/", new MailPages(store));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return server;
    }
}
