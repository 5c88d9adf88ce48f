package de.foerderkreis.devstack.kafka;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How the programs of a stack sign in to the broker: by name and password (SASL/PLAIN). */
public final class Sasl {

    /** The broker itself and whoever administrates it; may do everything. */
    public static final String BROKER = "broker";

    private static final String LOGIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required";

    private Sasl() {}

    /** Settings of a client that signs in as this user. */
    public static Map<String, String> client(String user, String password) {
        return Map.of(
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "PLAIN",
                "sasl.jaas.config", login(user, password) + ";");
    }

    /**
     * Settings of a broker that knows these users on both of its listeners and refuses everybody
     * else.
     *
     * @param passwords by user; {@link #BROKER} must be among them
     */
    public static Map<String, String> broker(Map<String, String> passwords) {
        var users =
                new TreeMap<>(passwords)
                        .entrySet().stream()
                                .map(it -> " user_" + it.getKey() + "=\"" + it.getValue() + "\"")
                                .collect(Collectors.joining());
        var password = passwords.get(BROKER);
        if (password == null) {
            throw new IllegalArgumentException("There is no password of the user " + BROKER);
        }
        var login = login(BROKER, password) + users + ";";
        return Map.of(
                "listener.security.protocol.map", "CLIENT:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT",
                "sasl.enabled.mechanisms", "PLAIN",
                "sasl.mechanism.inter.broker.protocol", "PLAIN",
                "sasl.mechanism.controller.protocol", "PLAIN",
                "listener.name.client.plain.sasl.jaas.config", login,
                "listener.name.controller.plain.sasl.jaas.config", login,
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users", "User:" + BROKER,
                // What nobody restricted is open to every service: most topics are.
                "allow.everyone.if.no.acl.found", "true");
    }

    private static String login(String user, String password) {
        return LOGIN + " username=\"" + user + "\" password=\"" + password + "\"";
    }
}
