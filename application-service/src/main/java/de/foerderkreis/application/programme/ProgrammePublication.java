package de.foerderkreis.application.programme;

import de.foerderkreis.contracts.application.ProgrammeState;
import de.foerderkreis.platform.outbox.Outbox;
import de.foerderkreis.platform.outbox.Roots;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Announces a programme version to the current district once, and again only when its announced
 * content changed.
 */
@Service
class ProgrammePublication {

    private final JdbcClient jdbc;
    private final Roots roots;
    private final Outbox outbox;

    ProgrammePublication(JdbcClient jdbc, Roots roots, Outbox outbox) {
        this.jdbc = jdbc;
        this.roots = roots;
        this.outbox = outbox;
    }

    @Transactional
    public void publish(Programme programme) {
        var announced = state(programme, 0);
        var hash = sha256(announced.toString());
        jdbc.sql(
                        """
                        insert into programme_version (code, content_sha256) values (?, '')
                        on conflict (district, code) do nothing
                        """)
                .param(programme.code())
                .update();
        // Two instances that start together meet here; the second finds the first one's hash.
        var root = roots.lock("programme_version", "code", programme.code());
        var changed =
                jdbc.sql(
                                        """
                                        update programme_version set content_sha256 = ? where code = ? and content_sha256 <> ?
                                        """)
                                .params(hash, programme.code(), hash)
                                .update()
                        == 1;
        if (changed) {
            outbox.append(root, ProgrammeState.TOPIC, state(programme, root.version()));
        }
    }

    private static ProgrammeState state(Programme it, long version) {
        return new ProgrammeState(
                it.code(),
                it.title().de(),
                it.validFrom(),
                it.validTo(),
                it.financingType().name(),
                it.grantCapPerYear().toString(),
                it.maxPosts().toPlainString(),
                it.postCategories().stream().map(ProgrammePublication::told).toList(),
                it.authorities().stream()
                        .map(each ->
                                new ProgrammeState.Authority(
                                        each.code(), each.name().de(), each.name().en()))
                        .toList(),
                version);
    }

    private static ProgrammeState.PostCategory told(Programme.PostCategory category) {
        return new ProgrammeState.PostCategory(
                category.code(),
                category.label().de(),
                category.label().en(),
                category.posts(),
                category.maxFtePerPost().toPlainString());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
