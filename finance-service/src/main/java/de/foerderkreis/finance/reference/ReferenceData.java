package de.foerderkreis.finance.reference;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the local copies of the caller's district. */
public interface ReferenceData {

    /** All member municipalities by ascending AGS. */
    List<Municipality> municipalities();

    /** The latest 200 cases, the newest first. */
    List<FundingCase> cases();

    /** Those of the given cases that are known here, the newest first. */
    List<FundingCase> cases(Collection<UUID> ids);

    Optional<FundingCase> findCase(UUID id);

    /** The case, or the answer 404 when it is unknown or belongs to another district. */
    FundingCase requireCase(UUID id);

    Optional<Programme> findProgramme(String code);
}
