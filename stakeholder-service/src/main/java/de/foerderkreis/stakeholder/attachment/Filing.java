package de.foerderkreis.stakeholder.attachment;

import de.foerderkreis.platform.audit.Audit;
import de.foerderkreis.platform.clock.BusinessClock;
import de.foerderkreis.platform.documents.Documents;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.stakeholder.consultation.Reception;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts files beside a draft and takes them away; the clerk adds scans of what came on paper. What
 * happens beside a draft is announced and audited as little as the draft.
 */
@Service
public class Filing {

    static final int MOST = 10;

    private final AttachmentRecords records;
    private final Reception reception;
    private final Documents documents;
    private final Audit audit;
    private final BusinessClock clock;

    Filing(
            AttachmentRecords records,
            Reception reception,
            Documents documents,
            Audit audit,
            BusinessClock clock) {
        this.records = records;
        this.reception = reception;
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds a file to a town's draft; type and size are the document store's to judge. */
    @Transactional
    Attachment add(UUID roundId, String ags, byte[] bytes, String name, boolean signedLetter) {
        reception.look(roundId, ags);
        if (records.ofDraft(roundId, ags).size() >= MOST) {
            throw Problem.invalid("file", "too-many-files", MOST);
        }
        return records.insertDraft(
                roundId, documents.store(bytes, name), signedLetter, clock.now());
    }

    /** Takes a file from a draft. */
    @Transactional
    void remove(UUID roundId, String ags, UUID id) {
        reception.look(roundId, ags);
        if (!records.removeDraft(roundId, ags, id)) {
            throw Problem.notFound("file");
        }
    }

    /** Adds the scan of a statement that came on paper or by mail. */
    @Transactional
    public Attachment addOriginal(
            UUID roundId, String ags, UUID statementId, byte[] bytes, String name) {
        var original =
                records.insertOriginal(
                        roundId, ags, statementId, documents.store(bytes, name), true);
        audit.record(
                "statement.original-added",
                "statement",
                statementId.toString(),
                null,
                original.sha256(),
                null);
        return original;
    }
}
