package de.foerderkreis.gateway.pages;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who runs this installation, for the legal notice, privacy and accessibility pages. What is
 * missing is shown as missing, never made up.
 *
 * @param name of the authority, as "Rhein-Sieg-Kreis, Der Landrat"
 * @param address for letters, lines separated by a semicolon
 * @param represented by whom, with function
 * @param dataProtection how to reach the data protection officer
 * @param sourceUrl where the source code of exactly this installation is
 */
@ConfigurationProperties("foerderkreis.operator")
public record Operator(
        @DefaultValue("") String name,
        @DefaultValue("") String address,
        @DefaultValue("") String represented,
        @DefaultValue("") String email,
        @DefaultValue("") String phone,
        @DefaultValue("") String dataProtection,
        @DefaultValue("") String sourceUrl) {

    /** Whether the legal notice can be given. */
    public boolean complete() {
        return !name.isBlank() && !address.isBlank() && !email.isBlank();
    }

    public String[] addressLines() {
        return address.split("\\s*;\\s*");
    }

    public @Nullable String mailTo() {
        return email.isBlank() ? null : "mailto:" + email;
    }
}
