package de.foerderkreis.application.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.foerderkreis.platform.problem.FieldError;
import de.foerderkreis.platform.problem.Problem;
import org.junit.jupiter.api.Test;

class FormCheckTests {

    final FormCheck form = new FormCheck();

    @Test
    void readsADayAsBrowsersSendItAndAsPeopleTypeIt() {
        assertThat(form.day("on", "2014-02-25")).isEqualTo("2014-02-25");
        assertThat(form.day("on", " 25.02.2014 ")).isEqualTo("2014-02-25");
        assertThat(form.day("on", "4.3.2014")).isEqualTo("2014-03-04");
        form.done();
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        form.text("title", " ", 200);
        form.text("reference", "x".repeat(61), 60);
        form.day("openedOn", "30.02.2014");
        form.day("dueOn", null);
        form.choice("body", "BUNDESTAG", Thread.State.class);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(form::done)
                .satisfies(it ->
                        assertThat(it.errors())
                                .extracting(FieldError::field)
                                .containsExactly(
                                        "title", "reference", "openedOn", "dueOn", "body"));
    }

    @Test
    void whatMayBeLeftOutIsAbsentWhenBlank() {
        assertThat(form.optionalText("reason", "  ", 10)).isNull();
        assertThat(form.optionalDay("dueOn", "")).isNull();
        form.done();
    }
}
