package de.foerderkreis.devstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * The realm of this stack: imported on the first start, followed when its files or the ports
 * change.
 */
final class Realm {

    private static final List<String> FILES =
            List.of("realm.json", "district-05382.json", "demo-users.json");

    private final Setup setup;
    private final Path marker;

    Realm(Setup setup) {
        this.setup = setup;
        this.marker = setup.state(Keycloak.NAME).resolve("realm.sha256");
    }

    static List<Path> files(Path root) {
        return FILES.stream().map(root.resolve("infra/keycloak")::resolve).toList();
    }

    ObjectNode render() throws IOException {
        return RealmTemplate.render(files(setup.options().root()), this::value);
    }

    /** Whether Keycloak already has exactly this realm. */
    boolean isApplied() throws IOException {
        return Files.exists(marker) && Files.readString(marker).equals(fingerprint());
    }

    /** Writes the file that Keycloak imports if it has no such realm yet. */
    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve(Setup.REALM + "-realm.json");
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, render().toString());
    }

    /** Makes sure of what the import leaves out or cannot change in an existing realm. */
    void apply() throws IOException {
        if (isApplied()) {
            return;
        }
        var administration =
                new RealmAdministration(
                        setup.keycloakInternalUrl(),
                        setup.secrets().get(Secrets.KEYCLOAK_LAUNCHER));
        administration.forbidPasswordGrant("master");
        administration.follow(Setup.REALM, render());
        Files.deleteIfExists(
                setup.state(Keycloak.NAME)
                        .resolve("data/import")
                        .resolve(Setup.REALM + "-realm.json"));
        Files.writeString(marker, fingerprint());
    }

    private String fingerprint() throws IOException {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(render().toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String value(String placeholder) {
        return switch (placeholder) {
            case "portal" -> setup.portalUrl();
            case "portalInternal" -> "http://127.0.0.1:" + setup.ports().of("gateway");
            case "smtpPort" -> Integer.toString(setup.ports().smtp());
            default -> {
                if (!placeholder.startsWith("secret.")) {
                    throw new StackFailure(
                            "The realm names an unknown placeholder ${" + placeholder + "}.");
                }
                yield setup.secrets().get(placeholder.substring("secret.".length()));
            }
        };
    }
}
