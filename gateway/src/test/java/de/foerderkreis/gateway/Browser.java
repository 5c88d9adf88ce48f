package de.foerderkreis.gateway;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Somebody at a browser: keeps cookies per host, follows nothing by itself, and remembers every
 * answer it got from the gateway.
 */
final class Browser {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    final Map<String, String> cookies = new ConcurrentHashMap<>();
    final List<HttpResponse<String>> answers = new ArrayList<>();
    private final String base;

    Browser(String base) {
        this.base = base;
    }

    /** The same browser asking another instance. */
    Browser at(String otherBase) {
        var other = new Browser(otherBase);
        other.cookies.putAll(cookies);
        return other;
    }

    HttpResponse<String> get(String target, String... headers) {
        return send(request(target, headers).GET());
    }

    HttpResponse<String> post(String target, String form, String... headers) {
        return send(
                request(target, headers)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(BodyPublishers.ofString(form)));
    }

    HttpRequest.Builder request(String target, String... headers) {
        var request =
                HttpRequest.newBuilder(
                                URI.create(target.startsWith("http") ? target : base + target))
                        .timeout(Duration.ofSeconds(20));
        var names = List.of(headers);
        if (!names.contains("Accept")) {
            request.header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            var all = new ArrayList<String>();
            cookies.forEach((name, value) -> all.add(name + "=" + value));
            request.header("Cookie", String.join("; ", all));
        }
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            synchronized (answers) {
                answers.add(answer);
            }
            answer.headers().allValues("Set-Cookie").stream()
                    .flatMap(header -> HttpCookie.parse(header).stream())
                    .forEach(cookie -> {
                        if (cookie.getMaxAge() == 0) {
                            cookies.remove(cookie.getName());
                        } else {
                            cookies.put(cookie.getName(), cookie.getValue());
                        }
                    });
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String location(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElse("(no Location, status " + answer.statusCode() + ")");
    }

    /**
     * Goes to an address that needs a login, signs in at the provider and comes back; the answer is
     * the gateway's after the callback.
     */
    HttpResponse<String> signIn(String target) {
        var toLogin = get(target);
        var toStart =
                toLogin.statusCode() == 302 && location(toLogin).startsWith("/login")
                        ? get(location(toLogin))
                        : toLogin;
        var toProvider = get(location(toStart));
        return throughProvider(location(toProvider));
    }

    /**
     * To the provider and back as often as the gateway sends there; the answer is the first that
     * leads elsewhere.
     */
    HttpResponse<String> throughProvider(String address) {
        var answer = get(location(atProvider(address)));
        return location(answer).contains("/protocol/openid-connect/auth?")
                ? throughProvider(location(answer))
                : answer;
    }

    /** What the provider answers; its cookies are its own affair. */
    HttpResponse<String> atProvider(String address) {
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
