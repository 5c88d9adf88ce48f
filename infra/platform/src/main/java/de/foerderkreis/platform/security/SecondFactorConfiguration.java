package de.foerderkreis.platform.security;

import de.foerderkreis.platform.problem.Problems;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.security.authorization.method.AuthorizationInterceptorsOrder;

/**
 * Enforces {@link FreshSecondFactor} on every bean. Which levels of the identity provider count is
 * a setting: {@code foerderkreis.security.second-factor}, Keycloak's level 2 by default.
 */
@AutoConfiguration
class SecondFactorConfiguration {

    private static final String LEVELS = "${foerderkreis.security.second-factor:2}";

    /** After the roles, before any transaction. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor secondFactor(@Value(LEVELS) List<String> levels) {
        var advisor =
                new DefaultPointcutAdvisor(
                        AnnotationMatchingPointcut.forMethodAnnotation(FreshSecondFactor.class),
                        new SecondFactorGuard(Set.copyOf(levels), Clock.systemUTC()));
        advisor.setOrder(AuthorizationInterceptorsOrder.JSR250.getOrder() + 1);
        return advisor;
    }

    @Bean
    SecondFactorAdvice secondFactorAdvice(Problems problems, @Value(LEVELS) List<String> levels) {
        return new SecondFactorAdvice(problems, levels);
    }
}
