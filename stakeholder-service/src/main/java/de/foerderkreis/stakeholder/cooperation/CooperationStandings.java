package de.foerderkreis.stakeholder.cooperation;

import de.foerderkreis.stakeholder.partner.PartnerStandings;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the state of the cooperation into the list of partners. */
@Service
@Transactional(readOnly = true)
class CooperationStandings implements PartnerStandings {

    private final CooperationRecords records;

    CooperationStandings(CooperationRecords records) {
        this.records = records;
    }

    @Override
    public Map<String, Standing> byAlias() {
        return records.all().stream()
                .collect(
                        Collectors.toMap(
                                Cooperation::partner,
                                it ->
                                        new Standing(
                                                1,
                                                it.status() == CooperationStatus.CONFIRMED ? 1 : 0),
                                (one, other) ->
                                        new Standing(
                                                one.asked() + other.asked(),
                                                one.confirmed() + other.confirmed())));
    }
}
