package de.foerderkreis.portal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives every web application on the class path the page frame, its texts, its language and theme
 * choice, and its assets.
 */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
            "org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(PortalSettings.class)
public final class PortalAutoConfiguration {

    /**
     * Who may bring texts; a bundle is either {@code i18n/finance.properties} or {@code
     * i18n/finance/messages.properties}.
     */
    private static final List<String> BUNDLES =
            List.of("portal", "application", "finance", "stakeholder", "notification", "gateway");

    @Bean
    MessageSource messageSource() {
        var source = new ResourceBundleMessageSource();
        source.setBasenames(
                BUNDLES.stream()
                        .flatMap(name -> Stream.of("i18n/" + name, "i18n/" + name + "/messages"))
                        .filter(PortalAutoConfiguration::exists)
                        .toArray(String[]::new));
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        // The files without a language are German; an English server must not change that.
        source.setFallbackToSystemLocale(false);
        return source;
    }

    private static boolean exists(String basename) {
        var loader = ClassUtils.getDefaultClassLoader();
        return loader != null && loader.getResource(basename + ".properties") != null;
    }

    @Bean
    PortalAssets portalAssets() {
        return new PortalAssets();
    }

    @Bean
    PortalFrames portalFrames(
            ObjectProvider<PortalContext> context, PortalSettings settings, PortalAssets assets) {
        return new PortalFrames(context, settings, assets);
    }

    @Bean
    LocaleResolver localeResolver(PortalFrames frames) {
        return new PortalChoices(frames);
    }

    @Bean
    FilterRegistrationBean<PortalChoices> portalChoices(LocaleResolver localeResolver) {
        var registration = new FilterRegistrationBean<>((PortalChoices) localeResolver);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 50);
        return registration;
    }

    @Bean
    @ConditionalOnMissingBean(name = DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
    FlashMapManager flashMapManager() {
        return new FlashCookie();
    }

    @Bean
    ProblemPages problemPages(MessageSource messages) {
        return new ProblemPages(messages);
    }

    @Bean
    PortalDialect portalDialect(Formats formats, PortalFrames frames, ProblemPages problems) {
        return new PortalDialect(formats, frames, problems);
    }

    @Bean
    Formats formats(ObjectProvider<PortalContext> context) {
        return new Formats(() -> {
            var portal = context.getIfAvailable();
            var demo = portal == null ? null : portal.demoClock();
            return demo == null ? Clock.systemUTC().instant() : demo;
        });
    }

    @Bean
    WebMvcConfigurer portalAssetsHandler() {
        return new WebMvcConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/assets/**")
                        .addResourceLocations("classpath:/META-INF/resources/assets/")
                        .setCacheControl(
                                CacheControl.maxAge(Duration.ofDays(365))
                                        .cachePublic()
                                        .immutable());
            }
        };
    }
}
