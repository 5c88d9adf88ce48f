package de.foerderkreis.stakeholder.synopsis;

import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Caller;
import de.foerderkreis.platform.tenancy.OrganisationKind;
import de.foerderkreis.stakeholder.access.DemoData;
import de.foerderkreis.stakeholder.consultation.RoundFacts;
import de.foerderkreis.stakeholder.consultation.RoundReader;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a synopsis: nothing of it is there for a town before somebody published it. */
@Service
@Transactional(readOnly = true)
class SynopsisReader {

    private final Synopsis synopsis;
    private final SynopsisRecords records;
    private final RoundReader rounds;
    private final DemoData demo;

    SynopsisReader(Synopsis synopsis, SynopsisRecords records, RoundReader rounds, DemoData demo) {
        this.synopsis = synopsis;
        this.records = records;
        this.rounds = rounds;
        this.demo = demo;
    }

    SynopsisView require(Caller caller, UUID roundId) {
        var round = rounds.require(caller, roundId);
        return caller.kind() == OrganisationKind.MUNICIPALITY ? published(round) : current(round);
    }

    private SynopsisView published(RoundFacts round) {
        var release = records.published(round.id()).orElseThrow(() -> Problem.notFound("synopsis"));
        return new SynopsisView(
                round.id(),
                synopsis.read(release.content()),
                release.sha256(),
                release.version(),
                release.releasedOn(),
                true,
                release.version(),
                demo.invented());
    }

    private SynopsisView current(RoundFacts round) {
        var entries = synopsis.of(round);
        var sha256 = Synopsis.sha256(synopsis.write(entries));
        var release = records.latestRelease(round.id());
        return new SynopsisView(
                round.id(),
                entries,
                sha256,
                release.map(SynopsisRecords.Release::version).orElse(null),
                release.map(SynopsisRecords.Release::releasedOn).orElse(null),
                release.filter(it -> it.sha256().equals(sha256)).isPresent(),
                records.published(round.id()).map(SynopsisRecords.Release::version).orElse(null),
                demo.invented());
    }
}
