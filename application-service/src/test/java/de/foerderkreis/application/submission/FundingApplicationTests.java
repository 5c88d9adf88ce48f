package de.foerderkreis.application.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FundingApplicationTests {

    static final LocalDate DAY = LocalDate.of(2014, 4, 15);

    /** The machine as the domain reference draws it, written down a second time. */
    static final Map<ApplicationStatus, Set<ApplicationStatus>> DRAWN =
            new EnumMap<>(ApplicationStatus.class);

    static {
        drawn(
                ApplicationStatus.DRAFT,
                ApplicationStatus.INTERNAL_REVIEW,
                ApplicationStatus.WITHDRAWN);
        drawn(
                ApplicationStatus.INTERNAL_REVIEW,
                ApplicationStatus.READY,
                ApplicationStatus.DRAFT,
                ApplicationStatus.WITHDRAWN);
        drawn(ApplicationStatus.READY, ApplicationStatus.SUBMITTED, ApplicationStatus.WITHDRAWN);
        drawn(
                ApplicationStatus.SUBMITTED,
                ApplicationStatus.UNDER_REVIEW,
                ApplicationStatus.WITHDRAWN);
        drawn(
                ApplicationStatus.UNDER_REVIEW,
                ApplicationStatus.QUERY_OPEN,
                ApplicationStatus.APPROVED,
                ApplicationStatus.APPROVED_WITH_CONDITIONS,
                ApplicationStatus.REJECTED,
                ApplicationStatus.WITHDRAWN);
        drawn(ApplicationStatus.QUERY_OPEN, ApplicationStatus.UNDER_REVIEW);
        drawn(ApplicationStatus.APPROVED);
        drawn(ApplicationStatus.APPROVED_WITH_CONDITIONS);
        drawn(ApplicationStatus.REJECTED);
        drawn(ApplicationStatus.WITHDRAWN);
    }

    static final List<Consumer<FundingApplication>> VERBS =
            List.of(
                    it -> it.write("Anschreiben", "clerk"),
                    it -> it.submitForReview("clerk"),
                    it -> it.approveInternally("head"),
                    FundingApplication::sendBack,
                    it -> it.submit(DAY),
                    it -> it.acknowledge("MAIS-1"),
                    it -> it.requestInfo(DAY),
                    FundingApplication::answer,
                    it -> it.decide(ApplicationStatus.APPROVED, DAY, List.of()),
                    it -> it.decide(ApplicationStatus.APPROVED_WITH_CONDITIONS, DAY, List.of()),
                    it -> it.decide(ApplicationStatus.REJECTED, DAY, List.of()),
                    FundingApplication::withdraw);

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noWalkThroughTheVerbsLeavesTheDrawnMachine(long seed) {
        var random = new Random(seed);
        var application = draft();
        for (int step = 0; step < 60; step++) {
            var before = application.status();
            var verb = VERBS.get(random.nextInt(VERBS.size()));
            try {
                verb.accept(application);
            } catch (IllegalTransition refused) {
                assertThat(application.status()).isEqualTo(before);
                continue;
            }
            var after = application.status();
            assertThat(
                            after == before && before == ApplicationStatus.DRAFT
                                    || DRAWN.get(before).contains(after))
                    .as("%s to %s", before, after)
                    .isTrue();
            if (DRAWN.get(after).isEmpty()) {
                application = draft();
            }
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void everyStateAllowsExactlyWhatIsDrawn() {
        for (var from : ApplicationStatus.values()) {
            for (var to : ApplicationStatus.values()) {
                assertThat(from.allows(to))
                        .as("%s to %s", from, to)
                        .isEqualTo(DRAWN.get(from).contains(to));
            }
        }
    }

    @Test
    void everyStateIsReachableByTheVerbs() {
        var reached = EnumSet.of(ApplicationStatus.DRAFT);
        var random = new Random(1);
        for (int walk = 0; walk < 400; walk++) {
            var application = draft();
            for (int step = 0; step < 40; step++) {
                try {
                    VERBS.get(random.nextInt(VERBS.size())).accept(application);
                } catch (IllegalTransition refused) {
                    continue;
                }
                reached.add(application.status());
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(ApplicationStatus.values());
    }

    @Test
    void theOneWhoDraftedItCannotApproveIt() {
        var application = draft();
        application.submitForReview("another-clerk");
        assertThatExceptionOfType(OwnDraft.class)
                .isThrownBy(() -> application.approveInternally("clerk"));
        assertThat(application.status()).isEqualTo(ApplicationStatus.INTERNAL_REVIEW);
    }

    @Test
    void theOneWhoHandedItOverCannotApproveIt() {
        var application = draft();
        application.submitForReview("deputy");
        assertThatExceptionOfType(OwnDraft.class)
                .isThrownBy(() -> application.approveInternally("deputy"));
    }

    @Test
    void whoeverWroteOnItOnceStaysAnAuthorAfterItWasSentBack() {
        var application = draft();
        application.write("Anschreiben", "deputy");
        application.submitForReview("clerk");
        application.sendBack();
        application.submitForReview("clerk");
        assertThatExceptionOfType(OwnDraft.class)
                .isThrownBy(() -> application.approveInternally("deputy"));
        application.approveInternally("head");
        assertThat(application.approvedBy()).isEqualTo("head");
    }

    @Test
    void nothingIsWrittenOnItOnceItIsInReview() {
        var application = draft();
        application.submitForReview("clerk");
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> application.write("zu spät", "clerk"));
    }

    @Test
    void aRefusedApplicationMakesRoomForAnotherOneAndAnApprovedOneDoesNot() {
        assertThat(ApplicationStatus.values())
                .filteredOn(it -> !it.active())
                .containsExactly(ApplicationStatus.REJECTED, ApplicationStatus.WITHDRAWN);
    }

    static FundingApplication draft() {
        return FundingApplication.draft(UUID.randomUUID(), 1, null, "clerk");
    }

    private static void drawn(ApplicationStatus from, ApplicationStatus... to) {
        DRAWN.put(from, Set.of(to));
    }
}
