package de.foerderkreis.application.ruling;

import java.util.List;
import java.util.UUID;

/** The rulings of a case for the modules that show them. */
public interface InformalRulings {

    /** Rulings of a case the caller may read, the earliest first. */
    List<Ruling> of(UUID caseId);
}
