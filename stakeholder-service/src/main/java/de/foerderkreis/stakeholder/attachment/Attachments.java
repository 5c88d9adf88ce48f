package de.foerderkreis.stakeholder.attachment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other features ask about files. */
@Service
@Transactional(readOnly = true)
public class Attachments {

    private final AttachmentRecords records;

    Attachments(AttachmentRecords records) {
        this.records = records;
    }

    /** Files beside a town's draft; only that town itself is shown any. */
    public List<Attachment> ofDraft(UUID roundId, String ags) {
        return records.ofDraft(roundId, ags);
    }

    /** Originals that came with a statement. */
    public List<Attachment> ofStatement(UUID statementId) {
        return records.ofStatement(statementId);
    }

    /** Originals of all statements of a round, by statement. */
    public Map<UUID, List<Attachment>> ofRound(UUID roundId) {
        return records.ofRound(roundId);
    }

    /** A draft was handed in, and its files with it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(UUID roundId, String ags, UUID statementId) {
        records.handOver(roundId, ags, statementId);
    }
}
