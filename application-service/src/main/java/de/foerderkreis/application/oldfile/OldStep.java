package de.foerderkreis.application.oldfile;

import de.foerderkreis.application.council.Body;
import de.foerderkreis.application.council.Outcome;
import de.foerderkreis.application.council.Paper;
import de.foerderkreis.application.council.Resolves;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of an old file, or a recorded step to compare it with (then its row is 0). What makes it
 * the same step again is its {@link #key}.
 */
sealed interface OldStep {

    int row();

    LocalDate on();

    /** Document that proves it: in the table its name or hash, once looked up its hash. */
    @Nullable String proof();

    OldStep proven(String sha256);

    /** What tells the step from others, within its kind. */
    Object identity();

    /** What is said of it apart from the document. */
    Object content();

    default Object key() {
        return List.of(getClass(), identity());
    }

    /**
     * Whether what is recorded is what the table says; a table may be silent about the document.
     */
    default boolean saysTheSameAs(OldStep recorded) {
        return content().equals(recorded.content())
                && (proof() == null || proof().equals(recorded.proof()));
    }

    /** A motion of groups of the council (F3). */
    record Motion(
            int row, LocalDate on, String subject, List<String> proposers, @Nullable String proof)
            implements OldStep {

        @Override
        public Object identity() {
            return List.of(on, subject);
        }

        @Override
        public Object content() {
            return Set.copyOf(proposers);
        }

        @Override
        public OldStep proven(String sha256) {
            return new Motion(row, on, subject, proposers, sha256);
        }
    }

    /** The filing of a paper (F5); its number is unique within the case. */
    record Filing(
            int row,
            LocalDate on,
            String number,
            Paper.Type type,
            String title,
            @Nullable String proof)
            implements OldStep {

        @Override
        public Object identity() {
            return number;
        }

        @Override
        public Object content() {
            return List.of(on, type, title);
        }

        @Override
        public OldStep proven(String sha256) {
            return new Filing(row, on, number, type, title, sha256);
        }
    }

    /** A meeting of a body (F4). */
    record Meeting(int row, LocalDate on, Body body) implements OldStep {

        @Override
        public @Nullable String proof() {
            return null;
        }

        @Override
        public Object identity() {
            return List.of(on, body);
        }

        @Override
        public Object content() {
            return body;
        }

        @Override
        public OldStep proven(String sha256) {
            return this;
        }
    }

    /** A resolution on its own. */
    record Resolution(
            int row,
            LocalDate on,
            Body body,
            String subject,
            Outcome outcome,
            Resolves resolves,
            @Nullable String proof)
            implements OldStep {

        @Override
        public Object identity() {
            return List.of(on, body, subject);
        }

        @Override
        public Object content() {
            return List.of(outcome, resolves);
        }

        @Override
        public OldStep proven(String sha256) {
            return new Resolution(row, on, body, subject, outcome, resolves, sha256);
        }
    }
}
