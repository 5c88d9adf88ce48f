package de.foerderkreis.stakeholder;

import de.foerderkreis.platformtest.HouseRules;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTests {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check(StakeholderService.class);
    }

    @Test
    void modulesDoNotLeak() {
        ApplicationModules.of(StakeholderService.class).verify();
    }
}
