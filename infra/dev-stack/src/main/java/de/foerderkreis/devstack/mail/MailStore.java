package de.foerderkreis.devstack.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Mails as files, one each, so that they survive a restart. */
final class MailStore {

    static final String EXTENSION = ".eml";

    private static final Pattern ID = Pattern.compile("[0-9]{13}-[0-9]{6}");

    private final Path folder;
    private int sequence;

    MailStore(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Returns when the mail is safely on disk. */
    void add(MimeMessage message, List<String> recipients) throws IOException, MessagingException {
        var now = Instant.now();
        var id = nextId(now);
        var draft = folder.resolve(id + ".new");
        try (var channel =
                FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            var added =
                    StoredMail.ENVELOPE_HEADER
                            + ": "
                            + String.join(",", recipients)
                            + "\r\n"
                            + StoredMail.RECEIVED_HEADER
                            + ": "
                            + now
                            + "\r\n";
            out.write(added.getBytes(StandardCharsets.UTF_8));
            message.writeTo(out);
            out.flush();
            channel.force(true);
        }
        Files.move(draft, folder.resolve(id + EXTENSION), StandardCopyOption.ATOMIC_MOVE);
    }

    /** How many mails there are. */
    int count() throws IOException {
        return files().size();
    }

    /** The newest mails that are older than this one, or than nothing; newest first. */
    List<StoredMail> before(@Nullable String id, int limit) throws IOException, MessagingException {
        return read(
                ids().filter(it -> id == null || it.compareTo(id) < 0)
                        .sorted(Comparator.reverseOrder()),
                limit);
    }

    /** The oldest mails that are newer than this one; oldest first, to read on as they come. */
    List<StoredMail> after(String id, int limit) throws IOException, MessagingException {
        return read(ids().filter(it -> it.compareTo(id) > 0).sorted(), limit);
    }

    private Stream<String> ids() throws IOException {
        return files().stream()
                .map(it -> it.getFileName().toString())
                .map(it -> it.substring(0, it.length() - EXTENSION.length()));
    }

    /** Opens no more mails than asked for: a mailbox may hold very many. */
    private List<StoredMail> read(Stream<String> ids, int limit)
            throws IOException, MessagingException {
        var mails = new ArrayList<StoredMail>();
        for (String id : ids.limit(limit).toList()) {
            mails.add(StoredMail.read(folder.resolve(id + EXTENSION)));
        }
        return mails;
    }

    Optional<StoredMail> find(String id) throws IOException, MessagingException {
        var file = file(id);
        return file.isPresent() ? Optional.of(StoredMail.read(file.get())) : Optional.empty();
    }

    Optional<byte[]> source(String id) throws IOException {
        var file = file(id);
        return file.isPresent() ? Optional.of(Files.readAllBytes(file.get())) : Optional.empty();
    }

    boolean delete(String id) throws IOException {
        var file = file(id);
        return file.isPresent() && Files.deleteIfExists(file.get());
    }

    void deleteAll() throws IOException {
        for (Path file : files()) {
            Files.deleteIfExists(file);
        }
    }

    private Optional<Path> file(String id) {
        return ID.matcher(id).matches()
                ? Optional.of(folder.resolve(id + EXTENSION)).filter(Files::exists)
                : Optional.empty();
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(EXTENSION)).toList();
        }
    }

    private synchronized String nextId(Instant now) {
        sequence = (sequence + 1) % 1_000_000;
        return "%013d-%06d".formatted(now.toEpochMilli(), sequence);
    }
}
