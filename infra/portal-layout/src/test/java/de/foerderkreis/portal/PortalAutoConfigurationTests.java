package de.foerderkreis.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class PortalAutoConfigurationTests {

    private final WebApplicationContextRunner runner =
            new WebApplicationContextRunner()
                    .withConfiguration(
                            AutoConfigurations.of(
                                    PortalAutoConfiguration.class, WebMvcAutoConfiguration.class));

    @Test
    void framesThePublicWhereNoServiceSaysWhoIsLooking() {
        runner.run(context -> {
            RequestContextHolder.setRequestAttributes(
                    new ServletRequestAttributes(new MockHttpServletRequest("GET", "/hilfe")));
            LocaleContextHolder.setLocale(Locale.GERMAN);
            try {
                var frame = context.getBean(PortalFrames.class).current();
                assertThat(frame.visitor()).isNull();
                assertThat(frame.clock()).isNull();
                assertThat(frame.navigation())
                        .extracting(PortalFrame.Entry::href)
                        .containsExactly("/");
                assertThat(frame.districtName()).isEmpty();
            } finally {
                RequestContextHolder.resetRequestAttributes();
                LocaleContextHolder.resetLocaleContext();
            }
        });
    }

    @Test
    void readsItsTextsOnAnEnglishServerInGerman() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.ENGLISH);
        try {
            runner.run(context -> {
                assertThat(context.getMessage("portal.logout", null, Locale.GERMAN))
                        .isEqualTo("Abmelden");
                assertThat(context.getMessage("portal.logout", null, Locale.ENGLISH))
                        .isEqualTo("Sign out");
            });
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theLockFileNamesNoHost() throws IOException {
        assertThat(Files.readString(Path.of("package-lock.json")))
                .doesNotContain("http")
                .contains("\"integrity\": \"sha512-");
    }

    @Test
    void carriesTheNoticesOfWhatItCarries() throws IOException {
        var loader = getClass().getClassLoader();
        for (var name :
                new String[] {
                    "META-INF/licenses/kern-ux-native-EUPL-1.2.md",
                    "META-INF/licenses/htmx-0BSD.txt",
                    "META-INF/NOTICE"
                }) {
            assertThat(loader.getResource(name)).as(name).isNotNull();
        }
    }
}
