package de.foerderkreis.story;

import java.io.IOException;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps cookies as a browser does on the loopback address: browsers trust it like HTTPS and send
 * {@code Secure} cookies there, the JDK's cookie manager does not.
 */
final class LoopbackCookies extends CookieHandler {

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

    CookieManager manager() {
        return cookies;
    }

    @Override
    public Map<String, List<String>> get(URI uri, Map<String, List<String>> requestHeaders)
            throws IOException {
        return cookies.get(uri, requestHeaders);
    }

    @Override
    public void put(URI uri, Map<String, List<String>> responseHeaders) throws IOException {
        var trusted = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        responseHeaders.forEach((name, values) -> {
            if (name != null) {
                trusted.put(
                        name,
                        name.equalsIgnoreCase("set-cookie")
                                ? values.stream()
                                        .map(it -> it.replaceAll("(?i);\\s*secure(?=;|$)", ""))
                                        .toList()
                                : values);
            }
        });
        cookies.put(uri, trusted);
    }
}
