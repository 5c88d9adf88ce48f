package de.foerderkreis.stakeholder;

import de.foerderkreis.portal.check.RecordedActs;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Whatever this service records, its audit pages tell in words and not as a code. */
class AuditWordsTests {

    @Test
    void everyRecordedActHasAWord() {
        new RecordedActs(Path.of("src", "main"), "stakeholder").verify();
    }
}
