package de.foerderkreis.application.facts;

import de.foerderkreis.application.council.CouncilRecord;
import de.foerderkreis.application.fundingcase.Cases;
import de.foerderkreis.application.programme.Programmes;
import de.foerderkreis.application.reference.CaseFigures;
import de.foerderkreis.application.reference.References;
import de.foerderkreis.application.requirement.RequirementChecklist;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gathers the facts of a case once and fills texts with them. */
@Service
@Transactional(readOnly = true)
class FactFinder implements Facts {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    private final Cases cases;
    private final Programmes programmes;
    private final CaseFigures figures;
    private final PlannedSteps steps;
    private final References references;
    private final CouncilRecord council;
    private final RequirementChecklist requirements;
    private final DistrictNames districts;

    FactFinder(
            Cases cases,
            Programmes programmes,
            CaseFigures figures,
            PlannedSteps steps,
            References references,
            CouncilRecord council,
            RequirementChecklist requirements,
            DistrictNames districts) {
        this.cases = cases;
        this.programmes = programmes;
        this.figures = figures;
        this.steps = steps;
        this.references = references;
        this.council = council;
        this.requirements = requirements;
        this.districts = districts;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public void check(String field, String text) {
        var places = PLACE.matcher(text);
        while (places.find()) {
            var key = places.group(1);
            if (Placeholder.of(key).isEmpty()) {
                throw Problem.invalid(field, "unknown-placeholder", key, Placeholder.all());
            }
        }
    }

    @Override
    public List<FilledText> fill(UUID caseId, List<String> texts) {
        var facts = gather(caseId);
        return texts.stream().map(it -> fill(it, facts)).toList();
    }

    @Override
    public List<Known> known(UUID caseId) {
        var facts = gather(caseId);
        return Arrays.stream(Placeholder.values())
                .map(it -> {
                    var value = it.valueIn(facts);
                    return new Known(it.key(), value.orElse(FilledText.NOT_KNOWN), value.isEmpty());
                })
                .toList();
    }

    static FilledText fill(String text, CaseFacts facts) {
        var values = new LinkedHashMap<String, String>();
        var missing = new LinkedHashSet<String>();
        var filled =
                PLACE.matcher(text)
                        .replaceAll(place -> {
                            var key = place.group(1);
                            var value =
                                    Placeholder.of(key)
                                            .flatMap(it -> it.valueIn(facts))
                                            .orElse(FilledText.NOT_KNOWN);
                            values.put(key, value);
                            if (value.equals(FilledText.NOT_KNOWN)) {
                                missing.add(key);
                            }
                            return Matcher.quoteReplacement(value);
                        });
        return new FilledText(filled, values, new ArrayList<>(missing));
    }

    private CaseFacts gather(UUID caseId) {
        var file = cases.require(caseId);
        return new CaseFacts(
                districts.of(Tenancy.district()),
                file,
                programmes.require(file.programmeCode()),
                figures.costTable(caseId).orElse(null),
                figures.levyTable(caseId).orElse(null),
                figures.staffing(caseId).orElse(null),
                figures.rulings(caseId),
                steps.of(caseId),
                figures.bodyPositions(caseId),
                // The one on the conception; rounds on something else have their own kind.
                references.rounds(caseId).stream()
                        .filter(it -> it.sentOn() != null && "DRAFT_OPINION".equals(it.kind()))
                        .findFirst()
                        .orElse(null),
                figures.synopsis(caseId).orElse(null),
                council.of(caseId),
                requirements.of(caseId),
                references.municipalities());
    }
}
