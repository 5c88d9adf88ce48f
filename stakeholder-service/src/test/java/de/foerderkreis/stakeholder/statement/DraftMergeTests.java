package de.foerderkreis.stakeholder.statement;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.stakeholder.coding.Reason;
import de.foerderkreis.stakeholder.tally.Position;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DraftMergeTests {

    private final Content mine = new Content(Position.REJECT, List.of(), "meins");
    private final Content theirs = new Content(Position.NEUTRAL, List.of(Reason.STAFF), "deins");

    @Test
    void takesFromEachWhatOnlyTheyChanged() {
        var merge = DraftMerge.of(mine, theirs, List.of("position", "reasons"), Set.of("text"));

        assertThat(merge.conflicts()).isEmpty();
        assertThat(merge.content())
                .isEqualTo(new Content(Position.NEUTRAL, List.of(Reason.STAFF), "meins"));
    }

    @Test
    void asksOnlyForAFieldBothChangedDifferently() {
        var merge =
                DraftMerge.of(
                        mine,
                        new Content(Position.REJECT, List.of(), "deins"),
                        List.of("position", "text"),
                        Set.of("position", "text"));

        assertThat(merge.conflicts()).containsExactly("text");
        assertThat(merge.content()).isEqualTo(mine);
    }

    @Test
    void aFingerprintTellsWhetherAFieldChanged() {
        assertThat(mine.fingerprints().get("text")).isNotEqualTo(theirs.fingerprints().get("text"));
        assertThat(new Content(null, List.of(), "a\r\nb").fingerprints())
                .isEqualTo(new Content(null, List.of(), "a\nb").fingerprints());
    }
}
