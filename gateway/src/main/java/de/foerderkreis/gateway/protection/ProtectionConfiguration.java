package de.foerderkreis.gateway.protection;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of this package. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ProtectionSettings.class, PublicAddresses.class})
class ProtectionConfiguration {}
