package de.foerderkreis.stakeholder.partner;

import static de.foerderkreis.stakeholder.Portal.with;
import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.contracts.stakeholder.ContactState;
import de.foerderkreis.contracts.stakeholder.PartnerState;
import de.foerderkreis.platformtest.Tokens;
import de.foerderkreis.stakeholder.Portal;
import de.foerderkreis.stakeholder.StakeholderTest;
import de.foerderkreis.stakeholder.Wire;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StakeholderTest
class PartnerTests {

    @Autowired Portal portal;
    @Autowired Wire wire;

    private final String district = Portal.freshDistrict();
    private final String clerk = Tokens.clerk(district);

    @Test
    void announcesThePartnerWithoutThePersonAndThePersonOnTheContactsTopicOnly() {
        var partner = portal.ok(portal.post(clerk, "/partners", caritas()));

        assertThat(partner.get("alias").asString()).isEqualTo(district + "-caritas");
        var state = wire.await(district, PartnerState.class, 1).getFirst();
        assertThat(state.key()).isEqualTo(district + "-caritas");
        assertThat(state.body().toString()).doesNotContain("Muster", "@");
        var contact = wire.await(district, ContactState.class, 1).getFirst();
        assertThat(contact.topic()).isEqualTo(ContactState.TOPIC);
        assertThat(contact.key()).isEqualTo(partner.get("contactId").asString());
        assertThat(contact.body().get("function").asString()).isEqualTo("PARTNER_CONTACT");
        assertThat(contact.body().get("subscriptions").toString())
                .isEqualTo("[\"ResolutionAdopted\"]");
    }

    @Test
    void anEditThatComesTooLateLearnsWhatChanged() {
        portal.ok(portal.post(clerk, "/partners", caritas()));
        var edit = edit();
        portal.ok(portal.put(clerk, "/partners/" + district + "-caritas", edit));

        assertThat(portal.put(clerk, "/partners/" + district + "-caritas", edit))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.changedFields")
                .asArray()
                .containsExactly("email");
    }

    @Test
    void aSecondPartnerOfTheSameShortNameIsRefused() {
        portal.ok(portal.post(clerk, "/partners", caritas()));

        assertThat(portal.post(clerk, "/partners", caritas()))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:foerderkreis:problem:partner-exists");
    }

    @Test
    void anUnknownNoticeIsRefused() {
        var partner = caritas();
        partner.put("subscriptions", List.of("EverythingAlways"));

        assertThat(portal.post(clerk, "/partners", partner)).hasStatus(422);
    }

    @Test
    void aPartnerSeesItselfAndNobodyElse() {
        portal.ok(portal.post(clerk, "/partners", caritas()));

        assertThat(
                        portal.get(
                                Tokens.partner(district + "-caritas"),
                                "/partners/" + district + "-caritas"))
                .hasStatus(200);
        assertThat(
                        portal.get(
                                Tokens.partner(district + "-jobcenter"),
                                "/partners/" + district + "-caritas"))
                .hasStatus(404);
        assertThat(portal.get(Tokens.clerk("05999"), "/partners/" + district + "-caritas"))
                .hasStatus(404);
    }

    private static Map<String, Object> caritas() {
        return with(
                "slug", "caritas",
                "name", "Caritasverband",
                "category", "WELFARE_ASSOCIATION",
                "email", "info@caritas.example",
                "contactName", "Alex Muster",
                "subscriptions", List.of("ResolutionAdopted"));
    }

    private static Map<String, Object> edit() {
        var edit = caritas();
        edit.remove("slug");
        edit.put("version", 0);
        edit.put("active", true);
        edit.put("salutation", "NEUTRAL");
        edit.put("language", "de");
        edit.put("hasAccount", false);
        edit.put("email", "neu@caritas.example");
        return edit;
    }
}
