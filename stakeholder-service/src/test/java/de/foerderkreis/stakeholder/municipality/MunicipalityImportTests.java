package de.foerderkreis.stakeholder.municipality;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.contracts.stakeholder.MunicipalityState;
import de.foerderkreis.platformtest.Tokens;
import de.foerderkreis.stakeholder.Portal;
import de.foerderkreis.stakeholder.StakeholderTest;
import de.foerderkreis.stakeholder.Wire;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StakeholderTest
class MunicipalityImportTests {

    @Autowired Portal portal;
    @Autowired Wire wire;

    private final String district = Portal.freshDistrict();
    private final String clerk = Tokens.clerk(district);

    @Test
    void importsOnceAndAnnouncesEachMunicipalityAsFullState() {
        var file = Portal.municipalities(district);

        var trial = portal.ok(portal.upload(clerk, "/municipalities/import?dryRun=true", file));
        assertThat(trial.get("created").asInt()).isEqualTo(19);
        assertThat(portal.ok(portal.get(clerk, "/municipalities"))).isEmpty();

        assertThat(
                        portal.ok(portal.upload(clerk, "/municipalities/import", file))
                                .get("created")
                                .asInt())
                .isEqualTo(19);
        var again = portal.ok(portal.upload(clerk, "/municipalities/import", file));
        assertThat(again.get("unchanged").asInt()).isEqualTo(19);
        assertThat(again.get("created").asInt()).isZero();

        var states = wire.await(district, MunicipalityState.class, 19);
        assertThat(states).hasSize(19);
        assertThat(states).extracting(Wire.Event::key).contains(district + "068");
        assertThat(states).extracting(Wire.Event::topic).containsOnly(MunicipalityState.TOPIC);
    }

    @Test
    void oneChangedCellIsOneUpdateAndOneEvent() {
        portal.ok(portal.upload(clerk, "/municipalities/import", Portal.municipalities(district)));
        var changed =
                new String(Portal.municipalities(district), StandardCharsets.UTF_8)
                        .replace(",72700,", ",72800,")
                        .getBytes(StandardCharsets.UTF_8);

        var report = portal.ok(portal.upload(clerk, "/municipalities/import", changed));

        assertThat(report.get("updated").asInt()).isEqualTo(1);
        assertThat(report.get("unchanged").asInt()).isEqualTo(18);
        assertThat(
                        portal.ok(portal.get(clerk, "/municipalities/" + district + "068"))
                                .get("inhabitants")
                                .asInt())
                .isEqualTo(72_800);
        assertThat(wire.await(district, MunicipalityState.class, 20)).hasSize(20);
    }

    @Test
    void oneWrongCellSavesNothingAndIsNamedInTheReadersLanguage() {
        var wrong =
                new String(Portal.municipalities(district), StandardCharsets.UTF_8)
                        .replace(",10200,", ",-10200,")
                        .getBytes(StandardCharsets.UTF_8);

        var refused = portal.upload(clerk, "/municipalities/import", wrong);

        assertThat(refused).hasStatus(422);
        var error = portal.body(refused).get("errors").get(0);
        assertThat(error.get("row").asInt()).isEqualTo(14);
        assertThat(error.get("column").asString()).isEqualTo("inhabitants");
        assertThat(error.get("message").asString()).contains("-10200");
        assertThat(portal.ok(portal.get(clerk, "/municipalities"))).isEmpty();
        assertThat(
                        portal.ok(portal.upload(clerk, "/municipalities/import?dryRun=true", wrong))
                                .get("errors"))
                .hasSize(1);
    }

    @Test
    void nobodyButTheOfficeImports() {
        var file = Portal.municipalities(district);

        assertThat(portal.upload(Tokens.mayor(district + "068"), "/municipalities/import", file))
                .hasStatus(403);
        assertThat(portal.upload(Tokens.treasurer(district), "/municipalities/import", file))
                .hasStatus(403);
    }
}
