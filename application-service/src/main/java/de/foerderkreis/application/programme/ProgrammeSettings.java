package de.foerderkreis.application.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which programmes there are and who is told of them.
 *
 * @param districts keys of the districts of this installation; each is told of every programme
 *     version once
 * @param packs directory with packs of the installation beside those shipped; absent for none
 */
@ConfigurationProperties("foerderkreis.application")
record ProgrammeSettings(@DefaultValue("05382") List<String> districts, @Nullable String packs) {}
