package de.foerderkreis.stakeholder.letter;

import de.foerderkreis.stakeholder.consultation.RoundFacts;
import de.foerderkreis.stakeholder.district.Districts;
import de.foerderkreis.stakeholder.municipality.Municipalities;
import de.foerderkreis.stakeholder.municipality.Municipality;
import de.foerderkreis.stakeholder.officeholder.OfficeHolders;
import de.foerderkreis.stakeholder.officeholder.Salutation;
import de.foerderkreis.stakeholder.officeholder.Signatory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Forms of address and the standard text (F7). Letters are German whoever is looking: that is the
 * official language (§ 23 VwVfG NRW). Forms of address are in the message files, the standard text
 * is a file of its own.
 */
@Component
class LetterForms {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final String VACANT = "VACANT";

    private final OfficeHolders holders;
    private final Municipalities municipalities;
    private final Districts districts;
    private final MessageSource messages;
    private final String standard;

    LetterForms(
            OfficeHolders holders,
            Municipalities municipalities,
            Districts districts,
            MessageSource messages,
            @Value("classpath:letter/standard-letter.txt") Resource standard)
            throws IOException {
        this.holders = holders;
        this.municipalities = municipalities;
        this.districts = districts;
        this.messages = messages;
        this.standard = standard.getContentAsString(StandardCharsets.UTF_8).strip();
    }

    LetterText standard() {
        return new LetterText(standard, null);
    }

    /** Who would be written to today: everybody. */
    List<RoundFacts.Town> recipients(RoundFacts round) {
        return municipalities.all().stream()
                .map(it -> new RoundFacts.Town(it.ags(), it.name(), it.inhabitants(), null))
                .toList();
    }

    /** Who signs a letter of that day. */
    Optional<Signatory> signatory(LocalDate sentOn) {
        return holders.signatoryOn(sentOn);
    }

    /** Name and office under the text; the office alone where the person is no longer on file. */
    String signature(Signatory signatory) {
        var office = text("stakeholder.letter.signed." + signatory.office());
        return holders.nameOf(signatory.contactId())
                .map(name -> name + "\n" + office)
                .orElse(office);
    }

    List<Letter> write(
            RoundFacts round, List<RoundFacts.Town> towns, LetterText text, LocalDate sentOn) {
        var salutations = holders.mayorSalutationsOn(sentOn);
        var district = districts.name();
        var signature = signatory(sentOn).map(this::signature).orElse(null);
        return towns.stream()
                .map(town -> {
                    var salutation = salutations.get(town.ags());
                    return letter(round, town, form(salutation), text, sentOn, district, signature);
                })
                .toList();
    }

    private static String form(@Nullable Salutation salutation) {
        return salutation == null ? VACANT : salutation.name();
    }

    private Letter letter(
            RoundFacts round,
            RoundFacts.Town town,
            String form,
            LetterText text,
            LocalDate sentOn,
            String district,
            @Nullable String signature) {
        var conception = round.conceptionVersion();
        var body =
                text.filled(
                        Map.of(
                                "Anrede",
                                text("stakeholder.letter.salutation." + form),
                                "Kommune",
                                town.name(),
                                "Gegenstand",
                                round.title(),
                                "Datum",
                                DAY.format(sentOn),
                                "Frist",
                                DAY.format(round.dueOn()),
                                "Konzeption",
                                conception == null
                                        ? text("stakeholder.letter.no-conception")
                                        : text("stakeholder.letter.conception", conception),
                                "Kreis",
                                district));
        var type =
                municipalities.find(town.ags()).map(Municipality::type).map(Enum::name).orElse("");
        var place =
                type.isEmpty() ? town.name() : text("stakeholder.letter.of." + type, town.name());
        return new Letter(
                town.ags(),
                town.name(),
                text("stakeholder.letter.address." + form) + "\n" + place,
                body,
                sentOn,
                signature);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.GERMAN);
    }
}
