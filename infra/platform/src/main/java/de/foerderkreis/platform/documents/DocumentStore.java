package de.foerderkreis.platform.documents;

import de.foerderkreis.platform.problem.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Keeps files in PostgreSQL, once per content and district. */
class DocumentStore implements Documents {

    private final JdbcClient jdbc;
    private final long maxBytes;
    private final ObjectProvider<DocumentScan> scans;
    private final AllowedTypes types;

    DocumentStore(
            JdbcClient jdbc,
            long maxBytes,
            ObjectProvider<DocumentScan> scans,
            AllowedTypes types) {
        this.jdbc = jdbc;
        this.maxBytes = maxBytes;
        this.scans = scans;
        this.types = types;
    }

    @Override
    @Transactional
    public StoredDocument store(byte[] bytes, String filename) {
        if (bytes.length > maxBytes) {
            throw Problem.of(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "document-too-large",
                            maxBytes / 1_048_576)
                    .with("limit", maxBytes);
        }
        var name = plainName(filename);
        var mediaType =
                types.typeOf(bytes, name)
                        .orElseThrow(() -> Problem.invalid("file", "document-type-refused", name));
        scans.forEach(scan -> scan.check(bytes, name));
        var sha256 = sha256(bytes);
        jdbc.sql(
                        """
                        insert into document (sha256, filename, media_type, size, content) values (?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(sha256, name, mediaType, bytes.length, bytes)
                .update();
        return new StoredDocument(sha256, name, mediaType, bytes.length);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<StoredDocument> find(String sha256) {
        return jdbc.sql("select sha256, filename, media_type, size from document where sha256 = ?")
                .param(sha256)
                .query(StoredDocument.class)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] load(String sha256) {
        return jdbc.sql("select content from document where sha256 = ?")
                .param(sha256)
                .query((row, number) -> row.getBytes("content"))
                .optional()
                .orElseThrow(() -> Problem.notFound("document"));
    }

    /** Browsers may send a path, and a name ends up in headers and archives. */
    private static String plainName(String filename) {
        var name =
                filename.substring(
                        Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1);
        var plain = name.replaceAll("[\\p{Cntrl}\"<>|:*?]", "_").strip();
        return plain.length() > 200 ? plain.substring(plain.length() - 200) : plain;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
