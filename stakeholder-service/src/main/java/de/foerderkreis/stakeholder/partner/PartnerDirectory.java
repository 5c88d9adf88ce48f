package de.foerderkreis.stakeholder.partner;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other features ask about partners: never a person, never an address. */
@Service
@Transactional(readOnly = true)
public class PartnerDirectory {

    private final PartnerRecords records;

    PartnerDirectory(PartnerRecords records) {
        this.records = records;
    }

    /** All of them by category and name. */
    public List<KnownPartner> all() {
        return records.all().stream().map(PartnerDirectory::known).toList();
    }

    /** The one with this alias, if it belongs to the district. */
    public Optional<KnownPartner> find(String alias) {
        return records.find(alias).map(PartnerDirectory::known);
    }

    private static KnownPartner known(Partner partner) {
        var details = partner.details();
        return new KnownPartner(
                partner.alias(),
                details.name(),
                details.category(),
                details.active(),
                partner.contactId());
    }

    /**
     * A partner by name.
     *
     * @param contactId where messages for it go
     */
    public record KnownPartner(
            String alias, String name, PartnerCategory category, boolean active, UUID contactId) {}
}
