package de.foerderkreis.application;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.platformtest.Tokens;
import de.foerderkreis.portal.check.RenderedPage;

/** What every test of a page asks of it. */
final class Pages {

    private Pages() {}

    /** The page's text after it was found whole: one language, labelled, nothing the policy forbids. */
    static String verified(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return verifiedBody(answer);
    }

    static String verifiedBody(Api.Answer answer) {
        RenderedPage.of(answer.body()).verify();
        return answer.body();
    }

    static String mayor(String ags) {
        return Tokens.mayor(ags);
    }
}
