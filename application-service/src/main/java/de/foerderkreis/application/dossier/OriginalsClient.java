package de.foerderkreis.application.dossier;

import de.foerderkreis.application.document.FrozenJson;
import de.foerderkreis.contracts.stakeholder.SynopsisReleased;
import de.foerderkreis.platform.documents.Documents;
import de.foerderkreis.platform.problem.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/** Asks stakeholder-service for documents by their hash, with the caller's own token. */
@Component
@EnableConfigurationProperties(OriginalsSettings.class)
class OriginalsClient implements DossierOriginals {

    private static final Logger log = LoggerFactory.getLogger(OriginalsClient.class);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(2))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final NeededOriginals needed;
    private final Documents documents;
    private final URI base;

    OriginalsClient(NeededOriginals needed, Documents documents, OriginalsSettings settings) {
        this.needed = needed;
        this.documents = documents;
        this.base = settings.originals();
    }

    @Override
    public void fetch(UUID caseId) {
        for (var document : needed.of(caseId)) {
            var bytes = bytes(document);
            if (!FrozenJson.sha256(bytes).equals(document.sha256())) {
                throw Problem.of(HttpStatus.BAD_GATEWAY, "original-differs", document.name());
            }
            documents.store(bytes, document.name());
        }
    }

    private byte[] bytes(SynopsisReleased.Document document) {
        var request =
                HttpRequest.newBuilder(
                                base.resolve("/api/stakeholder/v1/documents/" + document.sha256()))
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Bearer " + token())
                        .build();
        try {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() == HttpStatus.OK.value()) {
                return answer.body();
            }
            log.warn("Original {} answers {}", document.sha256(), answer.statusCode());
        } catch (IOException unreachable) {
            log.warn("Original {} cannot be fetched", document.sha256(), unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "original-unreachable", document.name());
    }

    private static String token() {
        return SecurityContextHolder.getContext().getAuthentication()
                        instanceof JwtAuthenticationToken caller
                ? caller.getToken().getTokenValue()
                : "";
    }
}
