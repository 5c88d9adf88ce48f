package de.foerderkreis.stakeholder.cooperation;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CooperationSettings.class)
class CooperationConfiguration {}
