package de.foerderkreis.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Asks veraPDF what it thinks of a PDF. */
public final class Accessible {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Accessible() {}

    /** PDF/UA-1 and PDF/A-3a, or the rules it breaks. */
    public static void verify(byte[] pdf) throws Exception {
        for (var flavour : new PDFAFlavour[] {PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A}) {
            try (var parser =
                            Foundries.defaultInstance()
                                    .createParser(new ByteArrayInputStream(pdf), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                var result = validator.validate(parser);
                assertThat(
                                result.getTestAssertions().stream()
                                        .map(it ->
                                                it.getRuleId().getClause()
                                                        + "-"
                                                        + it.getRuleId().getTestNumber()
                                                        + " "
                                                        + it.getMessage()
                                                        + " at "
                                                        + it.getLocation().getContext())
                                        .distinct()
                                        .limit(10)
                                        .toList())
                        .as(flavour.toString())
                        .isEmpty();
                assertThat(result.isCompliant()).isTrue();
            }
        }
    }
}
