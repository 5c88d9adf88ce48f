package de.foerderkreis.gateway.routing;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services are.
 *
 * @param connectTimeout until a service that does not accept the connection counts as down
 * @param answerTimeout until a service that does not begin to answer is given up; the
 *     demonstration's clock takes its time
 * @param connections at most so many at once to one service
 */
@ConfigurationProperties("foerderkreis.gateway.services")
record ServiceAddresses(
        URI application,
        URI finance,
        URI stakeholder,
        URI notification,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("60s") Duration answerTimeout,
        @DefaultValue("400") int connections) {

    URI of(Service service) {
        return switch (service) {
            case APPLICATION -> application;
            case FINANCE -> finance;
            case STAKEHOLDER -> stakeholder;
            case NOTIFICATION -> notification;
        };
    }
}
