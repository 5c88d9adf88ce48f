package de.foerderkreis.application.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.application.programme.Programme.CheckRule;
import de.foerderkreis.application.programme.Programme.EvidenceRule;
import de.foerderkreis.application.programme.Programme.RequirementRule;
import de.foerderkreis.application.programme.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsTests {

    static final Text TEXT = new Text("Text", "text");
    static final LocalDate TODAY = LocalDate.of(2014, 4, 15);
    static final CheckRule EXISTS = new CheckRule("EXISTS", TEXT, List.of("DOCUMENT"), false);
    static final CheckRule CURRENT = new CheckRule("CURRENT", TEXT, List.of("DOCUMENT"), true);
    static final RequirementRule RULE =
            new RequirementRule(
                    "R1",
                    TEXT,
                    true,
                    null,
                    List.of(new EvidenceRule("DOCUMENT", null, true, TEXT, TEXT)),
                    List.of(EXISTS, CURRENT));

    @ParameterizedTest
    @CsvSource({"2011-04-15,PASSED", "2011-04-14,FAILED", "2014-01-01,PASSED"})
    void aConceptIsCurrentUpToTheProgrammesAge(LocalDate dated, Findings.State state) {
        assertThat(findings(Map.of(), document(dated, false)).state(CURRENT)).isEqualTo(state);
    }

    @Test
    void aConceptOfUnknownAgeExistsAndIsNotCurrent() {
        var findings = findings(Map.of(), document(null, false));
        assertThat(findings.state(EXISTS)).isEqualTo(Findings.State.PASSED);
        assertThat(findings.state(CURRENT)).isEqualTo(Findings.State.FAILED);
        assertThat(findings.complete()).isFalse();
    }

    @Test
    void eachCheckIsAnsweredByAPersonOnItsOwn() {
        var old = document(LocalDate.of(2008, 1, 1), false);
        assertThat(findings(Map.of("CURRENT", "Erlass"), old).complete()).isTrue();
        assertThat(findings(Map.of("EXISTS", "liegt im Archiv")).missing()).isEmpty();
        assertThat(findings(Map.of("EXISTS", "liegt im Archiv")).complete()).isFalse();
        assertThat(findings(Map.of("CURRENT", "Erlass")).missing()).hasSize(1);
    }

    @Test
    void partialEvidenceSettlesNothing() {
        var findings = findings(Map.of(), document(TODAY, true));
        assertThat(findings.missing()).hasSize(1);
        assertThat(findings.complete()).isFalse();
        assertThat(Requirement.open(UUID.randomUUID(), "R1").evaluate(findings).status())
                .isEqualTo(RequirementStatus.IN_PROGRESS);
    }

    private static Findings findings(Map<String, String> overrides, Evidence... evidence) {
        return new Findings(RULE, List.of(evidence), overrides, TODAY, 3);
    }

    private static Evidence document(LocalDate dated, boolean partial) {
        return new Evidence(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "R1",
                "DOCUMENT",
                null,
                Evidence.Source.MANUAL,
                "manual:1",
                "Konzept",
                null,
                Map.of(),
                Instant.EPOCH,
                partial,
                dated);
    }
}
