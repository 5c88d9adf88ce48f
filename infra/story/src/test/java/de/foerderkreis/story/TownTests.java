package de.foerderkreis.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TownTests {

    @Test
    void sixTownsAreStillSilentOnTheDayOfTheFirstReminder() {
        assertThat(
                        Town.all().stream()
                                .filter(it -> !it.answeredOn().isBefore(LocalDate.of(2014, 2, 25))))
                .extracting(Town::slug)
                .containsExactly(
                        "lohmar", "much", "ruppichteroth", "swisttal", "troisdorf", "windeck");
    }

    @Test
    void sixteenRejectAndTwoApproveInTime() {
        var inTime =
                Town.all().stream()
                        .filter(it -> !it.answeredOn().isAfter(LocalDate.of(2014, 3, 4)))
                        .toList();
        assertThat(inTime).hasSize(18);
        assertThat(inTime.stream().filter(it -> it.position().equals("REJECT"))).hasSize(16);
        assertThat(inTime.stream().filter(it -> it.position().equals("APPROVE"))).hasSize(2);
    }

    @Test
    void exactlyOneMayorIsAddressedAsFrau() {
        assertThat(Town.all().stream().filter(it -> it.salutation().equals("FRAU")))
                .extracting(Town::slug)
                .containsExactly("bad-honnef");
    }

    @Test
    void theTownsAreThoseOfTheMunicipalityFile() {
        assertThat(Town.resource("municipalities.csv").lines().skip(1).map(it -> it.split(",")[0]))
                .containsExactlyElementsOf(Town.all().stream().map(Town::ags).toList());
    }
}
