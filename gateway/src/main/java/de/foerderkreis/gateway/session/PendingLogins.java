package de.foerderkreis.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Logins begun and not yet finished in one browser; several windows may be signing in at once. */
record PendingLogins(List<Pending> logins) {

    static final String ATTRIBUTE = "pending";

    private static final int MOST = 8;

    PendingLogins {
        logins = List.copyOf(logins);
    }

    Optional<Pending> of(String state) {
        return logins.stream().filter(login -> login.state().equals(state)).findFirst();
    }

    PendingLogins with(Pending login, Duration lifetime) {
        var still =
                logins.stream()
                        .filter(other ->
                                other.startedAt().isAfter(login.startedAt().minus(lifetime)))
                        .toList();
        return new PendingLogins(
                Stream.concat(
                                still.stream().skip(Math.max(0, still.size() - MOST + 1)),
                                Stream.of(login))
                        .toList());
    }

    PendingLogins without(Pending login) {
        return new PendingLogins(logins.stream().filter(other -> !other.equals(login)).toList());
    }

    /**
     * One begun login: what the answer has to match, what it is for, and where the person wanted to
     * go.
     */
    record Pending(
            String state,
            String nonce,
            String codeVerifier,
            String returnTo,
            Instant startedAt,
            Purpose purpose) {

        Pending {
            // A row written before purposes existed began a login as such.
            purpose = Objects.requireNonNullElse(purpose, Purpose.PERSON);
        }

        @Override
        public String toString() {
            return "Pending[" + startedAt + "]";
        }
    }
}
