package de.foerderkreis.stakeholder.letter;

import de.foerderkreis.stakeholder.consultation.RoundFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code letter_text} and {@code letter}. */
@Repository
class LetterRecords {

    private final JdbcClient db;

    LetterRecords(JdbcClient db) {
        this.db = db;
    }

    Optional<LetterText> text(UUID roundId) {
        return db.sql("select text, version from letter_text where round_id = ?")
                .param(roundId)
                .query((row, index) ->
                        new LetterText(row.getString("text"), row.getLong("version")))
                .optional();
    }

    boolean insertText(UUID roundId, String text) {
        return db.sql(
                                "insert into letter_text (round_id, text) values (?, ?) on conflict do nothing")
                        .params(roundId, text)
                        .update()
                == 1;
    }

    boolean updateText(UUID roundId, String text, long seen) {
        return db.sql(
                                """
                                update letter_text set text = ?, version = version + 1
                                where round_id = ? and version = ?\
                                """)
                        .params(text, roundId, seen)
                        .update()
                == 1;
    }

    void insert(UUID roundId, Letter letter) {
        db.sql("insert into letter (round_id, ags, address, body, sent_on) values (?, ?, ?, ?, ?)")
                .params(roundId, letter.ags(), letter.address(), letter.body(), letter.sentOn())
                .update();
    }

    /** Letters as they went out, in the order of the towns. */
    List<Letter> sent(RoundFacts round) {
        var names =
                round.towns().stream()
                        .collect(Collectors.toMap(RoundFacts.Town::ags, RoundFacts.Town::name));
        return db.sql("select * from letter where round_id = ? order by ags")
                .param(round.id())
                .query((row, index) ->
                        new Letter(
                                row.getString("ags"),
                                names.getOrDefault(row.getString("ags"), row.getString("ags")),
                                row.getString("address"),
                                row.getString("body"),
                                row.getObject("sent_on", LocalDate.class)))
                .list();
    }
}
