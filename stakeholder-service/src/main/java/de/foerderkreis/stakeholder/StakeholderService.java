package de.foerderkreis.stakeholder;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Owns the people and bodies asked: municipalities, partners, office holders, consultations,
 * statements.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class StakeholderService {

    public static void main(String[] args) {
        SpringApplication.run(StakeholderService.class, args);
    }
}
