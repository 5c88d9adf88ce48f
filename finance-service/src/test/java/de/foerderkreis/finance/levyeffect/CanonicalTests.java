package de.foerderkreis.finance.levyeffect;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.finance.DemoFigures;
import de.foerderkreis.finance.levyeffect.LevyInputs.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CanonicalTests {

    @Test
    void theSameInputsHaveTheSameHashForEver() {
        // A changed constant here means that effects on record can no longer be reproduced.
        assertThat(Canonical.sha256(Canonical.inputs(inputs("80000.00")))).isEqualTo(INPUT_HASH);
        assertThat(Canonical.sha256(Canonical.result(inputs("80000.00")))).isEqualTo(RESULT_HASH);
    }

    @Test
    void inputsReadBackAreTheSameText() {
        String text = Canonical.inputs(inputs("80000.00"));
        assertThat(Canonical.inputs(Canonical.inputs(text))).isEqualTo(text);
    }

    @Test
    void anotherCentIsAnotherHash() {
        assertThat(Canonical.inputs(inputs("80000.01")))
                .isNotEqualTo(Canonical.inputs(inputs("80000.00")));
    }

    @Test
    void aFrozenEffectNoticesEveryTampering() {
        var effect =
                LevyEffect.freeze(
                        new UUID(0, 1), new UUID(0, 2), 1, inputs("80000.00"), Instant.EPOCH);
        assertThat(effect.reproducible()).isTrue();
        assertThat(with(effect, effect.inputs().replace("9774885", "9774886"), effect.result()))
                .isFalse();
        assertThat(with(effect, effect.inputs(), effect.result().replace("12025.08", "12025.09")))
                .isFalse();
    }

    @Test
    void aTownNameThatLooksLikeAFormulaStaysAText() {
        var csv = LevyEffectCsv.write(LevyTable.of(inputs("80000.00", "=cmd()"), Scenario.NONE));
        assertThat(csv).startsWith("\uFEFFAGS;Kommune;Einwohner;").contains(";'=cmd();");
        assertThat(csv).contains("05382068;Troisdorf;72700;97748850,00;12025,08;0,1654");
        assertThat(csv).contains(";Summe;584200;650300000,00;80000,00;");
    }

    private static boolean with(LevyEffect effect, String inputs, String result) {
        return new LevyEffect(
                        effect.id(),
                        effect.caseId(),
                        effect.number(),
                        inputs,
                        effect.inputHash(),
                        result,
                        effect.resultHash(),
                        effect.calculatedAt())
                .reproducible();
    }

    static LevyInputs inputs(String amount) {
        return inputs(amount, "Alfter");
    }

    static LevyInputs inputs(String amount, String firstName) {
        return new LevyInputs(
                1,
                amount,
                new LevyInputs.Base(
                        UUID.fromString("01977e3c-4d2a-7c11-9f00-000000000007"),
                        2014,
                        "FINAL",
                        LocalDate.of(2014, 1, 15),
                        "ab".repeat(32)),
                null,
                new LevyInputs.RateInForce("36.13", "Haushaltssatzung 2013/2014"),
                DemoFigures.municipalities().stream()
                        .map(it ->
                                new LevyInputs.Town(
                                        it.getField("ags"),
                                        it.getField("ags").equals("05382004")
                                                ? firstName
                                                : it.getField("name"),
                                        Integer.parseInt(it.getField("inhabitants")),
                                        Boolean.parseBoolean(it.getField("own_youth_office")),
                                        List.of(
                                                new Part(
                                                        "TAX_POWER",
                                                        it.getField("tax_power_eur") + ".00"),
                                                new Part(
                                                        "KEY_ALLOCATION",
                                                        it.getField("key_allocation_eur") + ".00")),
                                        DemoFigures.expected("levy_base_eur")
                                                .get(it.getField("ags"))
                                                .toString()))
                        .toList());
    }

    private static final String INPUT_HASH =
            "29d62222c19d76ec23fba2ba060efd07748e351a87ee409cdcd5a7c0ce489cf0";
    private static final String RESULT_HASH =
            "939a6d2dda0f87b61e2efd5472e21064dfb6d5efa3c3e39c3b220ab4ddf2f018";
}
