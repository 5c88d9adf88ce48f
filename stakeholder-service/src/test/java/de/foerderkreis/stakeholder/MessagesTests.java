package de.foerderkreis.stakeholder;

import de.foerderkreis.portal.check.MessageCompleteness;
import org.junit.jupiter.api.Test;

class MessagesTests {

    @Test
    void everyTextExistsInBothLanguages() {
        new MessageCompleteness("stakeholder").verify();
    }
}
