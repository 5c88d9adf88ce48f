package de.foerderkreis.stakeholder.synopsis;

import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.stakeholder.attachment.Attachment;
import de.foerderkreis.stakeholder.attachment.Attachments;
import de.foerderkreis.stakeholder.coding.Coding;
import de.foerderkreis.stakeholder.coding.Codings;
import de.foerderkreis.stakeholder.consultation.RoundFacts;
import de.foerderkreis.stakeholder.statement.StatementFacts;
import de.foerderkreis.stakeholder.statement.StatementReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Puts the lines together from what was delivered, coded and answered. */
@Component
class Synopsis {

    private static final TypeReference<List<SynopsisEntry>> ENTRIES = new TypeReference<>() {};
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final StatementReader statements;
    private final Codings codings;
    private final Attachments attachments;
    private final SynopsisRecords records;
    private final JsonMapper json;

    Synopsis(
            StatementReader statements,
            Codings codings,
            Attachments attachments,
            SynopsisRecords records,
            JsonMapper json) {
        this.statements = statements;
        this.codings = codings;
        this.attachments = attachments;
        this.records = records;
        this.json = json;
    }

    /** As it stands now: one line for each town asked, in the order of their keys. */
    List<SynopsisEntry> of(RoundFacts round) {
        var standing = statements.standing(round.id());
        var all = statements.ofRound(round.id());
        var coded = codings.ofRound(round.id());
        var files = attachments.ofRound(round.id());
        var answers = records.answers(round.id());
        return round.towns().stream()
                .map(town -> {
                    var statement = standing.get(town.ags());
                    var answer = answers.get(town.ags());
                    return statement == null
                            ? silent(town, answer)
                            : line(town, statement, all, coded, files, answer);
                })
                .toList();
    }

    String write(List<SynopsisEntry> entries) {
        return json.writeValueAsString(entries);
    }

    List<SynopsisEntry> read(String content) {
        return json.readValue(content, ENTRIES);
    }

    static String sha256(String content) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static SynopsisEntry silent(RoundFacts.Town town, @Nullable Answer answer) {
        return new SynopsisEntry(
                town.ags(),
                town.name(),
                SynopsisEntry.NO_REPLY,
                SynopsisEntry.NO_REPLY,
                null,
                null,
                null,
                List.of(),
                false,
                null,
                List.of(),
                answer == null ? null : filled(answer.answer()),
                answer == null ? null : filled(answer.proposedDecision()),
                answer == null ? null : answer.version(),
                null,
                null);
    }

    private static SynopsisEntry line(
            RoundFacts.Town town,
            StatementFacts statement,
            List<StatementFacts> all,
            Map<UUID, Coding> coded,
            Map<UUID, List<Attachment>> files,
            @Nullable Answer answer) {
        var supplements =
                all.stream()
                        .filter(it -> it.ags().equals(town.ags()))
                        .filter(it -> it.timing().equals("SUPPLEMENT"))
                        .filter(it -> !it.id().equals(statement.id()))
                        .toList();
        var coding = statement.reasons().isEmpty() ? coded.get(statement.id()) : null;
        var reasons = coding == null ? statement.reasons() : coding.reasons();
        var originals = new ArrayList<>(originals(files, statement));
        supplements.forEach(it -> originals.addAll(originals(files, it)));
        return new SynopsisEntry(
                town.ags(),
                town.name(),
                statement.position().name(),
                statement.timing(),
                statement.id(),
                statement.receivedAt(),
                statement.channel(),
                reasons.stream().map(Enum::name).toList(),
                coding != null,
                filled(text(statement, supplements)),
                List.copyOf(originals),
                answer == null ? null : filled(answer.answer()),
                answer == null ? null : filled(answer.proposedDecision()),
                answer == null ? null : answer.version(),
                minutes(statement, supplements),
                statement.jointWith().isEmpty() ? null : statement.jointWith());
    }

    /** Those of the statement, then those of its supplements, whose words follow beneath, too. */
    private static @Nullable String minutes(
            StatementFacts statement, List<StatementFacts> supplements) {
        return filled(
                Stream.concat(Stream.of(statement), supplements.stream())
                        .flatMap(it -> Stream.ofNullable(it.minutes()))
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }

    private static String text(StatementFacts statement, List<StatementFacts> supplements) {
        var text = new StringBuilder(statement.text());
        supplements.forEach(it ->
                text.append("\n\n[Nachtrag ")
                        .append(DAY.format(it.receivedAt().atZone(BusinessClock.ZONE)))
                        .append("] ")
                        .append(it.text()));
        return text.toString().strip();
    }

    private static List<SynopsisEntry.Original> originals(
            Map<UUID, List<Attachment>> files, StatementFacts statement) {
        return files.getOrDefault(statement.id(), List.of()).stream()
                .map(it -> new SynopsisEntry.Original(it.name(), it.mediaType(), it.sha256()))
                .toList();
    }

    private static @Nullable String filled(String text) {
        return text.isBlank() ? null : text;
    }
}
