package de.foerderkreis.application.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.foerderkreis.application.annex.Annex;
import de.foerderkreis.application.conception.FrozenConception;
import de.foerderkreis.application.document.TextBlock;
import de.foerderkreis.application.reference.CaseFigures.CostTable;
import de.foerderkreis.platform.audit.ChainHead;
import de.foerderkreis.platform.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything a dossier tells, the content that is hashed; PDF and ZIP are made of it and of the
 * originals it names, of nothing else.
 *
 * @param no number within the case, from 1
 * @param frozenAt business time; the date of the files
 * @param demo whether positions of towns are invented and have to say so
 * @param auditHead the last sealed link of this service's audit chain when the dossier was frozen;
 *     absent where nothing was sealed yet, and in dossiers older than this
 * @param conception latest released version, absent while there is none
 */
record DossierContent(
        String format,
        int no,
        Instant frozenAt,
        boolean demo,
        String district,
        String caseTitle,
        String fileReference,
        String programme,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ChainHead auditHead,
        @Nullable ConceptionPart conception,
        List<AnnexPart> annexes) {

    static final String FORMAT = "foerderkreis-dossier/1";

    /**
     * The same content as another dossier. Without number, time and head it tells whether anything
     * has changed since: the chain grows with every act, also with those no dossier shows.
     */
    DossierContent numbered(int number, Instant at, @Nullable ChainHead head) {
        return new DossierContent(
                format,
                number,
                at,
                demo,
                district,
                caseTitle,
                fileReference,
                programme,
                head,
                conception,
                annexes);
    }

    /** All originals, in the order of the annexes. */
    List<Original> originals() {
        return annexes.stream()
                .flatMap(it -> {
                    var own = it.original();
                    var statements = it.statements();
                    return Stream.concat(
                            Stream.ofNullable(own),
                            statements == null
                                    ? Stream.empty()
                                    : statements.entries().stream()
                                            .flatMap(entry -> entry.originals().stream()));
                })
                .toList();
    }

    /** The conception as it was released. */
    record ConceptionPart(
            int version,
            String status,
            String title,
            LocalDate releasedOn,
            String sha256,
            List<FrozenConception.Section> sections) {}

    /**
     * An annex: waived, missing, an original behind a cover sheet, a text, or generated from data.
     *
     * @param text the annex itself, or the summary on the cover sheet of the original
     */
    record AnnexPart(
            int no,
            String type,
            String title,
            Annex.State state,
            @Nullable String waivedReason,
            @Nullable String text,
            @Nullable Original original,
            @Nullable CostTable costs,
            @Nullable LevyPart levy,
            @Nullable StatementsPart statements) {

        public List<TextBlock> blocks() {
            return TextBlock.of(text);
        }
    }

    /**
     * A document of somebody else, kept unchanged.
     *
     * @param file name inside PDF and ZIP, unique in the dossier
     * @param name as it was called when it arrived
     * @param size bytes
     */
    record Original(String file, String name, String mediaType, long size, String sha256) {}

    /** Annex 2: what each town bears by computation. */
    record LevyPart(
            Money amount,
            String rateDelta,
            @Nullable Integer year,
            String inputHash,
            List<LevyRow> rows) {}

    /** A town of annex 2. */
    record LevyRow(
            String ags,
            String name,
            @Nullable Money base,
            @Nullable String perInhabitant,
            Money share) {}

    /** Annex 6: the synopsis of the round. */
    record StatementsPart(int version, LocalDate releasedOn, List<StatementPart> entries) {}

    /**
     * A town of annex 6.
     *
     * @param minutes where an oral statement is written down; absent for others
     * @param jointWith names of the other towns that made it together; absent for one of its own
     */
    record StatementPart(
            String ags,
            String name,
            String position,
            String timing,
            @Nullable Instant receivedAt,
            @Nullable String channel,
            List<String> reasons,
            @Nullable String text,
            List<Original> originals,
            @Nullable String answer,
            @Nullable String proposedDecision,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String minutes,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String jointWith) {

        public List<TextBlock> blocks() {
            return TextBlock.of(text);
        }

        public List<TextBlock> answerBlocks() {
            return TextBlock.of(answer);
        }
    }
}
