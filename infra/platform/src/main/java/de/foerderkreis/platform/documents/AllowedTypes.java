package de.foerderkreis.platform.documents;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;

/**
 * The types of file that are taken in, each told by its content and by an extension that agrees.
 */
class AllowedTypes {

    private static final Map<String, String> TYPE_BY_EXTENSION =
            Map.of(
                    "pdf", "application/pdf",
                    "png", "image/png",
                    "jpg", "image/jpeg",
                    "jpeg", "image/jpeg",
                    "docx",
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "odt", "application/vnd.oasis.opendocument.text",
                    "csv", "text/csv",
                    "txt", "text/plain");

    // Their content is a plain archive or plain text to a sniffer; only the name tells which.
    private static final Set<String> ZIPPED = Set.of("docx", "xlsx", "odt");
    private static final Set<String> ARCHIVES =
            Set.of("application/zip", "application/x-tika-ooxml");
    private static final Set<String> TEXT = Set.of("csv", "txt");

    private final Detector detector = TikaConfig.getDefaultConfig().getDetector();

    /** The media type, if content and extension agree on an allowed one. */
    Optional<String> typeOf(byte[] bytes, String filename) {
        var extension = filename.substring(filename.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        var claimed = TYPE_BY_EXTENSION.get(extension);
        if (claimed == null) {
            return Optional.empty();
        }
        var byContent = sniff(bytes, null);
        boolean agrees =
                byContent.equals(claimed)
                        || (ZIPPED.contains(extension)
                                && ARCHIVES.contains(byContent)
                                && sniff(bytes, filename).equals(claimed))
                        || (TEXT.contains(extension) && byContent.equals("text/plain"));
        return agrees ? Optional.of(claimed) : Optional.empty();
    }

    private String sniff(byte[] bytes, @org.jspecify.annotations.Nullable String filename) {
        var metadata = new Metadata();
        if (filename != null) {
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, filename);
        }
        try (var content = TikaInputStream.get(bytes)) {
            MediaType type = detector.detect(content, metadata);
            return type.getBaseType().toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("Bytes in memory can be read", e);
        }
    }
}
