package de.foerderkreis.platform.audit;

import de.foerderkreis.platform.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases personal values from the side table of the current district's trail (GDPR Art. 17). The
 * entries and their chain stay as they are: they hold the salted hash only, which says nothing once
 * value and salt are gone.
 */
class AuditErasure {

    private final JdbcClient jdbc;
    private final Audit audit;

    AuditErasure(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * Erases wherever it stands.
     *
     * @param value the value as it was recorded
     * @param reason goes into the trail, once per entry concerned; the value does not
     * @throws Problem not-found if no entry of the district holds it
     */
    @Transactional
    public Erased byValue(String value, String reason) {
        return erase("value = ?", value, reason);
    }

    /**
     * Erases one value of one entry.
     *
     * @param hash as the entry shows it, with or without {@code sha256:}
     */
    @Transactional
    public Erased byHash(String hash, String reason) {
        return erase("hash = ?", hash.replaceFirst("^sha256:", ""), reason);
    }

    private Erased erase(String condition, String parameter, String reason) {
        var gone =
                jdbc
                        .sql(
                                "delete from audit_personal_value where "
                                        + condition
                                        + " returning entry_id, hash")
                        .param(parameter)
                        .query((row, number) ->
                                Map.entry(
                                        row.getObject("entry_id", UUID.class),
                                        "sha256:" + row.getString("hash")))
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        Collectors.mapping(
                                                Map.Entry::getValue, Collectors.toList())));
        if (gone.isEmpty()) {
            throw Problem.notFound("audit-personal-value");
        }
        gone.forEach((entry, hashes) ->
                audit.record(
                        "audit.value-erased",
                        "audit-entry",
                        entry.toString(),
                        Map.of("values", hashes),
                        null,
                        reason));
        return new Erased(
                gone.values().stream().mapToInt(List::size).sum(),
                gone.keySet().stream().sorted().toList());
    }

    /**
     * What was erased.
     *
     * @param entries in which it stood
     */
    record Erased(int values, List<UUID> entries) {}

    /**
     * The order to erase; either the value or its hash is given.
     *
     * @param value as it was recorded
     * @param hash as an entry shows it
     */
    record Order(@Nullable String value, @Nullable String hash, @Nullable String reason) {}
}
