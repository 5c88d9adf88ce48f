package de.foerderkreis.notification.search;

import de.foerderkreis.notification.reference.Cases;
import de.foerderkreis.notification.search.SearchEntry.Kind;
import de.foerderkreis.notification.search.SearchIndex.Hit;
import de.foerderkreis.platform.tenancy.Caller;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What was found, in words and grouped by what it is. */
@Component
class SearchView {

    private static final int LONGEST = 100;

    private final SearchIndex index;
    private final Cases cases;
    private final MessageSource messages;

    SearchView(SearchIndex index, Cases cases, MessageSource messages) {
        this.index = index;
        this.cases = cases;
        this.messages = messages;
    }

    Results find(String typed, Caller caller, Locale locale) {
        var wanted = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        var found = index.find(wanted, caller);
        var titles =
                cases
                        .byIds(
                                found.hits().stream()
                                        .map(Hit::caseId)
                                        .filter(Objects::nonNull)
                                        .distinct()
                                        .toList())
                        .values()
                        .stream()
                        .collect(Collectors.toMap(it -> it.id(), it -> it.title()));
        var groups =
                Arrays.stream(Kind.values())
                        .map(kind -> group(kind, found.hits(), titles, locale))
                        .filter(it -> !it.results().isEmpty())
                        .toList();
        return new Results(wanted.strip(), found.hits().size(), found.alike(), groups);
    }

    private Group group(Kind kind, List<Hit> hits, Map<UUID, String> titles, Locale locale) {
        return new Group(
                kind.name(),
                messages.getMessage("notification.search.kind." + kind, null, locale),
                hits.stream()
                        .filter(it -> it.kind() == kind)
                        .map(it ->
                                new Result(title(it, locale), hint(it, titles), it.on(), it.link()))
                        .toList());
    }

    private String title(Hit hit, Locale locale) {
        if (hit.kind() != Kind.RESOLUTION) {
            return hit.title();
        }
        var body = messages.getMessage("notification.body." + hit.title(), null, null, locale);
        return messages.getMessage(
                "notification.search.resolution",
                new Object[] {body == null ? hit.title() : body},
                locale);
    }

    private static @Nullable String hint(Hit hit, Map<UUID, String> titles) {
        var caseId = hit.caseId();
        var about = hit.kind() == Kind.CASE || caseId == null ? null : titles.get(caseId);
        var hint =
                Stream.of(hit.detail(), about)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · "));
        return hint.isEmpty() ? null : hint;
    }

    /**
     * @param alike whether nothing fitted and these only sound alike
     */
    record Results(String query, int count, boolean alike, List<Group> groups) {}

    record Group(String kind, String name, List<Result> results) {}

    record Result(String title, @Nullable String hint, @Nullable LocalDate on, String link) {}
}
