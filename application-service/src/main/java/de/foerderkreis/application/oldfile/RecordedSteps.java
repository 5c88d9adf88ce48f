package de.foerderkreis.application.oldfile;

import de.foerderkreis.application.council.Chronicle;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is recorded of a case already, to tell what a table adds to it. */
class RecordedSteps {

    // As many of a kind as the chronicle shows: beyond it nothing can be found again.
    static final int MOST_OF_A_KIND = 200;

    private final Map<Object, List<OldStep>> byKey;
    private final Map<Class<?>, Long> count;

    private RecordedSteps(List<OldStep> steps) {
        byKey = steps.stream().collect(Collectors.groupingBy(OldStep::key));
        count =
                steps.stream()
                        .collect(Collectors.groupingBy(Object::getClass, Collectors.counting()));
    }

    static RecordedSteps of(Chronicle it) {
        return new RecordedSteps(
                Stream.of(motions(it), papers(it), meetings(it), resolutions(it))
                        .flatMap(steps -> steps)
                        .toList());
    }

    /** The steps of the same identity; none where the table's is new. */
    List<OldStep> like(OldStep step) {
        return byKey.getOrDefault(step.key(), List.of());
    }

    /** Whether there is no room for these beside what is recorded. */
    boolean fullWith(List<OldStep> fresh) {
        return fresh.stream()
                .collect(Collectors.groupingBy(Object::getClass, Collectors.counting()))
                .entrySet()
                .stream()
                .anyMatch(
                        it -> it.getValue() + count.getOrDefault(it.getKey(), 0L) > MOST_OF_A_KIND);
    }

    private static Stream<OldStep> motions(Chronicle chronicle) {
        return chronicle.motions().stream()
                .map(it ->
                        new OldStep.Motion(
                                0,
                                it.datedOn(),
                                it.subject(),
                                it.proposers(),
                                it.documentSha256()));
    }

    private static Stream<OldStep> papers(Chronicle chronicle) {
        return chronicle.papers().stream()
                .map(it ->
                        new OldStep.Filing(
                                0,
                                it.datedOn(),
                                it.number(),
                                it.type(),
                                it.title(),
                                it.documentSha256()));
    }

    private static Stream<OldStep> meetings(Chronicle chronicle) {
        return chronicle.meetings().stream()
                .map(it -> new OldStep.Meeting(0, it.heldOn(), it.body()));
    }

    private static Stream<OldStep> resolutions(Chronicle chronicle) {
        return chronicle.resolutions().stream()
                .map(it ->
                        new OldStep.Resolution(
                                0,
                                it.decidedOn(),
                                it.body(),
                                it.subject(),
                                it.outcome(),
                                it.resolves(),
                                it.documentSha256()));
    }
}
