package de.foerderkreis.portal;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/**
 * Gives every template {@code #formats}, {@code #portal} and {@code #problems}. Beans
 * ({@code @formats}) would not do: Thymeleaf refuses them wherever fragments are chosen or given
 * their parameters.
 */
class PortalDialect extends AbstractDialect implements IExpressionObjectDialect {

    private final Map<String, Supplier<?>> objects;

    PortalDialect(Formats formats, PortalFrames frames, ProblemPages problems) {
        super("Förderkreis");
        this.objects =
                Map.of(
                        "formats",
                        () -> formats,
                        "portal",
                        frames::current,
                        "problems",
                        () -> problems);
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new IExpressionObjectFactory() {
            @Override
            public Set<String> getAllExpressionObjectNames() {
                return objects.keySet();
            }

            @Override
            public @Nullable Object buildObject(IExpressionContext context, String name) {
                var object = objects.get(name);
                return object == null ? null : object.get();
            }

            @Override
            public boolean isCacheable(String name) {
                return true;
            }
        };
    }
}
