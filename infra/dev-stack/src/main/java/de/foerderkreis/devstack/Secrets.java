package de.foerderkreis.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Passwords of this stack: made on the first start, kept in a file that only its owner may read, in
 * nobody's repository.
 */
final class Secrets {

    static final String DEMO_PASSWORD = "demo.password";
    static final String DEMO_PLAYER = "demo.player";

    /** Key of all demo users' one-time passwords: its characters, as Keycloak keeps them. */
    static final String DEMO_TOTP = "demo.totp";

    /** Encrypts the sessions in the gateway's database; 32 bytes, as every made secret is. */
    static final String SESSION_KEY = "session.key";

    static final String LINK = "link";
    static final String KEYCLOAK_ADMIN = "keycloak.admin";
    static final String KEYCLOAK_LAUNCHER = "keycloak.launcher";
    static final String POSTGRES = "postgres";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<String> WORDS =
            List.of(
                    "linde", "ahorn", "buche", "erle", "birke", "ulme", "eiche", "tanne", "weide",
                    "hasel", "amsel", "drossel", "meise", "falke", "reiher", "biber", "dachs",
                    "igel", "otter", "luchs");

    private final Path file;
    private final Map<String, String> values = new TreeMap<>();

    private Secrets(Path file) {
        this.file = file;
    }

    static Secrets in(Path file) {
        var secrets = new Secrets(file);
        if (Files.exists(file)) {
            try (var lines = Files.lines(file)) {
                lines.map(line -> line.split("=", 2))
                        .filter(pair -> pair.length == 2)
                        .forEach(pair -> secrets.values.put(pair[0], pair[1]));
            } catch (IOException e) {
                throw new UncheckedIOException("The secrets cannot be read", e);
            }
        }
        return secrets;
    }

    /** The secret of this name, made and stored if there is none yet. */
    synchronized String get(String name) {
        return getOrMake(
                name, name.equals(DEMO_PASSWORD) ? Secrets::typeable : Secrets::unguessable);
    }

    /** All secrets by name. */
    synchronized Map<String, String> all() {
        return Map.copyOf(values);
    }

    static String client(String clientId) {
        return "client." + clientId;
    }

    /**
     * @param role {@code owner}, {@code app} or {@code relay}
     */
    static String database(String database, String role) {
        return "db." + database + "." + role;
    }

    /** Password at the broker. */
    static String broker(String user) {
        return "broker." + user;
    }

    private String getOrMake(String name, Supplier<String> maker) {
        var known = values.get(name);
        if (known != null) {
            return known;
        }
        var made = maker.get();
        values.put(name, made);
        store();
        return made;
    }

    private void store() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var draft = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(draft);
            Files.createFile(
                    draft,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.write(
                    draft,
                    values.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The secrets cannot be stored", e);
        }
    }

    /**
     * For people who type it: the demo runs on this machine only, and five wrong tries lock the
     * door for a while.
     */
    private static String typeable() {
        return "kreis-%04d-%s"
                .formatted(RANDOM.nextInt(10_000), WORDS.get(RANDOM.nextInt(WORDS.size())));
    }

    private static String unguessable() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
