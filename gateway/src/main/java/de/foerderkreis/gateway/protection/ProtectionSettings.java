package de.foerderkreis.gateway.protection;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits for what comes from outside.
 *
 * @param bodyLimit of an ordinary request
 * @param uploadLimit of a request with files (multipart): one file of 20 MB and its form
 * @param ratePerSecond requests a subject, a client or, without a login, an address may send in the
 *     long run
 * @param rateBurst requests it may send at once
 * @param operators networks (CIDR) whose direct requests may read health and metrics
 */
@ConfigurationProperties("foerderkreis.gateway.protection")
record ProtectionSettings(
        @DefaultValue("1MB") DataSize bodyLimit,
        @DefaultValue("21MB") DataSize uploadLimit,
        @DefaultValue("50") int ratePerSecond,
        @DefaultValue("200") int rateBurst,
        @DefaultValue({"127.0.0.0/8", "::1"}) List<String> operators) {}
