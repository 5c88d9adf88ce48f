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
    private final Planning planning;
    private final Bodies bodies;
    private final Cooperation cooperation;
    private final Document document;
    private final Errands errands;
    private final Synopsis synopsis;
    private final Consultation consultation;
    private final StageOne stageOne;
    private final List<Chapter> chapters = new ArrayList<>();

    Chapters(
            Actors actors,
            Whereabouts where,
            DemoMailbox mailbox,
            Consultation consultation,
            StageOne stageOne) {
        this.registration = new Registration(actors);
        this.council = new Council(actors, where);
        this.figures = new Figures(actors, where);
        this.planning = new Planning(actors, where);
        this.bodies = new Bodies(actors, where);
        this.cooperation = new Cooperation(actors, where, mailbox);
        this.document = new Document(actors, where);
        this.errands = new Errands(actors, where);
        this.synopsis = new Synopsis(actors, where);
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
                "2012-10-22",
                "Der Kreisausschuss nimmt den Antrag zur Kenntnis.",
                "The district committee takes note of the motion",
                council::committeeTakesNote);
        add(
                "2012-11-19",
                "Die Verwaltung berichtet dem Kreisausschuss.",
                "The administration reports to the district committee",
                council::committeeHearsTheFirstReport);
        add(
                "2013-03-11",
                "Der Kreisausschuss vertagt: zunächst weitere Gespräche mit den Kommunen.",
                "The district committee defers: further talks with the towns first",
                council::committeeDefers);
        add(
                "2013-12-05",
                "Die Sachbearbeitung erledigt die Aufgabe: Die weiteren Gespräche sind geführt.",
                "The clerk closes the task: the further talks are held",
                errands::talksAreHeld);
        add(
                "2013-12-05",
                "CDU und Grüne beantragen eine Konzeption zur Antragstellung.",
                "Two groups move that a conception be drafted",
                council::groupsMoveAgain);
        add(
                "2013-12-09",
                "Der Kreisausschuss stimmt einstimmig zu, eine Konzeption zu erstellen.",
                "The district committee agrees unanimously to draft the conception",
                council::committeeAgrees);
        add(
                "2014-01-23",
                "Der Arbeitskreis KI trifft sich zum ersten Mal, überwiegend ablehnend.",
                "The working group meets for the first time, mostly rejecting",
                bodies::workingGroupMeets);
        add(
                "2014-02-05",
                "Die Landesweite Koordinierungsstelle lehnt ein kleineres KI ab.",
                "The state's coordination office refuses a smaller centre",
                planning::adviserRefuses);
        add(
                "2014-02-06",
                "Die Kämmerei plant 3,5 Stellen, 2 Lehrkräfte und 8 Arbeitsplätze.",
                "The treasurer plans 3.5 posts, 2 teachers and 8 workplaces",
                planning::planPosts);
        add(
                "2014-02-07",
                "Sechs Partner werden um Mitwirkung gebeten; vier bestätigen über den Link in ihrer Mail.",
                "Six partners are asked to cooperate; four confirm by the link in their mail",
                cooperation::asksAndFourConfirm);
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
                "2014-02-11",
                "Ein Partner bestätigt seine Mitwirkung mit einem Brief.",
                "One partner confirms its cooperation by letter",
                cooperation::oneConfirmsByLetter);
        add(
                "2014-02-14",
                "Der Landrat gibt die Konzeption in der Fassung 1 frei.",
                "The Landrat releases version 1 of the conception",
                document::releaseFirst);
        add(
                "2014-02-14",
                "Die Sachbearbeitung erledigt den Auftrag, die Konzeption zu erstellen.",
                "The clerk closes the task to draft the conception",
                errands::conceptionIsWritten);
        add(
                "2014-02-17",
                "Die 19 Bürgermeister werden bis zum 04.03.2014 um Stellungnahme gebeten.",
                "The clerk asks the 19 mayors for their opinion by 04.03.2014",
                consultation::open);
        add(
                "2014-02-19",
                "Die Konferenz der Sozialdezernenten äußert sich überwiegend ablehnend.",
                "The conference of social heads mostly rejects",
                bodies::socialHeadsMeet);
        add(
                "2014-02-21",
                "Die Bürgermeister möchten die Koordinierungsstelle hören; das wird verschoben.",
                "The mayors wish to hear the coordination office; that is postponed",
                bodies::mayorsMeet);
        answers(false);
        answers(true);
        add(
                "2014-03-07",
                "Die Antworten der Verwaltung werden freigegeben; das Dossier entsteht.",
                "The administration's answers are released; the dossier is made",
                () -> {
                    synopsis.answerAndRelease();
                    document.makeDossier();
                });
        add(
                "2014-03-10",
                "Der Kreisausschuss empfiehlt die Antragstellung mit Mehrheit.",
                "The district committee recommends to apply, by majority",
                council::committeeRecommends);
        add(
                "2014-03-20",
                "Der Kreistag beschließt mit Mehrheit, den Antrag zu stellen.",
                "The district council resolves to apply, by majority",
                council::resolvesToApply);
        add(
                "2014-04-15",
                "Das gemeinsame Einsatzmanagement von Kreis und Land wird gegründet.",
                "The joint deployment management of district and state is founded",
                bodies::deploymentManagementIsFounded);
        add(
                "2014-04-15",
                "Der Antrag der Stufe 1 geht an das Ministerium.",
                "Stage 1 is submitted to the ministry",
                stageOne::submit);
        return chapters.stream().sorted(Comparator.comparing(Chapter::day)).toList();
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
