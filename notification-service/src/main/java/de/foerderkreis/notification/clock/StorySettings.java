package de.foerderkreis.notification.clock;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the demo story is played from; without a player only the clock moves.
 *
 * @param player address on this machine, for example {@code http://127.0.0.1:8099}; absent or blank
 *     for none
 * @param secret what the player recognises this service by
 * @param patience how long the player may take to answer, in system time; it answers at once and
 *     plays afterwards
 */
@ConfigurationProperties("foerderkreis.demo")
record StorySettings(
        @Nullable String player, @Nullable String secret, @DefaultValue("3s") Duration patience) {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    StorySettings {
        if (player != null && !player.isBlank()) {
            var host = URI.create(player).getHost();
            if (host == null || !THIS_MACHINE.contains(host)) {
                throw new IllegalArgumentException(
                        "foerderkreis.demo.player must be an address of this machine");
            }
            if (secret == null || secret.isBlank()) {
                throw new IllegalArgumentException(
                        "foerderkreis.demo.player needs foerderkreis.demo.secret");
            }
        }
    }

    boolean hasPlayer() {
        return player != null && !player.isBlank();
    }

    URI address() {
        var base = String.valueOf(player);
        return URI.create(base.endsWith("/") ? base + "story/next" : base + "/story/next");
    }

    @Override
    public String toString() {
        return "StorySettings[player=" + player + "]";
    }
}
