package de.foerderkreis.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.foerderkreis.platform.SampleTest;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.platform.tenancy.Tenancy;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SampleTest
class DocumentTests {

    private static final byte[] PDF =
            "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG = {
        (byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13
    };
    private static final byte[] JPEG = {
        (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0
    };
    private static final byte[] EXECUTABLE = {
        'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, (byte) 0xff, (byte) 0xff
    };

    @Autowired Documents documents;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    @Test
    void aFileIsFoundByTheHashOfItsContent() {
        var bytes = "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII);
        var stored = Tenancy.call("05382", null, () -> documents.store(bytes, "Beschluss 4.pdf"));

        assertThat(stored.sha256()).hasSize(64);
        assertThat(stored.mediaType()).isEqualTo("application/pdf");
        assertThat(stored.size()).isEqualTo(bytes.length);
        assertThat(Tenancy.call("05382", null, () -> documents.load(stored.sha256())))
                .isEqualTo(bytes);
        assertThat(Tenancy.call("05382", null, () -> documents.find(stored.sha256())))
                .contains(stored);
    }

    @Test
    void theSameContentIsKeptOnce() {
        var bytes = "Name;Betrag\nAlfter;1\n".getBytes(StandardCharsets.UTF_8);
        var first = Tenancy.call("05382", null, () -> documents.store(bytes, "liste.csv"));
        var second = Tenancy.call("05382", null, () -> documents.store(bytes, "kopie.csv"));
        assertThat(second.sha256()).isEqualTo(first.sha256());
        var kept =
                Tenancy.call(
                        "05382",
                        null,
                        () ->
                                transactions.execute(status ->
                                        jdbc.sql("select count(*) from document where sha256 = ?")
                                                .param(first.sha256())
                                                .query(Long.class)
                                                .single()));
        assertThat(kept).isEqualTo(1);
    }

    @Test
    void anotherDistrictDoesNotHaveIt() {
        var stored = Tenancy.call("05382", null, () -> documents.store(PDF, "Beschluss.pdf"));
        assertThat(Tenancy.call("05358", null, () -> documents.find(stored.sha256()))).isEmpty();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(
                        () -> Tenancy.call("05358", null, () -> documents.load(stored.sha256())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "beschluss.pdf",
                "beschluss.exe",
                "beschluss",
                "beschluss.txt",
                "beschluss.png"
            })
    void anExecutableIsRefusedUnderAnyName(String name) {
        refused(EXECUTABLE, name);
    }

    @Test
    void contentAndExtensionHaveToAgree() {
        refused(PDF, "bild.png");
        refused(PNG, "beschluss.pdf");
        refused(
                "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8),
                "seite.html");
        refused(
                "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8),
                "seite.txt");
        refused(zip("irgendwas.bin"), "archiv.docx.exe");
        refused(new byte[0], "leer.pdf");
        assertThat(accepted(PNG, "BILD.PNG")).isEqualTo("image/png");
        assertThat(accepted(JPEG, "bild.jpeg")).isEqualTo("image/jpeg");
        assertThat(accepted("Grüße".getBytes(StandardCharsets.UTF_8), "notiz.txt"))
                .isEqualTo("text/plain");
        assertThat(
                        accepted(
                                "Städte;Bevölkerung\nKönigswinter;1\n"
                                        .getBytes(StandardCharsets.ISO_8859_1),
                                "alt.csv"))
                .isEqualTo("text/csv");
        assertThat(accepted(zip("[Content_Types].xml"), "konzept.docx"))
                .isEqualTo(
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(accepted(odt(), "konzept.odt"))
                .isEqualTo("application/vnd.oasis.opendocument.text");
    }

    @Test
    void aFileOverTheLimitIsRefusedWithTheLimit() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() ->
                        Tenancy.call(
                                "05382",
                                null,
                                () -> documents.store(new byte[20 * 1024 * 1024 + 1], "gross.pdf")))
                .matches(problem -> problem.type().equals("document-too-large"))
                .matches(problem -> problem.status().value() == 413)
                .matches(problem -> problem.args().contains(20L));
    }

    @Test
    void aPathInTheNameIsDropped() {
        assertThat(
                        Tenancy.call(
                                        "05382",
                                        null,
                                        () -> documents.store(PDF, "C:\\Akten\\..\\geheim\r\n.pdf"))
                                .filename())
                .isEqualTo("geheim__.pdf");
    }

    private String accepted(byte[] bytes, String name) {
        return Tenancy.call("05382", null, () -> documents.store(bytes, name)).mediaType();
    }

    private void refused(byte[] bytes, String name) {
        assertThatExceptionOfType(Problem.class)
                .as(name)
                .isThrownBy(() -> Tenancy.call("05382", null, () -> documents.store(bytes, name)))
                .matches(problem -> problem.type().equals("document-type-refused"))
                .matches(problem -> problem.status().value() == 422);
    }

    private static byte[] odt() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            var type =
                    "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII);
            var entry = new ZipEntry("mimetype");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(type.length);
            var crc = new java.util.zip.CRC32();
            crc.update(type);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(type);
            zip.closeEntry();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
