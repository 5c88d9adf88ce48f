package de.foerderkreis.platform.web;

import de.foerderkreis.platform.money.Money;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.convert.converter.Converter;

/** Money in parameters and in the API description. */
@AutoConfiguration
class WebConfiguration {

    static {
        SpringDocUtils.getConfig().replaceWithClass(Money.class, String.class);
    }

    /** A named class: a lambda would hide the types it converts. */
    static class MoneyParameter implements Converter<String, Money> {
        @Override
        public Money convert(String source) {
            return Money.parse(source);
        }
    }

    @Bean
    MoneyParameter moneyParameter() {
        return new MoneyParameter();
    }
}
