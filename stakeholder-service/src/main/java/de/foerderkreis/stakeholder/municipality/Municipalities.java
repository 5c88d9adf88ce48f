package de.foerderkreis.stakeholder.municipality;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other features ask about the municipalities of the district at work. */
@Service
@Transactional(readOnly = true)
public class Municipalities {

    private final MunicipalityRecords records;

    Municipalities(MunicipalityRecords records) {
        this.records = records;
    }

    /** All of them by AGS; a district of NRW has at most 27. */
    public List<Municipality> all() {
        return records.all();
    }

    /** The one with this key, if it belongs to the district. */
    public Optional<Municipality> find(String ags) {
        return records.find(ags);
    }
}
