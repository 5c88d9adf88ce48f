package de.foerderkreis.platformtest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Sets the environment of a test class that imports {@link TestStack}, before its context is
 * refreshed.
 */
class TestStackCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return MergedAnnotations.from(testClass, SearchStrategy.TYPE_HIERARCHY).stream(Import.class)
                        .flatMap(it -> Arrays.stream(it.getClassArray("value")))
                        .anyMatch(TestStack.class::equals)
                ? new Customizer()
                : null;
    }

    private record Customizer() implements ContextCustomizer {

        @Override
        public void customizeContext(
                ConfigurableApplicationContext context, MergedContextConfiguration config) {
            var sources = context.getEnvironment().getPropertySources();
            var service = context.getEnvironment().getProperty("foerderkreis.service", "service");
            Map<String, Object> values = new LinkedHashMap<>(TestStack.environment(service));
            // A test's own properties stay in front.
            sources.addAfter("systemEnvironment", new MapPropertySource("testStack", values));
        }
    }
}
