package de.foerderkreis.story;

import static de.foerderkreis.story.Whereabouts.FINANCE;
import static de.foerderkreis.story.Whereabouts.items;
import static java.util.Map.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What it costs, and what that means for each town. */
final class Figures {

    private final Actors actors;
    private final Whereabouts where;

    Figures(Actors actors, Whereabouts where) {
        this.actors = actors;
        this.where = where;
    }

    void enterCostPlan() {
        var path = FINANCE + "/cases/" + where.caseId() + "/cost-plan";
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
                                    entry("startsOn", "2014-11-01"),
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
                new HashMap<String, Object>(
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

    void calculateLevyEffect() {
        var treasurer = actors.treasurer();
        var path = FINANCE + "/cases/" + where.caseId() + "/levy-effects";
        if (items(treasurer.get(path).expect(200).json()).isEmpty()) {
            var base =
                    items(treasurer.get(FINANCE + "/levy-bases").expect(200).json())
                            .getFirst()
                            .path("id")
                            .asString();
            treasurer.post(path, Map.of("baseId", base)).expect(201);
        }
    }
}
