package de.foerderkreis.stakeholder.letter;

import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.outbox.Roots;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.stakeholder.consultation.RoundFacts;
import de.foerderkreis.stakeholder.consultation.RoundOpened;
import de.foerderkreis.stakeholder.consultation.RoundReader;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the letters of a round and keeps them as they went out. */
@Service
class Letters {

    private final LetterRecords records;
    private final LetterForms forms;
    private final RoundReader rounds;
    private final Roots roots;
    private final Audit audit;
    private final BusinessClock clock;

    Letters(
            LetterRecords records,
            LetterForms forms,
            RoundReader rounds,
            Roots roots,
            Audit audit,
            BusinessClock clock) {
        this.records = records;
        this.forms = forms;
        this.rounds = rounds;
        this.roots = roots;
        this.audit = audit;
        this.clock = clock;
    }

    /** The text as it stands: the district's own, or the form text. */
    @Transactional(readOnly = true)
    LetterText text(UUID roundId) {
        rounds.require(roundId);
        return records.text(roundId).orElseGet(forms::standard);
    }

    /** As they went out, or as they would go out today. */
    @Transactional(readOnly = true)
    List<Letter> of(UUID roundId) {
        var round = rounds.require(roundId);
        return round.prepared()
                ? forms.write(round, forms.recipients(round), text(roundId), clock.today())
                : records.sent(round, forms::signature);
    }

    /** The letter of one town, as it went out. */
    @Transactional(readOnly = true)
    Letter of(UUID roundId, String ags) {
        return of(roundId).stream()
                .filter(letter -> letter.ags().equals(ags))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("letter"));
    }

    /**
     * Changes the text of a round that was not sent yet.
     *
     * @param seen version the clerk saw, absent for the form text
     */
    @Transactional
    LetterText edit(UUID roundId, @Nullable Long seen, String text) {
        roots.lock("consultation_round", roundId);
        if (!rounds.require(roundId).prepared()) {
            throw Problem.conflict("letters-sent");
        }
        var next = new LetterText(text.replace("\r\n", "\n").strip(), seen);
        next.unknown().stream()
                .findFirst()
                .ifPresent(name -> {
                    throw Problem.invalid(
                            "text",
                            "unknown-placeholder",
                            name,
                            String.join(", ", LetterText.PLACEHOLDERS));
                });
        var stored =
                seen == null
                        ? records.insertText(roundId, next.text())
                        : records.updateText(roundId, next.text(), seen);
        if (!stored) {
            throw Problem.stale(List.of("text"));
        }
        audit.record("letter.edited", "round", roundId.toString(), null, next.text(), null);
        return text(roundId);
    }

    /** Freezes one letter for each addressee, within the transaction that opens the round. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void freeze(RoundOpened opened) {
        var round = rounds.require(opened.roundId());
        var text = records.text(opened.roundId()).orElseGet(forms::standard);
        var sentOn = sentOn(round, opened);
        var signatory = forms.signatory(sentOn).orElse(null);
        forms.write(round, round.towns(), text, sentOn)
                .forEach(letter -> records.insert(opened.roundId(), letter, signatory));
    }

    private static LocalDate sentOn(RoundFacts round, RoundOpened opened) {
        var sentOn = round.sentOn();
        return sentOn == null ? opened.sentOn() : sentOn;
    }
}
