package de.foerderkreis.application.dossier;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where originals come from.
 *
 * @param originals address of stakeholder-service, without a path
 */
@ConfigurationProperties("foerderkreis.application")
record OriginalsSettings(@DefaultValue("http://127.0.0.1:8083") URI originals) {}
