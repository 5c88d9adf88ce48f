package de.foerderkreis.notification;

import de.foerderkreis.platformtest.HouseRules;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTests {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check(NotificationService.class);
    }

    @Test
    void modulesDoNotLeak() {
        ApplicationModules.of(NotificationService.class).verify();
    }
}
