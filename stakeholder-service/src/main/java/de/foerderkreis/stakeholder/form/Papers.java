package de.foerderkreis.stakeholder.form;

import de.foerderkreis.platform.documents.StoredDocument;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartFile;

/** Files on their way in and out. */
public final class Papers {

    private Papers() {}

    /** The file of a form; one that was not chosen is noted in the form. */
    public static Optional<MultipartFile> chosen(FormInput form, @Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            form.reject("file", "stakeholder.form.file");
            return Optional.empty();
        }
        return Optional.of(file);
    }

    /** What the file was called where it came from. */
    public static String name(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name == null || name.isBlank() ? "datei" : name;
    }

    /** Always a download: a stored file never runs in the portal's origin. */
    public static ResponseEntity<byte[]> download(StoredDocument document, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.filename(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }
}
