package de.foerderkreis.notification.search;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What counts as the same word.
 *
 * @param synonyms groups of words that find each other, for example KI and KIZ (F2)
 */
@ConfigurationProperties("foerderkreis.notification.search")
record SearchSettings(@DefaultValue List<List<String>> synonyms) {}
