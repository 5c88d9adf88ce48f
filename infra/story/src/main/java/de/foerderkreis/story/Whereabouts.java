package de.foerderkreis.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Finds what earlier chapters left behind, and the addresses of the services' interfaces. */
final class Whereabouts {

    static final String APPLICATION = "/api/application/v1";
    static final String FINANCE = "/api/finance/v1";
    static final String STAKEHOLDER = "/api/stakeholder/v1";
    static final String NOTIFICATION = "/api/notification/v1";

    private final Actors actors;

    Whereabouts(Actors actors) {
        this.actors = actors;
    }

    String caseId() {
        return findCase()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "The case " + Story.FILE_REFERENCE + " has not been opened"));
    }

    Optional<String> findCase() {
        return items(actors.clerk().get(APPLICATION + "/cases").expect(200).json()).stream()
                .filter(it -> it.path("fileReference").asString().equals(Story.FILE_REFERENCE))
                .map(it -> it.path("id").asString())
                .findFirst();
    }

    String roundId() {
        return findRound(caseId())
                .orElseThrow(() -> new IllegalStateException("No consultation has been opened"));
    }

    Optional<String> findRound(String caseId) {
        return items(actors.clerk().get(STAKEHOLDER + "/rounds").expect(200).json()).stream()
                .filter(it -> it.path("caseId").asString().equals(caseId))
                .map(it -> it.path("id").asString())
                .findFirst();
    }

    /** The version of a thing as it stands, for a command that says what it saw. */
    static long version(PortalClient who, String path) {
        return who.get(path).expect(200).json().path("version").asLong();
    }

    /** The rows of a list answer, whether bare or wrapped in {@code items}. */
    static List<JsonNode> items(JsonNode answer) {
        var rows = answer.isArray() ? answer : answer.path("items");
        var list = new ArrayList<JsonNode>();
        rows.forEach(list::add);
        return list;
    }

    static List<String> texts(List<JsonNode> rows, String field) {
        return rows.stream().map(it -> it.path(field).asString()).toList();
    }
}
