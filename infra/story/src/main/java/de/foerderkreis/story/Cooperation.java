package de.foerderkreis.story;

import static de.foerderkreis.story.Whereabouts.STAKEHOLDER;
import static de.foerderkreis.story.Whereabouts.items;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Six partners are asked to confirm their cooperation (step 8a): four use the link in their mail,
 * one writes a letter, one stays silent.
 */
final class Cooperation {

    private static final String BY_LETTER = "05382-caritas";
    private static final String SILENT = "05382-migranten";
    private static final List<String> PARTNERS =
            List.of(
                    "05382-jobcenter",
                    "05382-arbeitsagentur",
                    BY_LETTER,
                    "05382-schulaufsicht",
                    SILENT,
                    "05382-bildungsnetzwerk");
    private static final Pattern LINK =
            Pattern.compile("https?://[^\\s\"<>]+(/l/[A-Za-z0-9_-]{20,})");

    private final Actors actors;
    private final Whereabouts where;
    private final DemoMailbox mailbox;

    Cooperation(Actors actors, Whereabouts where, DemoMailbox mailbox) {
        this.actors = actors;
        this.where = where;
        this.mailbox = mailbox;
    }

    void asksAndFourConfirm() {
        if (cooperations().isEmpty()) {
            actors.clerk()
                    .post(
                            STAKEHOLDER + "/cooperations",
                            Map.of(
                                    "caseId",
                                    where.caseId(),
                                    "partners",
                                    PARTNERS,
                                    "dueOn",
                                    "2014-02-21",
                                    "text",
                                    "Der Kreis bereitet ein Kommunales Integrationszentrum vor. Bitte bestätigen Sie, dass Sie mitwirken."))
                    .expect(201);
        }
        for (JsonNode asked : cooperations()) {
            var partner = asked.path("partner").asString();
            if (asked.path("state").asString().equals("WAITING")
                    && !partner.equals(BY_LETTER)
                    && !partner.equals(SILENT)) {
                confirm(partner.substring("05382-".length()));
            }
        }
    }

    void oneConfirmsByLetter() {
        cooperations().stream()
                .filter(it -> it.path("partner").asString().equals(BY_LETTER))
                .filter(it -> !it.path("state").asString().equals("CONFIRMED"))
                .forEach(it ->
                        actors.clerk()
                                .upload(
                                        STAKEHOLDER
                                                + "/cooperations/"
                                                + it.path("id").asString()
                                                + "/letter",
                                        "schreiben.txt",
                                        "text/plain",
                                        "Wir wirken gern mit. (Demo)\n"
                                                .getBytes(StandardCharsets.UTF_8),
                                        Map.of("receivedOn", "2014-02-11", "function", "Vorsitz"))
                                .expect(200, 201));
    }

    /** As somebody without an account: the link from the mail, one form, one press. */
    private void confirm(String slug) {
        var link =
                Patience.until(
                        "the mail with the link for " + slug,
                        () ->
                                mailbox.all().stream()
                                        .filter(it -> it.path("to").toString().contains(slug))
                                        .flatMap(it ->
                                                LINK.matcher(it.path("text").asString())
                                                        .results()
                                                        .map(found -> found.group(1)))
                                        .reduce((one, later) -> later));
        PortalClient.visitor(actors.portal())
                .submit(
                        link,
                        Map.of("answer", "confirm", "function", "Geschäftsführung", "note", ""))
                .expect(200);
    }

    private List<JsonNode> cooperations() {
        return items(
                        actors.clerk()
                                .get(STAKEHOLDER + "/cooperations?caseId=" + where.caseId())
                                .expect(200)
                                .json())
                .stream()
                .flatMap(it -> items(it.path("cooperations")).stream())
                .toList();
    }
}
