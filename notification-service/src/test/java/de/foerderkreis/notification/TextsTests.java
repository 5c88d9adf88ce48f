package de.foerderkreis.notification;

import de.foerderkreis.portal.check.MessageCompleteness;
import org.junit.jupiter.api.Test;

class TextsTests {

    @Test
    void everyTextIsThereInBothLanguages() {
        new MessageCompleteness("notification").verify();
    }
}
