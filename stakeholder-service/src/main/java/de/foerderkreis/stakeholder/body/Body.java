package de.foerderkreis.stakeholder.body;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.stakeholder.editing.FieldVersions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A body that discusses and advises.
 *
 * @param code short name, unique in the district, for example {@code HVB}
 * @param leadUnit the unit in charge (F60), empty if there is none
 * @param founding when and for which case it was founded, if that was recorded
 */
record Body(
        UUID id,
        String code,
        String name,
        BodyKind kind,
        String leadUnit,
        @Nullable Founding founding,
        long version,
        FieldVersions fields) {

    /**
     * Its first meeting.
     *
     * @param minutesSha256 hash of the minutes, absent while they are missing
     */
    record Founding(LocalDate on, UUID caseId, @Nullable String minutesSha256) {}

    void requireSeen(long seen) {
        if (seen != version) {
            throw Problem.stale(fields.since(seen));
        }
    }

    Body edited(String newName, String newLeadUnit) {
        var changed = new ArrayList<String>();
        if (!newName.equals(name)) {
            changed.add("name");
        }
        if (!newLeadUnit.equals(leadUnit)) {
            changed.add("leadUnit");
        }
        return next(newName, newLeadUnit, founding, changed);
    }

    Body found(Founding now) {
        if (founding != null) {
            throw Problem.conflict("body-founded-already", founding.on());
        }
        return next(name, leadUnit, now, List.of("foundedOn"));
    }

    Body withFoundingMinutes(Founding before, String sha256) {
        var filed = new Founding(before.on(), before.caseId(), sha256);
        return next(name, leadUnit, filed, List.of("foundingMinutes"));
    }

    private Body next(
            String newName, String newLeadUnit, @Nullable Founding now, List<String> changed) {
        var following = version + 1;
        return new Body(
                id,
                code,
                newName,
                kind,
                newLeadUnit,
                now,
                following,
                fields.edited(following, changed));
    }
}
