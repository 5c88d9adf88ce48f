package de.foerderkreis.application.facts;

import static java.util.stream.Collectors.joining;

import de.foerderkreis.application.document.GermanFormat;
import de.foerderkreis.application.reference.CaseFigures.CostTable;
import de.foerderkreis.application.reference.CaseFigures.LevyLine;
import de.foerderkreis.application.reference.CaseFigures.LevyTable;
import de.foerderkreis.application.reference.CaseFigures.Staffing;
import de.foerderkreis.application.reference.References.Round;
import de.foerderkreis.platform.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value a text may name as {@code {{key}}}; the value is German, absent while it is not known.
 * Values of several lines are lists and stand on a line of their own.
 */
enum Placeholder {
    KREIS_NAME("kreis.name", CaseFacts::district),
    VORHABEN_TITEL("vorhaben.titel", it -> it.file().title()),
    VORHABEN_AKTENZEICHEN("vorhaben.aktenzeichen", it -> it.file().fileReference()),
    VORHABEN_BEGINN("vorhaben.beginn", it -> day(it.file().openedOn())),
    PROGRAMM_TITEL("programm.titel", it -> it.programme().title().de()),
    PROGRAMM_ENDE("programm.ende", it -> day(it.programme().validTo())),
    PROGRAMM_RECHTSGRUNDLAGE("programm.rechtsgrundlage", FactLists::legalBasis),
    PROGRAMM_HOECHSTBETRAG("programm.hoechstbetrag", it -> money(it.programme().grantCapPerYear())),
    PROGRAMM_STELLEN(
            "programm.stellen",
            it -> GermanFormat.FORM.posts(it.programme().maxPosts().toPlainString())),
    PROGRAMM_STELLENLISTE("programm.stellenliste", FactLists::posts),
    PROGRAMM_STUFEN("programm.stufen", FactLists::stages),
    STELLEN_VZAE("stellen.vzae", staffing(it -> GermanFormat.FORM.posts(it.fte()))),
    STELLEN_LEHRKRAEFTE("stellen.lehrkraefte", staffing(it -> "" + it.teachers())),
    STELLEN_ARBEITSPLAETZE("stellen.arbeitsplaetze", staffing(it -> "" + it.workplaces())),
    STELLEN_RAEUME("stellen.raeume", staffing(it -> "" + it.rooms())),
    AUSKUENFTE("auskunft.liste", FactLists::rulings),
    KOSTEN_BRUTTO("kosten.brutto", costs(CostTable::gross)),
    KOSTEN_FOERDERUNG("kosten.foerderung", costs(CostTable::grant)),
    KOSTEN_EINSPARUNG("kosten.einsparung", costs(CostTable::saving)),
    KOSTEN_NETTO("kosten.netto", costs(CostTable::net)),
    UMLAGE_SUMME("umlage.summe", levy(it -> money(it.amount()))),
    UMLAGE_PUNKTE("umlage.prozentpunkte", levy(it -> GermanFormat.FORM.decimal(it.rateDelta()))),
    UMLAGE_JAHR(
            "umlage.jahr",
            levy(it -> Optional.ofNullable(it.year()).map(String::valueOf).orElse(null))),
    UMLAGE_HOECHSTER("umlage.hoechster", it -> share(it, Comparator.reverseOrder())),
    UMLAGE_NIEDRIGSTER("umlage.niedrigster", it -> share(it, Comparator.naturalOrder())),
    ANFORDERUNGEN("anforderungen.liste", FactLists::requirements),
    SCHWERPUNKTE("schwerpunkte.liste", FactLists::priorities),
    GREMIEN_BESCHLUESSE("gremien.beschluesse", FactLists::resolutions),
    BETEILIGUNG_VERSAND("beteiligung.versand", round(it -> optionalDay(it.sentOn()))),
    BETEILIGUNG_FRIST("beteiligung.frist", round(it -> optionalDay(it.dueOn()))),
    BETEILIGUNG_GEFRAGT("beteiligung.gefragt", round(it -> "" + it.asked())),
    BETEILIGUNG_EINGEGANGEN("beteiligung.eingegangen", closed(it -> "" + it.onTime())),
    BETEILIGUNG_ABLEHNEND("beteiligung.ablehnend", closed(it -> count(it, "REJECT"))),
    BETEILIGUNG_ZUSTIMMEND("beteiligung.zustimmend", closed(it -> count(it, "APPROVE"))),
    BETEILIGUNG_HALTUNGEN("beteiligung.haltungen", closed(Positions::counted)),
    BETEILIGUNG_VERSPAETET("beteiligung.verspaetet", closed(it -> "" + it.late())),
    BETEILIGUNG_OHNE_ANTWORT(
            "beteiligung.ohne_antwort", closed(it -> "" + it.unansweredInTime().size())),
    BETEILIGUNG_GREMIEN("beteiligung.gremien", FactLists::bodyPositions),
    BETEILIGUNG_ANTWORTEN("beteiligung.antworten", FactLists::answers),
    ZEITPLAN("zeitplan.liste", FactLists::milestones);

    private final String key;
    private final Function<CaseFacts, @Nullable String> value;

    Placeholder(String key, Function<CaseFacts, @Nullable String> value) {
        this.key = key;
        this.value = value;
    }

    static Optional<Placeholder> of(String key) {
        for (var it : values()) {
            if (it.key.equals(key)) {
                return Optional.of(it);
            }
        }
        return Optional.empty();
    }

    static String all() {
        return java.util.Arrays.stream(values()).map(it -> it.key).collect(joining(", "));
    }

    String key() {
        return key;
    }

    Optional<String> valueIn(CaseFacts facts) {
        return Optional.ofNullable(value.apply(facts)).filter(it -> !it.isBlank());
    }

    private static Function<CaseFacts, @Nullable String> costs(Function<CostTable, Money> part) {
        return it -> it.costs() == null ? null : money(part.apply(it.costs()));
    }

    private static Function<CaseFacts, @Nullable String> levy(
            Function<LevyTable, @Nullable String> part) {
        return it -> it.levy() == null ? null : part.apply(it.levy());
    }

    private static Function<CaseFacts, @Nullable String> staffing(Function<Staffing, String> part) {
        return it -> it.staffing() == null ? null : part.apply(it.staffing());
    }

    private static Function<CaseFacts, @Nullable String> round(
            Function<Round, @Nullable String> part) {
        return it -> it.round() == null ? null : part.apply(it.round());
    }

    /** Counts say something only once the round is closed. */
    private static Function<CaseFacts, @Nullable String> closed(Function<Round, String> part) {
        return it -> it.round() == null || !it.round().closed() ? null : part.apply(it.round());
    }

    private static String count(Round round, String position) {
        return ""
                + round.statements().stream()
                        .filter(it -> !it.late() && it.position().equals(position))
                        .count();
    }

    private static @Nullable String share(CaseFacts facts, Comparator<Money> order) {
        return facts.levy() == null
                ? null
                : facts.levy().lines().stream()
                        .min(Comparator.comparing(LevyLine::share, order))
                        .map(it -> facts.town(it.ags()) + " mit " + money(it.share()))
                        .orElse(null);
    }

    private static String money(Money amount) {
        return GermanFormat.FORM.money(amount);
    }

    private static String day(LocalDate day) {
        return GermanFormat.FORM.day(day);
    }

    private static @Nullable String optionalDay(@Nullable LocalDate day) {
        return day == null ? null : day(day);
    }
}
