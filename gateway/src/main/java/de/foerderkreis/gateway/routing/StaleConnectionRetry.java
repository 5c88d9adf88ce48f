package de.foerderkreis.gateway.routing;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.util.Set;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;

/**
 * Reads once more when a kept connection turns out to be dead, as after a restart of the service.
 * Never a request that could change something: whether it was carried out is then unknown, and that
 * is for a person to look at.
 */
class StaleConnectionRetry implements HttpRequestRetryStrategy {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public boolean retryRequest(
            HttpRequest request, IOException failure, int attempt, HttpContext context) {
        return attempt <= 1
                && READING.contains(request.getMethod())
                && (failure instanceof NoHttpResponseException
                        || failure instanceof ConnectionClosedException
                        || failure instanceof SocketException
                                && !(failure instanceof ConnectException));
    }

    @Override
    public boolean retryRequest(HttpResponse response, int attempt, HttpContext context) {
        return false;
    }

    @Override
    public TimeValue getRetryInterval(HttpResponse response, int attempt, HttpContext context) {
        return TimeValue.ZERO_MILLISECONDS;
    }
}
