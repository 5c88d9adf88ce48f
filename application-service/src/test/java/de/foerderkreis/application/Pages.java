package de.foerderkreis.application;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.platformtest.Tokens;
import de.foerderkreis.portal.check.RenderedPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What every test of a page asks of it; each page seen is kept under {@code target/pages} to be
 * looked at.
 */
final class Pages {

    private static final Path SEEN = Path.of("target", "pages");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Pages() {}

    /**
     * The page's text after it was found whole: one language, labelled, nothing the policy forbids.
     */
    static String verified(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return verifiedBody(answer);
    }

    static String verifiedBody(Api.Answer answer) {
        keep(answer);
        RenderedPage.of(answer.body()).verify();
        return answer.body();
    }

    static String mayor(String ags) {
        return Tokens.mayor(ags);
    }

    private static void keep(Api.Answer answer) {
        var address =
                answer.result()
                        .getRequest()
                        .getRequestURI()
                        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id")
                        .replaceAll("\\W+", "-");
        try {
            Files.createDirectories(SEEN);
            Files.writeString(
                    SEEN.resolve("%02d%s.html".formatted(NUMBER.incrementAndGet(), address)),
                    answer.body());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
