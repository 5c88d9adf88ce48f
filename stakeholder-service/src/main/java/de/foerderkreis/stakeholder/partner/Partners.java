package de.foerderkreis.stakeholder.partner;

import de.foerderkreis.platform.problem.Problem;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads partners. */
@Service
@Transactional(readOnly = true)
class Partners {

    private final PartnerRecords records;

    Partners(PartnerRecords records) {
        this.records = records;
    }

    List<Partner> all() {
        return records.all();
    }

    Partner require(String alias) {
        return records.find(alias).orElseThrow(() -> Problem.notFound("partner"));
    }
}
