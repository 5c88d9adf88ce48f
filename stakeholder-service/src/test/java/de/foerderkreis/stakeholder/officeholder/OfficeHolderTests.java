package de.foerderkreis.stakeholder.officeholder;

import static de.foerderkreis.stakeholder.Portal.with;
import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.contracts.stakeholder.ContactState;
import de.foerderkreis.stakeholder.Portal;
import de.foerderkreis.stakeholder.StakeholderTest;
import de.foerderkreis.stakeholder.Story;
import de.foerderkreis.stakeholder.Wire;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StakeholderTest
class OfficeHolderTests {

    @Autowired Portal portal;
    @Autowired Wire wire;

    private Story story;

    @BeforeEach
    void importTowns() {
        story = Story.inFreshDistrict(portal);
    }

    @Test
    void aTownHasOneMayorAtATime() {
        var first = portal.ok(portal.post(story.clerk(), "/office-holders", mayor("2009-10-21")));

        assertThat(portal.post(story.clerk(), "/office-holders", mayor("2014-06-23")))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:foerderkreis:problem:office-taken");

        var end =
                with(
                        "version",
                        0,
                        "salutation",
                        "FRAU",
                        "name",
                        "Berta Beispiel",
                        "email",
                        "mayor@town.example",
                        "validFrom",
                        "2009-10-21",
                        "validTo",
                        "2014-06-22");
        portal.ok(portal.put(story.clerk(), "/office-holders/" + first.get("id").asString(), end));
        portal.ok(portal.post(story.clerk(), "/office-holders", mayor("2014-06-23")));
        var contacts = wire.await(story.district(), ContactState.class, 3);
        // Across keys nothing promises an order: the new mayor may be read before the old one's
        // end.
        assertThat(contacts).hasSize(3);
        assertThat(contacts)
                .filteredOn(it -> it.key().equals(first.get("id").asString()))
                .hasSize(2);
        assertThat(portal.put(story.clerk(), "/office-holders/" + first.get("id").asString(), end))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.changedFields")
                .asArray()
                .containsExactly("validTo");
    }

    @Test
    void aMayorOfAnUnknownTownIsRefusedWithTheField() {
        var stranger = mayor("2009-10-21");
        stranger.put("organisation", "05315000");

        assertThat(portal.post(story.clerk(), "/office-holders", stranger))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("organisation");
    }

    @Test
    void aTermCannotEndBeforeItBegins() {
        var reversed = mayor("2014-06-23");
        reversed.put("validTo", "2014-06-22");

        assertThat(portal.post(story.clerk(), "/office-holders", reversed)).hasStatus(422);
    }

    private Map<String, Object> mayor(String from) {
        return with(
                "organisation", story.ags("008"),
                "function", "MAYOR",
                "salutation", "FRAU",
                "name", "Berta Beispiel",
                "email", "mayor@town.example",
                "validFrom", from);
    }
}
