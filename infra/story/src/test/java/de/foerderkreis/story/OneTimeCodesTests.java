package de.foerderkreis.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneTimeCodesTests {

    @Test
    void handsOutEachCodeOnceAlsoToASecondBrowserOfTheSamePerson() {
        var first = new OneTimeCodes("otto", "12345678901234567890");
        var second = new OneTimeCodes("otto", "12345678901234567890");
        assertThat(first.next()).matches("\\d{6}").isNotEqualTo(second.next());
    }

    @Test
    void knowsWhichPageAsksForWhat() {
        var name =
                page(
                        "<form id=\"kc-form-login\" class=\"x\" action=\"/a?b=1&amp;c=2\"><input name=\"username\">");
        var code =
                page(
                        "<form action=\"http://id.example/o\" id=\"kc-otp-login-form\"><input name=\"otp\">");
        var pages = new SignInPages("otto", "geheim", "12345678901234567890");
        assertThat(SignInPages.action(name)).hasToString("http://id.example/a?b=1&c=2");
        assertThat(pages.fields(name)).containsOnlyKeys("username");
        assertThat(pages.fields(page(name.body() + "<input name=\"password\">")))
                .containsEntry("password", "geheim");
        assertThat(SignInPages.asksForCode(name)).isFalse();
        assertThat(pages.fields(code)).containsOnlyKeys("otp");
        assertThat(SignInPages.asks(page("<form action=\"/vorhaben\">"))).isFalse();
    }

    private static PortalClient.Answer page(String body) {
        return new PortalClient.Answer(
                "otto",
                "GET",
                java.net.URI.create("http://id.example/realms/x"),
                200,
                body,
                "text/html",
                java.util.Map.of());
    }
}
