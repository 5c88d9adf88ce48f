package de.foerderkreis.stakeholder.officeholder;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What other features ask about office holders: ids of contacts. A name is lent for a page and kept
 * nowhere else, so that erasing a person erases it everywhere.
 */
@Service
@Transactional(readOnly = true)
public class OfficeHolders {

    private final OfficeHolderRecords records;

    OfficeHolders(OfficeHolderRecords records) {
        this.records = records;
    }

    /**
     * Contact ids of the mayors in office on that day, by AGS; a town with a vacancy is missing.
     */
    public Map<String, UUID> mayorsOn(LocalDate day) {
        return records.mayorsOn(day);
    }

    /**
     * How the mayors in office on that day are addressed, by AGS; a town with a vacancy is missing.
     */
    public Map<String, Salutation> mayorSalutationsOn(LocalDate day) {
        return records.mayorSalutationsOn(day);
    }

    /**
     * Who signs a letter on behalf (im Auftrag) on that day: the head, or else the clerk in charge.
     */
    public Optional<Signatory> signatoryOn(LocalDate day) {
        return records.signatoryOn(Tenancy.district(), day);
    }

    /** The name of a contact, as long as it is on file. */
    public Optional<String> nameOf(UUID contactId) {
        return records.find(contactId).map(it -> it.tenure().name());
    }

    OfficeHolder require(UUID id) {
        return records.find(id).orElseThrow(() -> Problem.notFound("office-holder"));
    }

    List<OfficeHolder> list(@Nullable String organisation) {
        return records.list(organisation);
    }
}
