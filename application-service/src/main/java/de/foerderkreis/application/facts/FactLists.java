package de.foerderkreis.application.facts;

import static java.util.stream.Collectors.joining;

import de.foerderkreis.application.document.GermanFormat;
import de.foerderkreis.application.programme.Programme;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values that are lists: a line each, ready for a text. */
class FactLists {

    private FactLists() {}

    static @Nullable String legalBasis(CaseFacts facts) {
        return lines(
                facts.programme().legalBasis().stream()
                        .map(it ->
                                it.title().de() + " (" + GermanFormat.FORM.day(it.date()) + ")"));
    }

    static @Nullable String posts(CaseFacts facts) {
        return lines(
                Stream.concat(
                        facts.programme().postCategories().stream().map(FactLists::post),
                        facts.programme().inKind().stream()
                                .map(it ->
                                        "%d %s, ohne Geldleistung"
                                                .formatted(it.count(), it.label().de()))));
    }

    private static String post(Programme.PostCategory it) {
        return "%d × %s, je %s Stelle, bis zu %s im Jahr"
                .formatted(
                        it.posts(),
                        it.label().de(),
                        GermanFormat.FORM.posts(it.maxFtePerPost().toPlainString()),
                        GermanFormat.FORM.money(it.capPerPost()));
    }

    static @Nullable String stages(CaseFacts facts) {
        var programme = facts.programme();
        return lines(
                programme.stages().stream()
                        .map(it ->
                                "Stufe %d: %s, zu richten an: %s"
                                        .formatted(
                                                it.no(),
                                                it.title().de(),
                                                programme
                                                        .authority(it.authority())
                                                        .orElseThrow()
                                                        .name()
                                                        .de())));
    }

    static @Nullable String rulings(CaseFacts facts) {
        return lines(
                facts.rulings().stream()
                        .map(it -> {
                            var posts = it.minimumPosts();
                            return "%s, %s: %s%s"
                                    .formatted(
                                            GermanFormat.FORM.day(it.ruledOn()),
                                            facts.programme()
                                                    .authority(it.authority())
                                                    .map(a -> a.name().de())
                                                    .orElse(it.authority()),
                                            GermanWords.of("ruling", it.outcome()),
                                            posts == null
                                                    ? ""
                                                    : "; mindestens %s Stellen"
                                                            .formatted(
                                                                    GermanFormat.FORM.posts(
                                                                            posts)));
                        }));
    }

    static @Nullable String requirements(CaseFacts facts) {
        var programme = facts.programme();
        return lines(
                facts.requirements().stream()
                        .map(it -> {
                            var dueOn = it.dueOn();
                            return "%s %s: %s%s"
                                    .formatted(
                                            it.code(),
                                            programme
                                                    .requirement(it.code())
                                                    .orElseThrow()
                                                    .title()
                                                    .de(),
                                            GermanWords.of("requirement", it.status().name()),
                                            dueOn == null
                                                    ? ""
                                                    : " bis " + GermanFormat.FORM.day(dueOn));
                        }));
    }

    static @Nullable String priorities(CaseFacts facts) {
        return lines(
                facts.programme().annexes().stream()
                        .filter(it -> it.type().equals("PRIORITY"))
                        .map(it -> "%s (Anhang %d)".formatted(it.title().de(), it.no())));
    }

    static @Nullable String resolutions(CaseFacts facts) {
        return lines(
                facts.resolutions().stream()
                        .map(it ->
                                "%s, %s: %s (%s)"
                                        .formatted(
                                                GermanFormat.FORM.day(it.decidedOn()),
                                                GermanWords.of("body", it.body().name()),
                                                it.subject(),
                                                GermanWords.of("outcome", it.outcome().name()))));
    }

    static @Nullable String bodyPositions(CaseFacts facts) {
        return lines(
                facts.bodyPositions().stream()
                        .map(it ->
                                "%s, %s: %s"
                                        .formatted(
                                                GermanFormat.FORM.day(it.heldOn()),
                                                it.body(),
                                                GermanWords.of("body-position", it.position()))));
    }

    static @Nullable String answers(CaseFacts facts) {
        return facts.synopsis() == null
                ? null
                : lines(
                        facts.synopsis().entries().stream()
                                .filter(it -> it.answer() != null)
                                .map(it -> facts.town(it.ags()) + ": " + it.answer()));
    }

    /** Each time as exact as it was planned, and in the timetable's words. */
    static @Nullable String milestones(CaseFacts facts) {
        return lines(
                facts.steps().stream()
                        .map(it -> "%s: %s".formatted(it.title(), it.planned().in(Locale.GERMAN))));
    }

    private static @Nullable String lines(Stream<String> points) {
        // A point is one line, whatever somebody typed into it.
        var text = points.map(it -> "- " + it.replaceAll("\\s+", " ")).collect(joining("\n"));
        return text.isEmpty() ? null : text;
    }
}
