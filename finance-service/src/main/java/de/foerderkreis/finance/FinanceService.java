package de.foerderkreis.finance;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Owns the money: cost plans, levy bases and what a plan costs each municipality. */
@ConfigurationPropertiesScan
@SpringBootApplication(proxyBeanMethods = false)
public class FinanceService {

    public static void main(String[] args) {
        SpringApplication.run(FinanceService.class, args);
    }
}
