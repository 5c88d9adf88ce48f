package de.foerderkreis.stakeholder.attachment;

import de.foerderkreis.platform.documents.Documents;
import de.foerderkreis.platform.problem.Problem;
import de.foerderkreis.stakeholder.consultation.Reception;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands bytes out; only of files that a row visible to the reader names. */
@Service
@Transactional(readOnly = true)
public class Download {

    private final AttachmentRecords records;
    private final Reception reception;
    private final Documents documents;

    Download(AttachmentRecords records, Reception reception, Documents documents) {
        this.records = records;
        this.reception = reception;
        this.documents = documents;
    }

    /** An original by its hash; a draft's file is not there for anybody outside its town hall. */
    ResponseEntity<byte[]> original(String sha256) {
        return records.original(sha256)
                .map(this::answer)
                .orElseThrow(() -> Problem.notFound("document"));
    }

    /** A file beside the town's own draft. */
    @Transactional
    ResponseEntity<byte[]> ofDraft(UUID roundId, String ags, UUID id) {
        reception.look(roundId, ags);
        return one(records.ofDraft(roundId, ags), id);
    }

    /** A file of a statement; that the reader may see the statement is the caller's to know. */
    public ResponseEntity<byte[]> ofStatement(UUID statementId, UUID id) {
        return one(records.ofStatement(statementId), id);
    }

    private ResponseEntity<byte[]> one(List<Attachment> files, UUID id) {
        return files.stream()
                .filter(file -> file.id().equals(id))
                .findFirst()
                .map(this::answer)
                .orElseThrow(() -> Problem.notFound("file"));
    }

    /** Always as a download: what a stranger uploaded is never shown as a page of this portal. */
    private ResponseEntity<byte[]> answer(Attachment file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .eTag('"' + file.sha256() + '"')
                .body(documents.load(file.sha256()));
    }
}
