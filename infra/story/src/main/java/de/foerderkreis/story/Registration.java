package de.foerderkreis.story;

import static de.foerderkreis.story.Whereabouts.FINANCE;
import static de.foerderkreis.story.Whereabouts.STAKEHOLDER;
import static de.foerderkreis.story.Whereabouts.items;
import static de.foerderkreis.story.Whereabouts.texts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who takes part: the district, its towns with their offices, the partners. */
final class Registration {

    private final Actors actors;

    Registration(Actors actors) {
        this.actors = actors;
    }

    void people() {
        var clerk = actors.clerk();
        var district = clerk.get(STAKEHOLDER + "/district").expect(200).json();
        if (district.path("version").isNull()) {
            var named = new HashMap<String, Object>();
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
        partner(partners, "arbeitsagentur", "Agentur für Arbeit (Demo)", "EMPLOYMENT_AGENCY");
        partner(partners, "schulaufsicht", "Untere Schulaufsicht (Demo)", "SCHOOL_SUPERVISION");
        partner(partners, "migranten", "Migrantenorganisation (Demo)", "MIGRANT_ORGANISATION");
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
                                    "Kontaktstelle",
                                    "salutation",
                                    "NEUTRAL",
                                    "language",
                                    "de",
                                    "subscriptions",
                                    List.of("ConsultationOpened", "ApplicationSubmitted")))
                    .expect(201);
        }
    }
}
