package de.foerderkreis.stakeholder.cooperation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Links for partners.
 *
 * @param linkValidity how long a link works; it ends with the last day, at 24:00 Europe/Berlin
 * @param renewalPause real time between two links a partner asks for, so that nobody is flooded
 */
@ConfigurationProperties("foerderkreis.cooperation")
record CooperationSettings(
        @DefaultValue("14d") Duration linkValidity, @DefaultValue("10m") Duration renewalPause) {}
