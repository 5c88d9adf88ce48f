package de.foerderkreis.application.requirement;

import de.foerderkreis.application.programme.Programme.CheckRule;
import de.foerderkreis.application.programme.Programme.EvidenceRule;
import de.foerderkreis.application.programme.Programme.RequirementRule;
import de.foerderkreis.application.programme.Timespan;
import de.foerderkreis.application.requirement.RequirementChecklist.Outstanding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in a sentence what evidence shows and what is missing. */
@Component
class EvidenceSentences {

    private final MessageSource messages;

    EvidenceSentences(MessageSource messages) {
        this.messages = messages;
    }

    /** What is missing, and who supplies it: evidence first, then what no evidence answers. */
    List<String> missing(Findings findings, Locale locale) {
        var sentences = new ArrayList<String>();
        findings.missing()
                .forEach(it ->
                        sentences.add(
                                say(
                                        "application.requirement.missing",
                                        locale,
                                        it.label().in(locale),
                                        it.supplier().in(locale))));
        findings.rule().checks().stream()
                .filter(it ->
                        it.current()
                                && findings.state(it) == Findings.State.FAILED
                                && !findings.evidence().isEmpty()
                                && findings.missing(it).isEmpty())
                .forEach(it -> sentences.add(check(findings, it, locale)));
        return sentences;
    }

    /** What a check's answer rests on. */
    String check(Findings findings, CheckRule check, Locale locale) {
        if (check.current()) {
            var dated = findings.datedOn(check).orElse(null);
            return dated == null
                    ? say("application.check.undated", locale)
                    : say(
                            findings.passed(check)
                                    ? "application.check.dated"
                                    : "application.check.too-old",
                            locale,
                            day(dated, locale),
                            findings.maxAgeYears());
        }
        var missing = findings.missing(check);
        return missing.isEmpty()
                ? say("application.check.shown", locale)
                : say(
                        "application.check.missing",
                        locale,
                        missing.stream()
                                .map(it -> it.label().in(locale))
                                .collect(Collectors.joining("; ")));
    }

    /** How many partners confirmed, and who did not. */
    String cooperation(
            int confirmed,
            int asked,
            int confirmedInAll,
            int askedInAll,
            List<Outstanding> outstanding,
            Locale locale) {
        var sentence =
                say(
                        "application.cooperation.count",
                        locale,
                        confirmed,
                        asked,
                        confirmedInAll,
                        askedInAll);
        return outstanding.isEmpty()
                ? sentence
                : sentence
                        + " "
                        + say(
                                "application.cooperation.outstanding",
                                locale,
                                outstanding.stream()
                                        .map(it -> "%s (%s)".formatted(it.category(), it.name()))
                                        .collect(Collectors.joining(", ")));
    }

    /** A partner category as people say it. */
    String category(String code, Locale locale) {
        return Objects.requireNonNull(
                messages.getMessage("application.partner." + code, null, code, locale));
    }

    /**
     * What a piece of evidence shows.
     *
     * @param names names of partners by alias
     */
    String label(RequirementRule rule, Evidence it, Map<String, String> names, Locale locale) {
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
                    said(
                            "consultation",
                            locale,
                            name,
                            figures,
                            "onTime",
                            "asked",
                            "rejecting",
                            "silent");
            case "COOPERATION" -> {
                var partner = figures.getOrDefault("partner", "");
                yield say(
                        "application.evidence.said.cooperation",
                        locale,
                        name,
                        names.getOrDefault(partner, partner),
                        say(
                                "application.evidence.said.channel."
                                        + figures.getOrDefault("channel", "PORTAL"),
                                locale));
            }
            case "COST_PLAN" ->
                    said(
                            it.partial()
                                    ? "cost-plan.partial"
                                    : figures.getOrDefault("own", "").isEmpty()
                                            ? "cost-plan"
                                            : "cost-plan.own",
                            locale,
                            name,
                            figures,
                            "gross",
                            "net",
                            "own");
            case "FACILITY_PLAN" ->
                    said(
                            it.partial() ? "facilities.partial" : "facilities",
                            locale,
                            name,
                            figures,
                            "workplaces",
                            "rooms");
            case "DEPLOYMENT_BODY_MINUTES" -> body(name, it, locale);
            case "APPLICATION_RESOLUTION", "CONCEPT_RESOLUTION" ->
                    say(
                            "application.evidence.said.resolution",
                            locale,
                            name,
                            day(it.datedOn(), locale),
                            say("application.outcome." + figures.get("outcome"), locale));
            default -> name;
        };
    }

    private String body(String name, Evidence it, Locale locale) {
        var figures = it.figures();
        var founded = day(it.datedOn(), locale);
        var body = figures.getOrDefault("name", "");
        if (!it.partial()) {
            return say("application.evidence.said.body", locale, name, body, founded);
        }
        var missing = new ArrayList<String>();
        if (!Boolean.parseBoolean(figures.get("district"))) {
            missing.add(say("application.evidence.body.district", locale));
        }
        if (!Boolean.parseBoolean(figures.get("state"))) {
            missing.add(say("application.evidence.body.state", locale));
        }
        if (figures.getOrDefault("minutes", "").isEmpty()) {
            missing.add(say("application.evidence.body.minutes", locale));
        }
        return say(
                "application.evidence.said.body.partial",
                locale,
                name,
                body,
                founded,
                String.join(", ", missing));
    }

    private String said(
            String key, Locale locale, String name, Map<String, String> figures, String... keys) {
        var args = new ArrayList<Object>(List.of(name));
        for (var figure : keys) {
            args.add(figures.getOrDefault(figure, "0"));
        }
        return say("application.evidence.said." + key, locale, args.toArray());
    }

    private static String day(@Nullable LocalDate day, Locale locale) {
        return day == null ? "" : Timespan.on(day).in(locale);
    }

    private String say(String key, Locale locale, Object... args) {
        return Objects.requireNonNull(messages.getMessage(key, args, key, locale));
    }
}
