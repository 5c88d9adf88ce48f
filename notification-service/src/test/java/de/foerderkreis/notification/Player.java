package de.foerderkreis.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The player of the demo story as the launcher is going to be, over real HTTP. */
@TestConfiguration(proxyBeanMethods = false)
public class Player {

    public static final String SECRET = "only-the-launcher-knows";

    private static final List<String> ORDERS = Collections.synchronizedList(new ArrayList<>());
    private static volatile String answer = "{\"state\":\"DONE\"}";
    private static volatile int status = 200;
    private static volatile int orderStatus = 202;
    private static final HttpServer SERVER = start();

    @Bean
    DynamicPropertyRegistrar playerOfTheStory() {
        return registry -> {
            registry.add(
                    "foerderkreis.demo.player",
                    () -> "http://127.0.0.1:" + SERVER.getAddress().getPort());
            registry.add("foerderkreis.demo.secret", () -> SECRET);
        };
    }

    /** What it answers from now on. */
    public static void says(String json) {
        answer = json;
        status = 200;
        orderStatus = 202;
        ORDERS.clear();
    }

    public static void failsWith(int code) {
        status = code;
        orderStatus = code;
        ORDERS.clear();
    }

    /** It looks as if a step is due, but somebody else was quicker. */
    public static void refusesOrders() {
        orderStatus = 409;
    }

    /** The bodies of the orders it took. */
    public static List<String> orders() {
        return List.copyOf(ORDERS);
    }

    private static HttpServer start() {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/story/next", Player::handle);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var known = SECRET.equals(exchange.getRequestHeaders().getFirst("X-Demo-Secret"));
            var order = exchange.getRequestMethod().equals("POST");
            if (known && order) {
                ORDERS.add(
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            }
            var body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(known ? order ? orderStatus : status : 403, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
