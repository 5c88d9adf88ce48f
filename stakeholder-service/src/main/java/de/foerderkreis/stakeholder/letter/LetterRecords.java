package de.foerderkreis.stakeholder.letter;

import de.foerderkreis.stakeholder.consultation.RoundFacts;
import de.foerderkreis.stakeholder.officeholder.Office;
import de.foerderkreis.stakeholder.officeholder.Signatory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    void insert(UUID roundId, Letter letter, @Nullable Signatory signatory) {
        db.sql(
                        """
                        insert into letter (round_id, ags, address, body, sent_on, signed_by, signed_as)
                        values (?, ?, ?, ?, ?, ?, ?)\
                        """)
                .param(roundId)
                .param(letter.ags())
                .param(letter.address())
                .param(letter.body())
                .param(letter.sentOn())
                .param(signatory == null ? null : signatory.contactId())
                .param(signatory == null ? null : signatory.office().name())
                .update();
    }

    /**
     * Letters as they went out, in the order of the towns.
     *
     * @param signature puts who signed into words
     */
    List<Letter> sent(RoundFacts round, Function<Signatory, String> signature) {
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
                                row.getObject("sent_on", LocalDate.class),
                                signatory(row).map(signature).orElse(null)))
                .list();
    }

    private static Optional<Signatory> signatory(ResultSet row) throws SQLException {
        var office = row.getString("signed_as");
        return office == null
                ? Optional.empty()
                : Optional.of(
                        new Signatory(
                                row.getObject("signed_by", UUID.class), Office.valueOf(office)));
    }
}
