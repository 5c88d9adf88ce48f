package de.foerderkreis.gateway.session;

import de.foerderkreis.gateway.protection.PublicAddresses;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * The identity provider as clients and decoders see it: Keycloak's paths below the issuer, every
 * back-end call with a time limit.
 */
@Configuration(proxyBeanMethods = false)
class IdentityProvider {

    private static final String PROTOCOL = "/protocol/openid-connect";

    @Bean
    ClientRegistration keycloak(IdentityProviderSettings settings, PublicAddresses addresses) {
        var issuer = addresses.issuer().toString();
        var backEnd = settings.internal() + addresses.issuer().getRawPath() + PROTOCOL;
        return ClientRegistration.withRegistrationId(LoginAddress.REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(
                        ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
                .redirectUri(addresses.portal() + "/login/oauth2/code/" + LoginAddress.REGISTRATION)
                .scope(settings.scopes())
                .issuerUri(issuer)
                .authorizationUri(issuer + PROTOCOL + "/auth")
                .tokenUri(backEnd + "/token")
                .jwkSetUri(backEnd + "/certs")
                .userNameAttributeName("sub")
                .providerConfigurationMetadata(
                        Map.of(EndSession.ENDPOINT, issuer + PROTOCOL + "/logout"))
                .build();
    }

    @Bean
    ClientRegistrationRepository clientRegistrations(ClientRegistration keycloak) {
        return new InMemoryClientRegistrationRepository(keycloak);
    }

    @Bean
    JdkClientHttpRequestFactory identityProviderCalls(IdentityProviderSettings settings) {
        var factory =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder().connectTimeout(settings.connectTimeout()).build());
        factory.setReadTimeout(settings.readTimeout());
        return factory;
    }

    /**
     * Of programs that bring their own token; which service it is for is checked by the service.
     */
    @Bean
    JwtDecoder accessTokens(
            ClientRegistration keycloak,
            PublicAddresses addresses,
            JdkClientHttpRequestFactory calls) {
        var decoder = decoder(keycloak, calls);
        decoder.setJwtValidator(
                JwtValidators.createDefaultWithIssuer(addresses.issuer().toString()));
        return decoder;
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(JdkClientHttpRequestFactory calls) {
        var decoders = new ConcurrentHashMap<String, JwtDecoder>();
        return registration ->
                decoders.computeIfAbsent(
                        registration.getRegistrationId(),
                        id -> {
                            var decoder = decoder(registration, calls);
                            decoder.setJwtValidator(
                                    new DelegatingOAuth2TokenValidator<>(
                                            new JwtTimestampValidator(),
                                            new OidcIdTokenValidator(registration)));
                            decoder.setClaimSetConverter(
                                    OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
                            return decoder;
                        });
    }

    private static NimbusJwtDecoder decoder(
            ClientRegistration registration, JdkClientHttpRequestFactory calls) {
        return NimbusJwtDecoder.withJwkSetUri(
                        String.valueOf(registration.getProviderDetails().getJwkSetUri()))
                .restOperations(new RestTemplate(calls))
                .build();
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes(
            JdkClientHttpRequestFactory calls) {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(tokenEndpoint(calls));
        return client;
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshes(
            JdkClientHttpRequestFactory calls) {
        var client = new RestClientRefreshTokenTokenResponseClient();
        client.setRestClient(tokenEndpoint(calls));
        return client;
    }

    private static RestClient tokenEndpoint(JdkClientHttpRequestFactory calls) {
        return RestClient.builder()
                .requestFactory(calls)
                .configureMessageConverters(converters ->
                        converters
                                .disableDefaults()
                                .addCustomConverter(new FormHttpMessageConverter())
                                .addCustomConverter(
                                        new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }
}
