package de.foerderkreis.application.submission;

import de.foerderkreis.application.reference.References.Round;
import de.foerderkreis.platform.audit.ChainHead;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The frozen content of a submitted application as canonical JSON: keys sorted, no white space, the
 * same grounds gives the same bytes whatever the language of whoever submits.
 *
 * @param sha256 hash of the content's UTF-8 bytes, lower-case hex
 */
record Snapshot(String sha256, String content) {

    private static final JsonMapper CANONICAL =
            JsonMapper.builder()
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    /**
     * Freezes the grounds.
     *
     * @param head last sealed link of the audit chain at that moment, absent before the first one
     */
    static Snapshot of(Grounds grounds, String dossierSha256, @Nullable ChainHead head) {
        var parts = contentOf(grounds);
        parts.put("dossierSha256", dossierSha256);
        parts.put("auditHead", head);
        var content = CANONICAL.writeValueAsString(parts);
        return new Snapshot(hash(content), content);
    }

    /** Whether the content still gives the hash. */
    boolean intact() {
        return hash(content).equals(sha256);
    }

    private static Map<String, @Nullable Object> contentOf(Grounds it) {
        var application = it.application();
        var programme = it.programme();
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("format", "foerderkreis-application-snapshot/1");
        content.put(
                "application",
                map(
                        "id", application.id(),
                        "stage", application.stage(),
                        "authority", programme.stage(application.stage()).orElseThrow().authority(),
                        "submittedOn", it.submittedOn(),
                        "coverNote", application.coverNote(),
                        "predecessorId", application.predecessorId()));
        content.put(
                "case",
                map(
                        "id", it.file().id(),
                        "title", it.file().title(),
                        "fileReference", it.file().fileReference(),
                        "openedOn", it.file().openedOn()));
        content.put(
                "programme",
                map(
                        "code", programme.code(),
                        "title", programme.title().de(),
                        "grantCapPerYear", programme.grantCapPerYear(),
                        "maxPosts", programme.maxPosts().toPlainString()));
        content.put(
                "requirements",
                it.requirements().stream()
                        .map(requirement ->
                                map(
                                        "code", requirement.code(),
                                        "title",
                                                programme
                                                        .requirement(requirement.code())
                                                        .orElseThrow()
                                                        .title()
                                                        .de(),
                                        "status", requirement.status(),
                                        "dueOn", requirement.dueOn(),
                                        "reason", requirement.reason(),
                                        "evidence",
                                                requirement.evidence().stream()
                                                        .map(evidence ->
                                                                map(
                                                                        "kind", evidence.kind(),
                                                                        "category",
                                                                                evidence.category(),
                                                                        "source", evidence.source(),
                                                                        // Told by event: the
                                                                        // sentence is the reader's
                                                                        // language, the figures are
                                                                        // not.
                                                                        "description",
                                                                                evidence.source()
                                                                                                .equals(
                                                                                                        "MANUAL")
                                                                                        ? evidence
                                                                                                .label()
                                                                                        : null,
                                                                        "figures",
                                                                                evidence.figures(),
                                                                        "documentSha256",
                                                                                evidence
                                                                                        .documentSha256()))
                                                        .toList()))
                        .toList());
        content.put("resolutions", it.resolutions());
        content.put(
                "annexes",
                it.annexes().stream()
                        .map(annex ->
                                map(
                                        "no", annex.no(),
                                        "type", annex.type(),
                                        "status", annex.status(),
                                        "documentSha256", annex.documentSha256(),
                                        "waivedReason", annex.waivedReason(),
                                        "text", annex.text()))
                        .toList());
        content.put("costPlan", it.costPlan());
        content.put("levyEffect", it.levyEffect());
        content.put("consultations", it.rounds().stream().map(Snapshot::round).toList());
        var stage1 = it.stage1();
        content.put(
                "stage1",
                stage1 == null || application.stage() == 1
                        ? null
                        : map(
                                "id", stage1.id(),
                                "status", stage1.status(),
                                "decidedOn", stage1.decidedOn(),
                                "conditions", stage1.conditions()));
        return content;
    }

    private static Map<String, @Nullable Object> round(Round it) {
        return map(
                "id", it.id(),
                "title", it.title(),
                "kind", it.kind(),
                "sentOn", it.sentOn(),
                "dueOn", it.dueOn(),
                "closedAt", it.closedAt(),
                "asked", it.asked(),
                "onTime", it.onTime(),
                "late", it.late(),
                "statements",
                        it.statements().stream()
                                .map(s ->
                                        map(
                                                "ags", s.ags(),
                                                "position", s.position(),
                                                "late", s.late()))
                                .toList(),
                "silent", it.silent(),
                "tallies", List.copyOf(it.tallies()));
    }

    private static Map<String, @Nullable Object> map(@Nullable Object... keysAndValues) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return map;
    }

    private static String hash(String content) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
