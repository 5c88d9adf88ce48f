package de.foerderkreis.story;

import static java.util.Map.entry;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The demo story (domain reference, section 7): what happens in the Rhein-Sieg-Kreis from the first
 * motion to the submitted application, each chapter on its business day, by the user whose task it
 * is, through the gateway. A chapter that has been played is recognised by what it left behind and
 * is not played again.
 */
public final class Story {

    /** Day on which the demo stands after the start: the first reminder has just gone out. */
    public static final LocalDate DEMO_DAY = LocalDate.of(2014, 2, 25);

    public static final String FILE_REFERENCE = "50.2-KI-2012";
    public static final String CASE_TITLE = "KI Rhein-Sieg-Kreis";
    public static final LocalDate DUE = LocalDate.of(2014, 3, 4);

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String APPLICATION = "/api/application/v1";
    private static final String FINANCE = "/api/finance/v1";
    private static final String STAKEHOLDER = "/api/stakeholder/v1";
    private static final String NOTIFICATION = "/api/notification/v1";

    private final Actors actors;
    private final Consumer<String> progress;

    public Story(URI portal, String demoPassword, Consumer<String> progress) {
        this(new Actors(portal, demoPassword), progress);
    }

    public Story(Actors actors, Consumer<String> progress) {
        this.actors = actors;
        this.progress = progress;
    }

    /** Plays every chapter up to and including this business day. */
    public void playTo(LocalDate day) {
        for (Chapter chapter : chapters()) {
            if (chapter.day().isAfter(day)) {
                break;
            }
            progress.accept(chapter.sentence());
            moveClockTo(chapter.day(), LocalTime.of(8, 0));
            chapter.play().run();
        }
        moveClockTo(day, LocalTime.of(8, 0));
    }

    List<Chapter> chapters() {
        var chapters = new ArrayList<Chapter>();
        chapters.add(
                new Chapter(
                        LocalDate.of(2012, 10, 2),
                        "The clerk registers the 19 towns, their mayors and the partners",
                        this::registerPeople));
        chapters.add(
                new Chapter(
                        LocalDate.of(2012, 10, 2),
                        "The clerk opens the case KI Rhein-Sieg-Kreis",
                        this::openCase));
        chapters.add(
                new Chapter(
                        LocalDate.of(2013, 12, 9),
                        "The district committee agrees unanimously to draft the conception",
                        this::committeeAgrees));
        chapters.add(
                new Chapter(
                        LocalDate.of(2014, 2, 10),
                        "The treasurer enters the cost plan: 80,000.00 a year",
                        this::enterCostPlan));
        chapters.add(
                new Chapter(
                        LocalDate.of(2014, 2, 11),
                        "The treasurer shows each town what it costs",
                        this::calculateLevyEffect));
        chapters.add(
                new Chapter(
                        LocalDate.of(2014, 2, 17),
                        "The clerk asks the 19 mayors for their opinion by 04.03.2014",
                        this::openConsultation));
        Town.all().stream()
                .filter(it -> !it.answeredOn().isAfter(DUE))
                .sorted(java.util.Comparator.comparing(Town::answeredOn))
                .forEach(town ->
                        chapters.add(
                                new Chapter(
                                        town.answeredOn(),
                                        "The town %s answers".formatted(town.slug()),
                                        () -> answer(town))));
        Town.all().stream()
                .filter(it -> it.answeredOn().isAfter(DUE))
                .forEach(town ->
                        chapters.add(
                                new Chapter(
                                        town.answeredOn(),
                                        "The town %s answers after the deadline"
                                                .formatted(town.slug()),
                                        () -> answer(town))));
        chapters.add(
                new Chapter(
                        LocalDate.of(2014, 3, 20),
                        "The district council resolves to apply, by majority",
                        this::councilResolves));
        chapters.add(
                new Chapter(
                        LocalDate.of(2014, 4, 15),
                        "Stage 1 is submitted to the ministry",
                        this::submitStage1));
        return chapters;
    }

    /** One thing that happens. */
    record Chapter(LocalDate day, String sentence, Runnable play) {}

    // ---- chapters

    private void registerPeople() {
        var clerk = actors.clerk();
        var district = clerk.get(STAKEHOLDER + "/district").expect(200).json();
        if (district.path("version").isNull()) {
            var named = new java.util.HashMap<String, Object>();
            named.put("version", null);
            named.put("name", "Rhein-Sieg-Kreis");
            named.put("quietDays", List.of("ROSENMONTAG"));
            clerk.put(STAKEHOLDER + "/district", named).expect(200, 201);
        }
        clerk.upload(
                        STAKEHOLDER + "/municipalities/import?dryRun=false",
                        "municipalities.csv",
                        "text/csv",
                        Town.bytes("municipalities.csv"))
                .expect(200, 201);
        var known =
                texts(
                        items(clerk.get(STAKEHOLDER + "/office-holders").expect(200).json()),
                        "email");
        for (Town town : Town.all()) {
            var host = "@" + town.slug() + ".example";
            holder(
                    known,
                    town.ags(),
                    "MAYOR",
                    town.salutation(),
                    town.mayor(),
                    "mayor-" + town.slug() + host);
            holder(
                    known,
                    town.ags(),
                    "OFFICIAL",
                    "NEUTRAL",
                    town.official(),
                    "official-" + town.slug() + host);
        }
        var host = "@rhein-sieg-kreis.example";
        holder(known, "05382", "CLERK", "NEUTRAL", "Alex Muster", "clerk" + host);
        holder(known, "05382", "HEAD", "NEUTRAL", "Kim Leitner", "head" + host);
        holder(known, "05382", "TREASURER", "NEUTRAL", "Toni Kasse", "treasurer" + host);
        holder(known, "05382", "LANDRAT", "HERR", "Lothar Landmann", "landrat" + host);
        var partners =
                texts(items(clerk.get(STAKEHOLDER + "/partners").expect(200).json()), "alias");
        partner(partners, "jobcenter", "Jobcenter Rhein-Sieg (Demo)", "JOBCENTER");
        partner(partners, "caritas", "Wohlfahrtsverband (Demo)", "WELFARE_ASSOCIATION");
        partner(
                partners,
                "bildungsnetzwerk",
                "Regionales Bildungsnetzwerk (Demo)",
                "EDUCATION_NETWORK");

        var treasurer = actors.treasurer();
        if (items(treasurer.get(FINANCE + "/levy-bases").expect(200).json()).isEmpty()) {
            // finance learns the towns by event; until then it rightly refuses their figures
            var base =
                    Patience.until(
                            "finance-service knows the 19 towns",
                            () -> {
                                var imported =
                                        treasurer.upload(
                                                FINANCE
                                                        + "/levy-bases/import?year=2014&status=FINAL&dryRun=false",
                                                "municipalities.csv",
                                                "text/csv",
                                                Town.bytes("municipalities.csv"));
                                return imported.status() < 300
                                        ? Optional.of(imported.text("baseId"))
                                        : Optional.empty();
                            });
            var version =
                    treasurer
                            .get(FINANCE + "/levy-bases/" + base)
                            .expect(200)
                            .json()
                            .path("version")
                            .asLong();
            treasurer
                    .post(
                            FINANCE + "/levy-bases/" + base + "/publication",
                            Map.of("version", version))
                    .expect(200, 201, 204);
        }
    }

    private void holder(
            List<String> known,
            String organisation,
            String function,
            String salutation,
            String name,
            String email) {
        if (!known.contains(email)) {
            actors.clerk()
                    .post(
                            STAKEHOLDER + "/office-holders",
                            Map.of(
                                    "organisation",
                                    organisation,
                                    "function",
                                    function,
                                    "salutation",
                                    salutation,
                                    "name",
                                    name,
                                    "email",
                                    email,
                                    "validFrom",
                                    "2009-10-21"))
                    .expect(201);
        }
    }

    private void partner(List<String> known, String slug, String name, String category) {
        if (!known.contains("05382-" + slug)) {
            actors.clerk()
                    .post(
                            STAKEHOLDER + "/partners",
                            Map.of(
                                    "slug",
                                    slug,
                                    "name",
                                    name,
                                    "category",
                                    category,
                                    "email",
                                    "partner-" + slug + "@" + slug + ".example",
                                    "contactName",
                                    "Kontakt " + slug,
                                    "salutation",
                                    "NEUTRAL",
                                    "language",
                                    "de",
                                    "subscriptions",
                                    List.of("ConsultationOpened", "ApplicationSubmitted")))
                    .expect(201);
        }
    }

    private void openCase() {
        if (findCase().isEmpty()) {
            actors.clerk()
                    .post(
                            APPLICATION + "/cases",
                            Map.of(
                                    "title",
                                    CASE_TITLE,
                                    "programmeCode",
                                    "KI-2012",
                                    "fileReference",
                                    FILE_REFERENCE,
                                    "openedOn",
                                    "2012-10-02"))
                    .expect(201);
        }
    }

    private void committeeAgrees() {
        resolve(
                "KREISAUSSCHUSS",
                "2013-12-09",
                "ADOPTED_UNANIMOUS",
                "Auftrag, eine Konzeption zur Antragstellung zu erstellen");
    }

    private void councilResolves() {
        resolve(
                "KREISTAG",
                "2014-03-20",
                "ADOPTED_MAJORITY",
                "Einrichtung eines Kommunalen Integrationszentrums und Antragstellung");
    }

    private void resolve(String body, String day, String outcome, String subject) {
        var path = APPLICATION + "/cases/" + caseId();
        var known =
                texts(
                        items(actors.clerk().get(path + "/resolutions").expect(200).json()),
                        "decidedOn");
        if (!known.contains(day)) {
            var minutes = "Niederschrift (Demo) %s %s: %s\n".formatted(body, day, subject);
            var document =
                    actors.clerk()
                            .upload(
                                    path + "/documents",
                                    "niederschrift-" + day + ".txt",
                                    "text/plain",
                                    minutes.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                            .expect(200, 201)
                            .text("sha256");
            actors.clerk()
                    .post(
                            path + "/resolutions",
                            Map.of(
                                    "body",
                                    body,
                                    "decidedOn",
                                    day,
                                    "outcome",
                                    outcome,
                                    "subject",
                                    subject,
                                    "documentSha256",
                                    document))
                    .expect(201);
        }
    }

    private void enterCostPlan() {
        var path = FINANCE + "/cases/" + caseId() + "/cost-plan";
        var treasurer = actors.treasurer();
        Patience.until(
                "finance-service knows the case and its programme",
                () -> {
                    var current = treasurer.get(path);
                    if (current.status() == 200 && !items(current.json().path("items")).isEmpty()) {
                        return Optional.of(true);
                    }
                    var plan =
                            Map.ofEntries(
                                    entry(
                                            "items",
                                            List.of(
                                                    item(
                                                            "Pädagogische Fachkräfte",
                                                            "PERSONNEL",
                                                            true,
                                                            "2.0",
                                                            "65000.00",
                                                            "EDUCATION_SPECIALIST"),
                                                    item(
                                                            "Verwaltungsfachkraft",
                                                            "PERSONNEL",
                                                            true,
                                                            "1.0",
                                                            "58000.00",
                                                            "ADMIN_SPECIALIST"),
                                                    item(
                                                            "Verwaltungshilfskraft",
                                                            "PERSONNEL",
                                                            true,
                                                            "0.5",
                                                            "44000.00",
                                                            "ADMIN_ASSISTANT"),
                                                    item(
                                                            "Arbeitsplätze (Räume, Technik)",
                                                            "MATERIAL",
                                                            false,
                                                            "8",
                                                            "4500.00",
                                                            null),
                                                    item(
                                                            "Verwaltungskosten",
                                                            "MATERIAL",
                                                            false,
                                                            "1",
                                                            "18000.00",
                                                            null),
                                                    item(
                                                            "Lehr- und Lernmittel",
                                                            "MATERIAL",
                                                            false,
                                                            "1",
                                                            "10000.00",
                                                            null),
                                                    item(
                                                            "Projektmittel",
                                                            "MATERIAL",
                                                            false,
                                                            "1",
                                                            "40000.00",
                                                            null),
                                                    item(
                                                            "Reisekosten",
                                                            "MATERIAL",
                                                            false,
                                                            "1",
                                                            "6000.00",
                                                            null),
                                                    item(
                                                            "Personalkostenzuschuss des Landes",
                                                            "GRANT",
                                                            false,
                                                            "1",
                                                            "170000.00",
                                                            null),
                                                    item(
                                                            "Auflösung der bisherigen Integrationsstelle",
                                                            "SAVING",
                                                            false,
                                                            "1",
                                                            "70000.00",
                                                            null))));
                    return treasurer.put(path, plan).status() < 300
                            ? Optional.of(true)
                            : Optional.empty();
                });
    }

    private static Map<String, Object> item(
            String label,
            String category,
            boolean eligible,
            String quantity,
            String unit,
            @Nullable String post) {
        var item =
                new java.util.HashMap<String, Object>(
                        Map.of(
                                "label",
                                label,
                                "category",
                                category,
                                "eligible",
                                eligible,
                                "quantity",
                                quantity,
                                "unitAmount",
                                unit));
        if (post != null) {
            item.put("postCategory", post);
        }
        return item;
    }

    private void calculateLevyEffect() {
        var treasurer = actors.treasurer();
        var path = FINANCE + "/cases/" + caseId() + "/levy-effects";
        if (items(treasurer.get(path).expect(200).json()).isEmpty()) {
            var base =
                    items(treasurer.get(FINANCE + "/levy-bases").expect(200).json())
                            .getFirst()
                            .path("id")
                            .asString();
            treasurer.post(path, Map.of("baseId", base)).expect(201);
        }
    }

    private void openConsultation() {
        var clerk = actors.clerk();
        var id = caseId();
        if (findRound(id).isPresent()) {
            return;
        }
        var round =
                clerk.post(
                                STAKEHOLDER + "/rounds",
                                Map.of(
                                        "caseId",
                                        id,
                                        "title",
                                        "Entwurf der Konzeption: Stellungnahme der Städte und Gemeinden",
                                        "kind",
                                        "DRAFT_OPINION",
                                        "agreementMode",
                                        "OPINION",
                                        "silenceMeans",
                                        "NO_REPLY",
                                        "dueOn",
                                        DUE.toString(),
                                        "reminderDaysBefore",
                                        List.of(7, 2)))
                        .expect(201)
                        .json();
        clerk.post(
                        STAKEHOLDER + "/rounds/" + round.path("id").asString() + "/opening",
                        Map.of("version", round.path("version").asLong()))
                .expect(200);
    }

    /** The official drafts, the mayor submits; a town that has answered keeps its answer. */
    public void answer(Town town) {
        var path = STAKEHOLDER + "/rounds/" + roundId() + "/statement";
        var official = actors.official(town);
        var mayor = actors.mayor(town);
        var current = official.get(path);
        if (current.status() == 200 && !current.json().path("delivered").isEmpty()) {
            return;
        }
        var draft = new java.util.HashMap<String, Object>();
        draft.put("position", town.position());
        draft.put("reasons", town.reasons());
        draft.put("text", "Demo: erfundene Position. " + sentence(town.position()));
        if (current.status() == 200
                && current.json().has("version")
                && !current.json().path("version").isNull()) {
            draft.put("version", current.json().path("version").asLong());
        }
        var saved = official.put(path, draft).expect(200, 201).json();
        var handedOver =
                official.post(
                                path + "/sign-off-request",
                                Map.of("version", saved.path("version").asLong()))
                        .expect(200)
                        .json();
        mayor.post(path + "/submission", Map.of("version", handedOver.path("version").asLong()))
                .expect(200, 201);
    }

    private static String sentence(String position) {
        return switch (position) {
            case "REJECT" ->
                    "Die Einrichtung wird wegen der Mehrkosten und der vor Ort bereits geleisteten Integrationsarbeit abgelehnt.";
            case "APPROVE" -> "Die Einrichtung wird begrüßt.";
            default -> "Die Stadt enthält sich einer Wertung.";
        };
    }

    private void submitStage1() {
        var path = APPLICATION + "/cases/" + caseId();
        var clerk = actors.clerk();
        var applications = items(clerk.get(path + "/applications").expect(200).json());
        if (applications.stream()
                .anyMatch(it ->
                        it.path("stage").asInt() == 1
                                && !List.of("DRAFT", "WITHDRAWN", "REJECTED")
                                        .contains(it.path("status").asString()))) {
            return;
        }
        prepareRequirements();
        waiveAnnexes();
        var draft = clerk.post(path + "/applications", Map.of("stage", 1)).expect(201).json();
        var application = path + "/applications/" + draft.path("id").asString();
        clerk.post(application + "/review", Map.of("version", version(clerk, application)))
                .expect(200);
        var head = actors.as("head");
        head.post(application + "/approval", Map.of("version", version(head, application)))
                .expect(200);
        var landrat = actors.as("landrat");
        landrat.post(application + "/submission", Map.of("version", version(landrat, application)))
                .expect(200);
    }

    /**
     * Says of every requirement how it stands: R1 promised (F41), the others fulfilled by
     * declaration.
     */
    public void prepareRequirements() {
        var clerk = actors.clerk();
        var path = APPLICATION + "/cases/" + caseId() + "/requirements";
        for (JsonNode requirement : items(clerk.get(path).expect(200).json())) {
            var code = requirement.path("code").asString();
            var status = requirement.path("status").asString();
            if (List.of("FULFILLED", "PROMISED", "WAIVED").contains(status)) {
                continue;
            }
            var change =
                    code.equals("R1")
                            ? Map.of(
                                    "version",
                                    requirement.path("version").asLong(),
                                    "status",
                                    "PROMISED",
                                    "dueOn",
                                    "2015-12-31",
                                    "reason",
                                    "Fortschreibung nach Einrichtung des KI (Anmerkung zu Nr. 1)")
                            : Map.of(
                                    "version",
                                    requirement.path("version").asLong(),
                                    "status",
                                    "WAIVED",
                                    "reason",
                                    "Demo: wird nach Einrichtung belegt");
            clerk.put(path + "/" + code, change).expect(200);
        }
    }

    /** Waives each annex that nobody has supplied, with a reason. */
    public void waiveAnnexes() {
        var clerk = actors.clerk();
        var path = APPLICATION + "/cases/" + caseId() + "/annexes";
        for (JsonNode annex : items(clerk.get(path).expect(200).json())) {
            if (annex.path("status").asString().equals("MISSING")) {
                clerk.put(
                                path + "/" + annex.path("no").asInt(),
                                Map.of(
                                        "version",
                                        annex.path("version").asLong(),
                                        "waivedReason",
                                        "Demo: Anhang lag der Vorlage nicht bei"))
                        .expect(200);
            }
        }
    }

    // ---- finding one's way

    public String caseId() {
        return findCase()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "The case " + FILE_REFERENCE + " has not been opened"));
    }

    public Optional<String> findCase() {
        return items(actors.clerk().get(APPLICATION + "/cases").expect(200).json()).stream()
                .filter(it -> it.path("fileReference").asString().equals(FILE_REFERENCE))
                .map(it -> it.path("id").asString())
                .findFirst();
    }

    public String roundId() {
        return findRound(caseId())
                .orElseThrow(() -> new IllegalStateException("No consultation has been opened"));
    }

    public Optional<String> findRound(String caseId) {
        return items(actors.clerk().get(STAKEHOLDER + "/rounds").expect(200).json()).stream()
                .filter(it -> it.path("caseId").asString().equals(caseId))
                .map(it -> it.path("id").asString())
                .findFirst();
    }

    /** Moves the demo clock forward; a clock that is already later stays. */
    public void moveClockTo(LocalDate day, LocalTime time) {
        var target = day.atTime(time).atZone(BERLIN).toInstant();
        var now =
                java.time.Instant.parse(
                        actors.clerk().get(NOTIFICATION + "/demo/clock").expect(200).text("now"));
        if (now.isBefore(target)) {
            actors.clerk()
                    .post(NOTIFICATION + "/demo/clock", Map.of("now", target.toString()))
                    .expect(200);
        }
    }

    public Actors actors() {
        return actors;
    }

    private static long version(PortalClient who, String path) {
        return who.get(path).expect(200).json().path("version").asLong();
    }

    /** The rows of a list answer, whether bare or wrapped in {@code items}. */
    public static List<JsonNode> items(JsonNode answer) {
        var rows = answer.isArray() ? answer : answer.path("items");
        var list = new ArrayList<JsonNode>();
        rows.forEach(list::add);
        return list;
    }

    private static List<String> texts(List<JsonNode> rows, String field) {
        return rows.stream().map(it -> it.path(field).asString()).toList();
    }
}
