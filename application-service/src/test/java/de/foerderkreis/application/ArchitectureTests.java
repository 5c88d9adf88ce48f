package de.foerderkreis.application;

import de.foerderkreis.platformtest.HouseRules;
import de.foerderkreis.portal.check.MessageCompleteness;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTests {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check(ApplicationService.class);
    }

    @Test
    void modulesDoNotLeak() {
        ApplicationModules.of(ApplicationService.class).verify();
    }

    @Test
    void everyTextIsThereInBothLanguages() {
        new MessageCompleteness("application").verify();
    }
}
