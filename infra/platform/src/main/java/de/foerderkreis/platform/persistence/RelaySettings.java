package de.foerderkreis.platform.persistence;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The technical role.
 *
 * @param username role that is granted the technical tables only
 */
@ConfigurationProperties("foerderkreis.relay")
record RelaySettings(String username, String password) {

    @Override
    public String toString() {
        return "RelaySettings[" + username + "]";
    }
}
