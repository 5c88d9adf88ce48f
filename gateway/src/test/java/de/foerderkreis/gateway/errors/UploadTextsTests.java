package de.foerderkreis.gateway.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTextsTests {

    private static final String BODY =
            """
            --grenze
            Content-Disposition: form-data; name="grund"

            Ämter
            --grenz, fast
            --grenze
            Content-Disposition: form-data; name="datei"; filename="beschluss.pdf"
            Content-Type: application/pdf

            %PDF --grenz
            --grenze
            Content-Disposition: form-data; name="leer"


            --grenze
            Content-Disposition: form-data; name="nach"

            der Datei
            --grenze--
            """
                    .replace("\n", "\r\n");

    /** However the network cuts it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 10_000})
    void keepsTextsAndNamesOfFiles(int chunk) {
        var form = read(BODY, chunk).form();
        assertThat(form).isNotNull();
        assertThat(form.fields())
                .containsExactly(
                        new KeptForm.Field("grund", "Ämter\r\n--grenz, fast"),
                        new KeptForm.Field("leer", ""),
                        new KeptForm.Field("nach", "der Datei"));
        assertThat(form.files()).containsExactly("datei");
    }

    @Test
    void keepsNothingOfWhatHasNoEndOrIsTooLong() {
        assertThat(read(BODY.substring(0, BODY.length() - 20), 64).form()).isNull();
        assertThat(read("kein Formular", 64).form()).isNull();
        assertThat(read(BODY.replace("der Datei", "x".repeat(2_000_000)), 10_000).form()).isNull();
    }

    private static UploadTexts read(String body, int chunk) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var texts = new UploadTexts("grenze");
        for (var at = 0; at < bytes.length; at += chunk) {
            texts.add(bytes, at, Math.min(chunk, bytes.length - at));
        }
        return texts;
    }
}
