package de.foerderkreis.application.council;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VotesTests {

    @ParameterizedTest
    @CsvSource({
        "ADOPTED_UNANIMOUS,30,0,5,true",
        "ADOPTED_UNANIMOUS,30,1,0,false",
        "ADOPTED_UNANIMOUS,0,0,30,false",
        "ADOPTED_MAJORITY,30,12,2,true",
        "ADOPTED_MAJORITY,30,0,2,false",
        "ADOPTED_MAJORITY,12,12,2,false",
        "ADOPTED_AMENDED,30,0,0,true",
        "REJECTED,12,12,0,true",
        "REJECTED,13,12,0,false",
        "REJECTED,0,0,9,false",
        "DEFERRED,20,3,0,true",
        "NOTED,20,0,0,false",
        "WITHDRAWN,1,0,0,false",
        "NO_DECISION,1,0,0,false"
    })
    void votesFitTheOutcomeTheyGive(Outcome outcome, int yes, int no, int abstain, boolean fits) {
        assertThat(new Votes(yes, no, abstain).fit(outcome)).isEqualTo(fits);
    }
}
