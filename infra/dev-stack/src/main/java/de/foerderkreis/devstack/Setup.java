package de.foerderkreis.devstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where everything of one stack is: folders, ports, secrets, the JDK it runs on. */
record Setup(Options options, Ports ports, Secrets secrets) {

    static final String REALM = "foerderkreis";

    static Setup of(Options options) {
        return new Setup(
                options,
                new Ports(options.portBase()),
                Secrets.in(options.data().resolve("secrets")));
    }

    Path logs() {
        return options.data().resolve("logs");
    }

    /** Folder of the process records. */
    Path records() {
        return options.data().resolve("run");
    }

    /** Folder of one part's state. */
    Path state(String part) {
        return options.data().resolve(part);
    }

    /** What is unpacked or built once per machine and shared by all stacks of this repository. */
    Path cache() {
        return options.root().resolve(".data/cache");
    }

    String portalUrl() {
        return "http://localhost:" + ports.of("gateway");
    }

    String keycloakUrl() {
        return "http://localhost:" + ports.keycloak();
    }

    String keycloakInternalUrl() {
        return "http://127.0.0.1:" + ports.keycloak();
    }

    String issuer() {
        return keycloakUrl() + "/realms/" + REALM;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Starts a command line for a small Java process on this JDK. */
    static List<String> jvm(String maximumHeap) {
        var command = new ArrayList<String>();
        command.add(java());
        command.addAll(
                List.of(
                        "-Xmx" + maximumHeap,
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
        return command;
    }
}
