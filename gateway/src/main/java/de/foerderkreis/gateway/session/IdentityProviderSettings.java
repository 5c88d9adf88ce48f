package de.foerderkreis.gateway.session;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The OpenID Connect provider. All addresses are given or derived, none is discovered, so that the
 * gateway starts without it.
 *
 * @param internal where this process reaches the provider, without the realm: {@code
 *     http://127.0.0.1:8085}
 * @param clientId of the gateway
 * @param clientSecret of the gateway
 * @param scopes asked for at login
 * @param connectTimeout of back-end calls
 * @param readTimeout of back-end calls
 */
@ConfigurationProperties("foerderkreis.gateway.identity")
record IdentityProviderSettings(
        URI internal,
        String clientId,
        String clientSecret,
        @DefaultValue("openid") Set<String> scopes,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration readTimeout) {}
