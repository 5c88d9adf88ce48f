package de.foerderkreis.application.oldfile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of an old file, in the order of the blank table; headings are German in any case. */
enum Column {
    DATE("Datum"),
    KIND("Art"),
    BODY("Gremium"),
    NUMBER("Nummer"),
    SUBJECT("Betreff"),
    PROPOSERS("Antragsteller"),
    OUTCOME("Ergebnis"),
    RESOLVES("Beschluss über"),
    PROOF("Beleg");

    private final String heading;

    Column(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }

    static Optional<Column> of(String heading) {
        var typed = heading.strip().toLowerCase(Locale.GERMAN);
        return Arrays.stream(values())
                .filter(it -> it.heading.toLowerCase(Locale.GERMAN).equals(typed))
                .findFirst();
    }
}
