package de.foerderkreis.application.programme;

import jakarta.validation.Validation;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/** The shipped pack, read as the service reads it, for tests of other modules. */
public final class ShippedPack {

    private ShippedPack() {}

    public static Programme read() {
        try {
            return new PackReader(Validation.buildDefaultValidatorFactory().getValidator())
                    .read(
                            "ki-2012.yml",
                            new ClassPathResource("programmes/ki-2012.yml")
                                    .getContentAsByteArray());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
