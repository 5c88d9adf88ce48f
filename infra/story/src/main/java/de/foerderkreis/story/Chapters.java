package de.foerderkreis.story;

import de.foerderkreis.story.Chapter.Act;
import de.foerderkreis.story.Chapter.Told;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The table of contents: what happens on which day, and what people are told of it. */
final class Chapters {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Registration registration;
    private final Council council;
    private final Figures figures;
    private final Consultation consultation;
    private final StageOne stageOne;
    private final List<Chapter> chapters = new ArrayList<>();

    Chapters(Actors actors, Whereabouts where, Consultation consultation, StageOne stageOne) {
        this.registration = new Registration(actors);
        this.council = new Council(actors, where);
        this.figures = new Figures(actors, where);
        this.consultation = consultation;
        this.stageOne = stageOne;
    }

    List<Chapter> inOrder() {
        add(
                "2012-10-02",
                "Die Sachbearbeitung erfasst die 19 Kommunen, ihre Bürgermeister und die Partner.",
                "The clerk registers the 19 towns, their mayors and the partners",
                registration::people);
        add(
                "2012-10-02",
                "Die Sachbearbeitung eröffnet das Vorhaben KI Rhein-Sieg-Kreis.",
                "The clerk opens the case KI Rhein-Sieg-Kreis",
                council::opensCase);
        add(
                "2013-12-09",
                "Der Kreisausschuss stimmt einstimmig zu, eine Konzeption zu erstellen.",
                "The district committee agrees unanimously to draft the conception",
                council::committeeAgrees);
        add(
                "2014-02-10",
                "Die Kämmerei erfasst den Kostenplan: 80.000,00 € im Jahr.",
                "The treasurer enters the cost plan: 80,000.00 a year",
                figures::enterCostPlan);
        add(
                "2014-02-11",
                "Die Kämmerei zeigt jeder Kommune, was es sie kostet.",
                "The treasurer shows each town what it costs",
                figures::calculateLevyEffect);
        add(
                "2014-02-17",
                "Die 19 Bürgermeister werden bis zum 04.03.2014 um Stellungnahme gebeten.",
                "The clerk asks the 19 mayors for their opinion by 04.03.2014",
                consultation::open);
        answers(false);
        answers(true);
        add(
                "2014-03-20",
                "Der Kreistag beschließt mit Mehrheit, den Antrag zu stellen.",
                "The district council resolves to apply, by majority",
                council::resolvesToApply);
        add(
                "2014-04-15",
                "Der Antrag der Stufe 1 geht an das Ministerium.",
                "Stage 1 is submitted to the ministry",
                stageOne::submit);
        return List.copyOf(chapters);
    }

    private void answers(boolean late) {
        Town.all().stream()
                .filter(it -> it.answeredOn().isAfter(Story.DUE) == late)
                .sorted(Comparator.comparing(Town::answeredOn))
                .forEach(town ->
                        chapters.add(
                                new Chapter(
                                        town.answeredOn(),
                                        german(town),
                                        "The town %s answers%s"
                                                .formatted(
                                                        town.slug(),
                                                        late ? " after the deadline" : ""),
                                        () -> consultation.answer(town))));
    }

    private static String german(Town town) {
        var position =
                switch (town.position()) {
                    case "REJECT" -> "lehnt ab";
                    case "APPROVE" -> "stimmt zu";
                    default -> "nimmt Stellung, ohne zu werten";
                };
        return "%s %s%s (Demo: erfundene Position)."
                .formatted(
                        town.name(),
                        position,
                        town.answeredOn().isAfter(Story.DUE)
                                ? ", nach der Frist vom " + DAY.format(Story.DUE)
                                : "");
    }

    /** A chapter of the administration: whether it stood before makes no difference to tell. */
    private void add(String day, String german, String english, Runnable act) {
        Act play =
                () -> {
                    act.run();
                    return Told.PLAYED;
                };
        chapters.add(new Chapter(LocalDate.parse(day), german, english, play));
    }
}
