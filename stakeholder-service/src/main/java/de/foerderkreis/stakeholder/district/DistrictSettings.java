package de.foerderkreis.stakeholder.district;

import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes what a district decides for itself. */
@Service
class DistrictSettings {

    private final DistrictRecords records;
    private final Audit audit;

    DistrictSettings(DistrictRecords records, Audit audit) {
        this.records = records;
        this.audit = audit;
    }

    /**
     * Stores name and quiet days.
     *
     * @param seen version the caller saw, absent when the district had none yet
     */
    @Transactional
    District change(@Nullable Long seen, String name, Set<QuietDay> quietDays) {
        var before = records.find();
        var next = new District(Tenancy.district(), name.strip(), quietDays, seen);
        var stored = seen == null ? records.insert(next) : records.update(next, seen);
        var now = records.find().orElse(next);
        if (!stored) {
            throw Problem.stale(differences(now, next));
        }
        audit.record("district.changed", "district", now.key(), before.orElse(null), now, null);
        return now;
    }

    private static List<String> differences(District now, District wanted) {
        var fields = new ArrayList<String>();
        if (!now.name().equals(wanted.name())) {
            fields.add("name");
        }
        if (!now.quietDays().equals(wanted.quietDays())) {
            fields.add("quietDays");
        }
        return fields;
    }
}
