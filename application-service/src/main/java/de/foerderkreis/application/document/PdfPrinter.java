package de.foerderkreis.application.document;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Prints a template as PDF/UA-1 and PDF/A-3a. The bytes depend on the template, its values and the
 * instant given, on nothing else: no wall clock, no language or zone of the machine.
 */
@Component
public class PdfPrinter {

    static {
        // The renderer tells every font and every phase; what is wrong stays loud.
        XRLog.listRegisteredLoggers().forEach(it -> XRLog.setLevel(it, Level.WARNING));
    }

    private final PrintedPage pages;

    PdfPrinter(PrintedPage pages) {
        this.pages = pages;
    }

    /**
     * Prints.
     *
     * @param at the document's date, business time
     * @param moreStyles rules that depend on the document
     */
    public byte[] print(
            String template,
            Map<String, Object> values,
            String moreStyles,
            Instant at,
            List<Attachment> attachments) {
        var xhtml = pages.fill(template, values, moreStyles);
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.withProducer("Foerderkreis");
        font(builder, "fira-sans-regular", "Fira Sans", 400);
        font(builder, "fira-sans-semibold", "Fira Sans", 700);
        font(builder, "dejavu-sans", "DejaVu Sans", 400);
        // Nothing is loaded from anywhere: what a document shows was frozen with it.
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.withHtmlContent(xhtml, null);
        try (var renderer = builder.buildPdfRenderer();
                var pdf = renderer.createPDFKeepOpen()) {
            new PdfFinish(pdf, at).apply(attachments);
            var bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException("The document cannot be printed", broken);
        }
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
        FSSupplier<InputStream> content = () -> open("META-INF/print-fonts/" + file + ".ttf");
        builder.useFont(content, family, weight, FontStyle.NORMAL, true);
    }

    private static InputStream open(String resource) {
        try {
            return new ClassPathResource(resource).getInputStream();
        } catch (IOException missing) {
            throw new UncheckedIOException("portal-layout brings " + resource, missing);
        }
    }
}
