package de.foerderkreis.gateway.session;

import de.foerderkreis.gateway.protection.PublicAddresses;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks the identity provider, in the person's own name, which organisations they belong to
 * (Keycloak's account API). The token for it names none of them, so no token ever names two.
 */
@Component
class MembershipDirectory {

    private final RestClient client;

    MembershipDirectory(
            IdentityProviderSettings settings,
            PublicAddresses addresses,
            JdkClientHttpRequestFactory calls) {
        this.client =
                RestClient.builder()
                        .requestFactory(calls)
                        .baseUrl(settings.internal() + addresses.issuer().getRawPath())
                        .build();
    }

    /**
     * The person's organisations by name.
     *
     * @throws OAuth2AuthenticationException if the identity provider does not say
     */
    Memberships of(String subject, String accessToken) {
        try {
            List<Entry> entries =
                    client.get()
                            .uri("/account/organizations")
                            .accept(MediaType.APPLICATION_JSON)
                            .headers(headers -> headers.setBearerAuth(accessToken))
                            .retrieve()
                            .body(new ParameterizedTypeReference<>() {});
            return new Memberships(
                    subject,
                    entries == null
                            ? List.of()
                            : entries.stream()
                                    .filter(entry -> !Boolean.FALSE.equals(entry.enabled()))
                                    .map(Entry::organisation)
                                    .sorted(Comparator.comparing(Organisation::name))
                                    .toList());
        } catch (RestClientException silent) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE), silent);
        }
    }

    /** What we need of the answer. */
    private record Entry(String alias, @Nullable String name, @Nullable Boolean enabled) {

        Organisation organisation() {
            return new Organisation(alias, name == null || name.isBlank() ? alias : name);
        }
    }
}
