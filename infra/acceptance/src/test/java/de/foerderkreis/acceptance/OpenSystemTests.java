package de.foerderkreis.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.story.PortalClient;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the running system shows to those who are not signed in, to machines and to the network. */
@Order(4)
@ExtendWith(RunningSystem.class)
class OpenSystemTests {

    @Test
    void nothingButLoopbackIsListenedOn() {
        assertThat(RunningSystem.stack().listeningSockets())
                .isNotEmpty()
                .allSatisfy(it ->
                        assertThat(it.getAddress())
                                .matches(InetAddress::isLoopbackAddress, "loopback"));
    }

    @Test
    void noServicesManagementIsReachableThroughTheGateway() {
        for (String path :
                List.of(
                        "/actuator/mappings",
                        "/api/application/actuator/mappings",
                        "/api/finance/v1/../../../actuator/mappings")) {
            assertThat(
                            PortalClient.visitor(RunningSystem.portal())
                                    .callOnce("GET", path, null, Map.of())
                                    .status())
                    .as(path)
                    .isIn(302, 400, 401, 403, 404);
        }
    }

    @Test
    void aVisitorIsAskedToSignInAndAnApiCallerGetsAProblem() {
        var visitor = PortalClient.visitor(RunningSystem.portal());
        assertThat(
                        visitor.callOnce("GET", "/vorhaben", null, Map.of("Accept", "text/html"))
                                .status())
                .isEqualTo(302);
        var api = visitor.callOnce("GET", "/api/application/v1/cases", null, Map.of());
        assertThat(api.status()).isEqualTo(401);
        assertThat(api.type()).startsWith("application/problem+json");
        assertThat(visitor.callOnce("GET", "/", null, Map.of("Accept", "text/html")).status())
                .isEqualTo(200);
    }

    @Test
    void aFormSentAfterTheSessionEndedLosesNothing() {
        var mayor = RunningSystem.story().actors().anew("mayor-much");
        mayor.forgetSession();
        var typed = "Was ich eine Stunde lang schrieb <b>& mehr</b>";
        var answer =
                mayor.submit(
                        "/beteiligung/" + RunningSystem.story().roundId() + "/stellungnahme",
                        Map.of("position", "REJECT", "text", typed));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body())
                .contains("Was ich eine Stunde lang schrieb &lt;b&gt;&amp; mehr&lt;/b&gt;")
                .contains("Nochmals senden");
    }

    @Test
    void everyServiceDescribesItsInterface() {
        for (String service : List.of("application", "finance", "stakeholder", "notification")) {
            var description =
                    PortalClient.visitor(RunningSystem.portal())
                            .get("/api/" + service + "/v1/openapi.json")
                            .expect(200)
                            .json();
            assertThat(description.path("openapi").asString()).startsWith("3.1");
            assertThat(description.path("paths").propertyNames()).isNotEmpty();
        }
    }

    @Test
    void badInputHasItsClearAnswer() {
        var clerk = RunningSystem.story().actors().clerk();
        var documents =
                "/api/application/v1/cases/" + RunningSystem.story().caseId() + "/documents";
        var executable =
                clerk.upload(
                        documents,
                        "niederschrift.pdf",
                        "application/pdf",
                        new byte[] {
                            'M',
                            'Z',
                            (byte) 0x90,
                            0,
                            3,
                            0,
                            0,
                            0,
                            4,
                            0,
                            0,
                            0,
                            (byte) 0xff,
                            (byte) 0xff
                        });
        assertThat(executable.status()).isEqualTo(422);
        assertThat(executable.text("type"))
                .isEqualTo("urn:foerderkreis:problem:document-type-refused");

        var tooLarge =
                clerk.post(
                        "/api/application/v1/cases",
                        Map.of(
                                "title",
                                "x".repeat(1_100_000),
                                "programmeCode",
                                "KI-2012",
                                "fileReference",
                                "x",
                                "openedOn",
                                "2014-01-01"));
        assertThat(tooLarge.status()).isEqualTo(413);

        var wrongColumns =
                clerk.upload(
                        "/api/stakeholder/v1/municipalities/import?dryRun=false",
                        "m.csv",
                        "text/csv",
                        "gibt,es,nicht\n1,2,3\n".getBytes(StandardCharsets.UTF_8));
        assertThat(wrongColumns.status()).isEqualTo(422);
        assertThat(wrongColumns.body()).contains("ags");

        var stale =
                clerk.put(
                        "/api/application/v1/cases/" + RunningSystem.story().caseId(),
                        Map.of(
                                "version",
                                4711,
                                "title",
                                "Anders",
                                "fileReference",
                                "50.2-KI-2012"));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("changedFields");
    }
}
