package de.foerderkreis.devstack.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the mailbox is asked for.
 *
 * @param limit how many mails at most, 1 to {@value #MOST}
 */
record Wanted(@Nullable String before, @Nullable String after, int limit) {

    /** A page for people. */
    static final int PAGE = 100;

    private static final int MOST = 500;

    /** Reads the query of an address; a limit that is no number is the largest one. */
    static Wanted in(URI address) {
        var query = parameters(address);
        var limit = query.getOrDefault("limit", "");
        return new Wanted(
                query.get("before"),
                query.get("after"),
                limit.matches("[1-9][0-9]{0,2}") ? Math.min(MOST, Integer.parseInt(limit)) : MOST);
    }

    List<StoredMail> of(MailStore store) throws IOException, MessagingException {
        var since = after;
        return since == null ? store.before(before, limit) : store.after(since, limit);
    }

    private static Map<String, String> parameters(URI address) {
        var query = address.getQuery();
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(it -> it.split("=", 2))
                        .filter(it -> it.length == 2)
                        .collect(Collectors.toMap(it -> it[0], it -> it[1], (one, other) -> one));
    }
}
