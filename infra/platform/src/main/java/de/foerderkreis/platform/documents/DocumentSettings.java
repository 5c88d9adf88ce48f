package de.foerderkreis.platform.documents;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of uploads.
 *
 * @param maxSize the largest file
 */
@ConfigurationProperties("foerderkreis.documents")
record DocumentSettings(@DefaultValue("20MB") DataSize maxSize) {}
