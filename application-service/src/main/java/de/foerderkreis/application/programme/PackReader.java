package de.foerderkreis.application.programme;

import de.foerderkreis.platform.money.Money;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads one pack and refuses it with the first thing that is wrong, before anything uses it. */
class PackReader {

    private final Validator validator;
    private final YAMLMapper yaml;

    PackReader(Validator validator) {
        this.validator = validator;
        this.yaml =
                YAMLMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .build();
    }

    Programme read(String file, byte[] content) {
        var programme = parse(file, content);
        validator.validate(programme).stream()
                .min((a, b) ->
                        a.getPropertyPath().toString().compareTo(b.getPropertyPath().toString()))
                .ifPresent(it -> {
                    throw new BrokenPack(file, it.getPropertyPath().toString(), it.getMessage());
                });
        crossCheck(file, programme);
        return programme;
    }

    private Programme parse(String file, byte[] content) {
        try {
            var programme = yaml.readValue(content, Programme.class);
            if (programme == null) {
                throw new BrokenPack(file, "", "the file is empty");
            }
            return withoutNullLists(programme);
        } catch (DatabindException ex) {
            throw new BrokenPack(file, path(ex), problem(ex));
        } catch (JacksonException ex) {
            throw new BrokenPack(
                    file,
                    "line " + (ex.getLocation() == null ? "?" : ex.getLocation().getLineNr()),
                    firstLine(ex.getOriginalMessage()));
        }
    }

    /**
     * Lists that may be left out of a pack become empty ones; required ones stay null and are
     * refused.
     */
    private static Programme withoutNullLists(Programme it) {
        return new Programme(
                it.code(),
                it.title(),
                it.validFrom(),
                it.validTo(),
                it.legalBasis(),
                it.decree(),
                it.guideline(),
                it.authorities(),
                it.principleAuthority(),
                it.grantingAuthority(),
                it.adviser(),
                it.applicantTypes(),
                it.stages() == null
                        ? it.stages()
                        : it.stages().stream().map(PackReader::complete).toList(),
                it.financingType(),
                it.costBasis(),
                it.grantCapPerYear(),
                it.postCategories(),
                orEmpty(it.inKind()),
                orEmpty(it.eligibleCostTypes()),
                orEmpty(it.nonEligibleCostTypes()),
                it.requirements() == null
                        ? it.requirements()
                        : it.requirements().stream().map(PackReader::complete).toList(),
                it.conceptMaxAgeYears(),
                orEmpty(it.drawdownDates()),
                it.useDeadline(),
                it.proofDueRule(),
                it.annexes(),
                orEmpty(it.milestones()).stream().map(PackReader::complete).toList());
    }

    private static Programme.RequirementRule complete(Programme.RequirementRule it) {
        return new Programme.RequirementRule(
                it.code(),
                it.title(),
                it.mayBePromised(),
                it.note(),
                it.evidence(),
                orEmpty(it.checks()));
    }

    private static Programme.MilestoneRule complete(Programme.MilestoneRule it) {
        return new Programme.MilestoneRule(
                it.code(), it.title(), it.planned(), orEmpty(it.dependsOn()), it.stage());
    }

    private static Programme.Stage complete(Programme.Stage it) {
        return new Programme.Stage(
                it.no(), it.authority(), it.title(), orEmpty(it.prerequisites()));
    }

    @SuppressWarnings("NullAway") // Jackson leaves out what the file leaves out
    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static void crossCheck(String file, Programme it) {
        if (it.validTo().isBefore(it.validFrom())) {
            throw new BrokenPack(file, "validTo", "lies before validFrom " + it.validFrom());
        }
        var cap = Money.sum(it.postCategories().stream().map(Programme.PostCategory::cap).toList());
        if (!cap.equals(it.grantCapPerYear())) {
            throw new BrokenPack(
                    file,
                    "grantCapPerYear",
                    "%s is not the sum of the posts' caps %s".formatted(it.grantCapPerYear(), cap));
        }
        unique(file, "authorities", it.authorities(), Programme.Authority::code);
        unique(file, "postCategories", it.postCategories(), Programme.PostCategory::code);
        unique(file, "requirements", it.requirements(), Programme.RequirementRule::code);
        unique(file, "annexes", it.annexes(), Programme.AnnexRule::no);
        unique(file, "stages", it.stages(), Programme.Stage::no);
        known(file, it, "principleAuthority", it.principleAuthority());
        known(file, it, "grantingAuthority", it.grantingAuthority());
        var adviser = it.adviser();
        if (adviser != null) {
            known(file, it, "adviser", adviser);
        }
        for (int i = 0; i < it.stages().size(); i++) {
            var stage = it.stages().get(i);
            known(file, it, "stages[%d].authority".formatted(i), stage.authority());
            for (int prerequisite : stage.prerequisites()) {
                if (prerequisite >= stage.no() || it.stage(prerequisite).isEmpty()) {
                    throw new BrokenPack(
                            file,
                            "stages[%d].prerequisites".formatted(i),
                            "stage %d is no earlier stage of this pack".formatted(prerequisite));
                }
            }
        }
        unique(file, "milestones", it.milestones(), Programme.MilestoneRule::code);
        for (int i = 0; i < it.milestones().size(); i++) {
            crossCheck(file, it, "milestones[%d]".formatted(i), it.milestones().get(i));
        }
        for (int i = 0; i < it.requirements().size(); i++) {
            var rules = it.requirements().get(i).evidence();
            unique(
                    file,
                    "requirements[%d].evidence".formatted(i),
                    rules,
                    rule -> rule.kind() + "/" + rule.category());
            for (var check : it.requirements().get(i).checks()) {
                if (!rules.stream()
                        .map(Programme.EvidenceRule::kind)
                        .toList()
                        .containsAll(check.evidence())) {
                    throw new BrokenPack(
                            file,
                            "requirements[%d].checks".formatted(i),
                            "check %s asks for evidence the requirement does not take"
                                    .formatted(check.code()));
                }
            }
        }
    }

    private static void crossCheck(
            String file, Programme it, String path, Programme.MilestoneRule rule) {
        for (var before : rule.dependsOn()) {
            if (before.equals(rule.code()) || it.milestone(before).isEmpty()) {
                throw new BrokenPack(
                        file,
                        path + ".dependsOn",
                        "%s is no other milestone of this pack".formatted(before));
            }
        }
        var stage = rule.stage();
        if (stage != null && it.stage(stage).isEmpty()) {
            throw new BrokenPack(
                    file, path + ".stage", "stage %d is not in this pack".formatted(stage));
        }
    }

    private static void known(String file, Programme it, String path, String authority) {
        if (it.authority(authority).isEmpty()) {
            throw new BrokenPack(
                    file,
                    path,
                    "authority %s is not listed under authorities".formatted(authority));
        }
    }

    private static <T> void unique(
            String file, String path, List<T> list, Function<T, Object> key) {
        var seen = new HashSet<Object>();
        for (int i = 0; i < list.size(); i++) {
            var value = key.apply(list.get(i));
            if (!seen.add(value)) {
                throw new BrokenPack(
                        file, "%s[%d]".formatted(path, i), value + " stands there twice");
            }
        }
    }

    private static String path(DatabindException ex) {
        var parts = new ArrayList<String>();
        for (var reference : ex.getPath()) {
            parts.add(
                    reference.getPropertyName() == null
                            ? "[" + reference.getIndex() + "]"
                            : (parts.isEmpty() ? "" : ".") + reference.getPropertyName());
        }
        return String.join("", parts);
    }

    private static String problem(DatabindException ex) {
        var message = firstLine(ex.getOriginalMessage());
        return message.startsWith("Cannot map `null`") ? "is missing" : message;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("not readable");
    }
}
