package de.foerderkreis.platform.web;

import de.foerderkreis.platform.money.Money;
import de.foerderkreis.platform.problem.Problems;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.convert.converter.Converter;
import org.springframework.util.unit.DataSize;

/** Money in parameters and in the API description; the limit of bodies. */
@AutoConfiguration
class WebConfiguration {

    static {
        SpringDocUtils.getConfig().replaceWithClass(Money.class, String.class);
    }

    @Bean
    MoneyParameter moneyParameter() {
        return new MoneyParameter();
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(
            Problems problems, @Value("${foerderkreis.web.max-body:1MB}") DataSize limit) {
        var registration = new FilterRegistrationBean<>(new BodyLimit(limit.toBytes(), problems));
        // Behind the security filters: who is not allowed in learns nothing about limits.
        registration.setOrder(0);
        return registration;
    }

    /** A named class: a lambda would hide the types it converts. */
    static class MoneyParameter implements Converter<String, Money> {
        @Override
        public Money convert(String source) {
            return Money.parse(source);
        }
    }
}
