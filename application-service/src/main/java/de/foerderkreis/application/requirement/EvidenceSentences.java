package de.foerderkreis.application.requirement;

import de.foerderkreis.application.programme.Programme.EvidenceRule;
import de.foerderkreis.application.programme.Programme.RequirementRule;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in a sentence what evidence shows and what is missing. */
@Component
class EvidenceSentences {

    private final MessageSource messages;

    EvidenceSentences(MessageSource messages) {
        this.messages = messages;
    }

    List<String> missing(RequirementRule rule, List<Evidence> evidence, Locale locale) {
        return Requirement.missing(rule, evidence).stream()
                .map(it ->
                        say(
                                "application.requirement.missing",
                                locale,
                                it.label().in(locale),
                                it.supplier().in(locale)))
                .toList();
    }

    String label(RequirementRule rule, Evidence it, Locale locale) {
        var description = it.description();
        if (description != null) {
            return description;
        }
        var name =
                rule.evidence().stream()
                        .filter(candidate -> candidate.takes(it.kind(), it.category()))
                        .map(EvidenceRule::label)
                        .map(text -> text.in(locale))
                        .findFirst()
                        .orElse(it.kind());
        var figures = it.figures();
        return switch (it.kind()) {
            case "CONSULTATION_RESULT", "CONCEPT_COORDINATION" ->
                    say(
                            "application.evidence.said.consultation",
                            locale,
                            name,
                            figures.getOrDefault("onTime", "0"),
                            figures.getOrDefault("asked", "0"),
                            figures.getOrDefault("rejecting", "0"),
                            figures.getOrDefault("silent", "0"));
            case "COOPERATION" ->
                    say(
                            "application.evidence.said.cooperation",
                            locale,
                            name,
                            figures.getOrDefault("partner", ""),
                            say(
                                    "application.evidence.said.channel."
                                            + figures.getOrDefault("channel", "PORTAL"),
                                    locale));
            case "COST_PLAN" ->
                    say(
                            "application.evidence.said.cost-plan",
                            locale,
                            name,
                            figures.getOrDefault("gross", ""),
                            figures.getOrDefault("net", ""));
            default -> name;
        };
    }

    private String say(String key, Locale locale, Object... args) {
        return Objects.requireNonNull(messages.getMessage(key, args, key, locale));
    }
}
