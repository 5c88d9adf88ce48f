package de.foerderkreis.application;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Stands in for stakeholder-service where originals are asked for by their hash. */
@TestConfiguration(proxyBeanMethods = false)
public class Originals {

    private static final String PATH = "/api/stakeholder/v1/documents/";

    /** What is answered, by the hash that is asked for. */
    static final Map<String, byte[]> KEPT = new ConcurrentHashMap<>();

    /** Tokens that were shown, by the hash. */
    static final Map<String, String> ASKED = new ConcurrentHashMap<>();

    private static final String ADDRESS = serve();

    @Bean
    DynamicPropertyRegistrar originalsAddress() {
        return registry -> registry.add("foerderkreis.application.originals", () -> ADDRESS);
    }

    private static String serve() {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    PATH,
                    exchange -> {
                        var sha256 = exchange.getRequestURI().getPath().substring(PATH.length());
                        ASKED.put(sha256, exchange.getRequestHeaders().getFirst("Authorization"));
                        var bytes = KEPT.get(sha256);
                        exchange.sendResponseHeaders(
                                bytes == null ? 404 : 200, bytes == null ? -1 : bytes.length);
                        if (bytes != null) {
                            exchange.getResponseBody().write(bytes);
                        }
                        exchange.close();
                    });
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException("Originals cannot be served", e);
        }
    }
}
