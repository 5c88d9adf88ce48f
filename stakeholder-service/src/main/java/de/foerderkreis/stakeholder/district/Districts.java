package de.foerderkreis.stakeholder.district;

import de.foerderkreis.platform.tenancy.Tenancy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other features ask about the district at work. */
@Service
@Transactional(readOnly = true)
public class Districts {

    private final DistrictRecords records;

    Districts(DistrictRecords records) {
        this.records = records;
    }

    /** The name people know it by, for example Rhein-Sieg-Kreis. */
    public String name() {
        return current().name();
    }

    /** Its calendar. */
    public WorkingDays calendar() {
        return new WorkingDays(current().quietDays());
    }

    District current() {
        return records.find().orElseGet(() -> District.unnamed(Tenancy.district()));
    }
}
