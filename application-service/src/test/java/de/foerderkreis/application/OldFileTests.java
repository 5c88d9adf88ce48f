package de.foerderkreis.application;

import static de.foerderkreis.application.Api.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An old file as a table (domain 2.17); the case is entered here on 14 February 2014. */
@RunningService
class OldFileTests {

    static final String HEADING =
            "Datum;Art;Gremium;Nummer;Betreff;Antragsteller;Ergebnis;Beschluss über;Beleg\n";
    static final String FILE =
            HEADING
                    + "02.10.2012;Antrag;;;Einrichtung eines Zentrums;CDU, Bündnis 90/Die Grünen;;;\n"
                    + "22.10.2012;Sitzung;Kreisausschuss;;;;;;\n"
                    + "05.11.2012;Bericht;;Bericht 1;Bericht der Verwaltung;;;;\n"
                    + "2013-12-09;Beschluss;Kreisausschuss;;Auftrag;;einstimmig;;niederschrift.txt\n"
                    + "10.12.2013;Beschluss;Kreistag;;Konzept;;mehrheitlich beschlossen;"
                    + "Integrationskonzept;niederschrift.txt\n";

    @Autowired Api api;
    @Autowired Events events;

    UUID caseId;

    @BeforeEach
    void openCase() {
        TestClock.set(LocalDate.of(2014, 2, 14));
        caseId = api.openCase();
        api.document(caseId, "Auszug");
    }

    @Test
    void aTableIsTriedThenLoadedOnceAndCarriesThatItWasRecordedAfterwards() {
        var trial = load("?dryRun=true", FILE);
        assertThat(trial.status()).as(trial.body()).isEqualTo(200);
        assertThat(trial.json().path("created").asInt()).isEqualTo(5);
        assertThat(trial.json().path("steps").get(3).path("what").asString())
                .isEqualTo("Kreisausschuss: Auftrag – einstimmig beschlossen");
        assertThat(steps()).as("a trial stores nothing").isZero();

        TestClock.set(LocalDate.of(2014, 3, 1));
        assertThat(load("", FILE).json().path("created").asInt()).isEqualTo(5);
        var council = api.get(CLERK, "/cases/" + caseId + "/council").json();
        for (var kind : List.of("motions", "meetings", "papers", "resolutions")) {
            var recording = council.path(kind).get(0).path("recording");
            assertThat(recording.path("afterwards").asBoolean()).as(kind).isTrue();
            assertThat(recording.path("by").asString()).isEqualTo("CLERK");
            assertThat(recording.path("at").asString()).startsWith("2014-03-01");
        }
        assertThat(council.path("motions").get(0).path("proposers")).hasSize(2);
        var adopted = council.path("resolutions").get(0);
        assertThat(adopted.path("outcome").asString()).isEqualTo("ADOPTED_UNANIMOUS");
        assertThat(adopted.path("documentSha256").asString()).hasSize(64);
        assertThat(council.path("resolutions").get(1).path("resolves").asString())
                .isEqualTo("CONCEPT");
        assertThat(events.of(caseId, "ResolutionAdopted")).hasSize(2);

        var again = load("", FILE);
        assertThat(again.json().path("created").asInt()).isZero();
        assertThat(again.json().path("unchanged").asInt()).isEqualTo(5);
        assertThat(steps()).isEqualTo(5);
        assertThat(events.of(caseId, "ResolutionAdopted")).hasSize(2);
    }

    /** Motions, as the database itself would take one of them twice; many, so that both meet. */
    @Test
    void twoWhoLoadTheSameTableAtOnceRecordItOnce() throws Exception {
        var motions =
                IntStream.range(0, 100)
                        .mapToObj(it -> "02.10.2012;Antrag;;;Zentrum %d;CDU\n".formatted(it))
                        .collect(Collectors.joining("", HEADING, ""));
        Callable<Api.Answer> once = () -> load("", motions);
        try (var people = Executors.newFixedThreadPool(2)) {
            var created = 0;
            for (var it : people.invokeAll(List.of(once, once))) {
                assertThat(it.get().status()).as(it.get().body()).isEqualTo(200);
                created += it.get().json().path("created").asInt();
            }
            assertThat(created).isEqualTo(100);
        }
        assertThat(steps()).isEqualTo(100);
    }

    @Test
    void everyErrorIsNamedWithItsCellAndNothingIsStored() {
        var file =
                HEADING
                        + "14.02.2014;Sitzung;Kreistag;;;;;;\n"
                        + "31.02.2013;Sitzung;Kreistag;;;;;;\n"
                        + "01.02.2013;Ausflug;;;;;;;\n"
                        + "01.02.2013;Sitzung;Gemeinderat;;;;;;\n"
                        + "01.02.2013;Antrag;;;;;;;\n"
                        + "01.02.2013;Beschluss;Kreistag;;Antrag;;mehrheitlich;Anderes;\n"
                        + "01.02.2013;Beschluss;Kreistag;;Antrag;;mehrheitlich;;fehlt.txt\n"
                        + "01.02.2013;Beschluss;Kreistag;;Antrag 2;;vielleicht;Haushalt;\n"
                        + "22.10.2012;Sitzung;Kreisausschuss;;;;;;\n"
                        + "22.10.2012;Sitzung;Kreisausschuss;;;;;;\n"
                        + "22.10.2012;Sitzung;Kreistag;;;CDU;;;\n"
                        + "22.10.2012;Bericht;;;Bericht;;;;;zu viel\n"
                        + ";Sitzung;Kreistag\n"
                        + "01.03.2013;Beschluss;Kreistag;;Konzept;;einstimmig;Anderes;fehlt.txt\n"
                        + "02.10.12;Sitzung;Kreistag\n"
                        + "02.10.0201;Sitzung;Kreistag\n"
                        + "02.10.2012;Anlage;;%s;%s;;;;\n"
                                .formatted("1".repeat(61), "x".repeat(501))
                        + "02.10.2012;Antrag;;;Zentrum;%s;;;\n".formatted("F".repeat(121))
                        + "02.10.2012;Antrag;;;Zentrum;%s;;;\n".formatted(twentyOneGroups());
        var trial = load("?dryRun=true", file);
        assertThat(trial.json().path("created").asInt()).isZero();
        assertThat(trial.json().path("steps")).hasSize(1);
        assertThat(errors(trial))
                .containsExactlyInAnyOrder(
                        "2 Datum not-past",
                        "3 Datum day",
                        "4 Art kind",
                        "5 Gremium body",
                        "6 Betreff text",
                        "6 Antragsteller proposers",
                        "7 Beleg proof-missing",
                        "8 Beschluss über resolves-missing",
                        "9 Ergebnis outcome",
                        "9 Beschluss über resolves",
                        "11  duplicate",
                        "12 Antragsteller not-here",
                        "13  cell-beyond",
                        "13 Nummer text",
                        "14 Datum missing",
                        "15 Beleg proof-unknown",
                        "16 Datum day",
                        "17 Datum day",
                        "18 Nummer text",
                        "18 Betreff text",
                        "19 Antragsteller proposers",
                        "20 Antragsteller proposers");
        var refused = load("", file);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("old-file-rejected");
        assertThat(refused.json().path("errors").get(0).path("message").asString())
                .contains("schon angelegt");
        assertThat(steps()).isZero();
    }

    @Test
    void aTableThatIsNoneIsRefused() {
        assertThat(code("")).isEqualTo("empty");
        assertThat(code(HEADING)).isEqualTo("empty");
        assertThat(code(HEADING + ";;;;;;;;\n")).isEqualTo("empty");
        assertThat(code("Datum;Art\nx;y\n")).isEqualTo("column-missing");
        assertThat(code(HEADING.replace("Datum", "Datum;datum"))).isEqualTo("column-twice");
        assertThat(code(HEADING.replace("Datum", "Datum;Ort"))).isEqualTo("column-unknown");
        assertThat(code(HEADING + "22.10.2012;Sitzung;Kreistag;;;;;;\n".repeat(201)))
                .isEqualTo("too-many");
        assertThat(code(HEADING + "x".repeat(200_001))).isEqualTo("too-large");
        assertThat(code(HEADING + "\"22.10.2012\"x;Sitzung\n")).isEqualTo("malformed");
        assertThat(code(HEADING + '\0')).isEqualTo("not-csv");
        assertThat(code("PK\u0003\u0004")).isEqualTo("not-csv");
        var latin = (HEADING + "ü").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(errors(load("?dryRun=true", latin))).containsExactly("0  encoding");
    }

    @Test
    void whatASpreadsheetWritesIsRead() {
        var comma =
                "\uFEFFart,DATUM,Gremium,Nummer,Betreff,Antragsteller,Ergebnis,Beschluss über,Beleg,,\r\n"
                        + ",,,,,,,,,,\r\n"
                        + "\r\n"
                        + "Antrag,2.10.2012,,,\"Einrichtung,\r\nsofort\",\"CDU, FDP\",,,,,\r\n"
                        + "Sitzung,2.10.2012,kreistag\r\n"
                        + "Ausflug,2.10.2012\r\n";
        var trial = load("?dryRun=true", comma);
        assertThat(errors(trial)).containsExactly("6 Art kind");
        var motion = trial.json().path("steps").get(0);
        assertThat(motion.path("row").asInt()).isEqualTo(4);
        assertThat(motion.path("what").asString()).isEqualTo("Einrichtung, sofort (CDU, FDP)");
    }

    @Test
    void aStepAlreadyThereWithOtherDetailsIsNotTakenTwice() {
        load("", FILE);
        for (var other :
                List.of(
                        FILE.replace("einstimmig", "mehrheitlich"),
                        FILE.replace(";Integrationskonzept", ";Anderes"),
                        FILE.replace("CDU, ", ""),
                        FILE.replace("Bericht der Verwaltung", "Zweiter Bericht"))) {
            assertThat(errors(load("?dryRun=true", other)))
                    .singleElement()
                    .asString()
                    .endsWith("differs");
            assertThat(load("", other).status()).isEqualTo(422);
        }
        assertThat(steps()).isEqualTo(5);
        var second = api.document(caseId, "Anderer Auszug");
        assertThat(errors(load("?dryRun=true", FILE.replace("niederschrift.txt", second))))
                .containsExactly("5  differs", "6  differs");
    }

    @Test
    void documentsOfOneNameAreToldApartByTheirHash() {
        var second = api.document(caseId, "Anderer Auszug");
        assertThat(code(FILE)).isEqualTo("proof-ambiguous");
        var exact = load("", FILE.replace("niederschrift.txt", second));
        assertThat(exact.status()).as(exact.body()).isEqualTo(200);
        assertThat(
                        api.get(CLERK, "/cases/" + caseId + "/council")
                                .json()
                                .path("resolutions")
                                .get(0)
                                .path("documentSha256")
                                .asString())
                .isEqualTo(second);
    }

    @Test
    void aCaseHasRoomForAsManyStepsAsCanBeFoundAgain() {
        var full =
                IntStream.range(0, 200)
                        .mapToObj(
                                it -> LocalDate.of(2012, 1, 1).plusDays(it) + ";Sitzung;Kreistag\n")
                        .collect(Collectors.joining("", HEADING, ""));
        assertThat(load("", full).json().path("created").asInt()).isEqualTo(200);
        assertThat(load("", full).json().path("unchanged").asInt()).isEqualTo(200);
        assertThat(code(HEADING + "01.01.2011;Sitzung;Kreistag\n")).isEqualTo("case-full");
    }

    private static String twentyOneGroups() {
        return IntStream.rangeClosed(1, 21)
                .mapToObj(it -> "Gruppe " + it)
                .collect(Collectors.joining(", "));
    }

    private Api.Answer load(String how, String file) {
        return load(how, file.getBytes(StandardCharsets.UTF_8));
    }

    private Api.Answer load(String how, byte[] file) {
        return api.upload(CLERK, "/cases/" + caseId + "/council/old-file" + how, "a.csv", file);
    }

    private String code(String file) {
        var trial = load("?dryRun=true", file);
        assertThat(trial.status()).as(trial.body()).isEqualTo(200);
        return trial.json().path("errors").path(0).path("code").asString();
    }

    private static List<String> errors(Api.Answer trial) {
        assertThat(trial.status()).as(trial.body()).isEqualTo(200);
        return trial.json()
                .path("errors")
                .valueStream()
                .map(it ->
                        "%d %s %s"
                                .formatted(
                                        it.path("row").asInt(),
                                        it.path("column").asString(),
                                        it.path("code").asString()))
                .toList();
    }

    private int steps() {
        var council = api.get(CLERK, "/cases/" + caseId + "/council").json();
        return council.path("motions").size()
                + council.path("meetings").size()
                + council.path("papers").size()
                + council.path("resolutions").size();
    }
}
