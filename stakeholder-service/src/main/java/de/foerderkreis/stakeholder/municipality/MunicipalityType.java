package de.foerderkreis.stakeholder.municipality;

import java.util.Arrays;
import java.util.Optional;

/** Town or other municipality (GO NRW § 13). */
public enum MunicipalityType {
    STADT,
    GEMEINDE;

    static Optional<MunicipalityType> parse(String text) {
        return Arrays.stream(values())
                .filter(type -> type.name().equalsIgnoreCase(text))
                .findFirst();
    }
}
