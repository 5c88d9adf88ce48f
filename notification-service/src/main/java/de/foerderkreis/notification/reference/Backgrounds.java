package de.foerderkreis.notification.reference;

import de.foerderkreis.notification.template.Background;
import de.foerderkreis.notification.template.NoticeFacts;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is known here around a notice: file reference and title of its case, name of its town. */
@Component
public class Backgrounds {

    private final Cases cases;
    private final Municipalities municipalities;

    Backgrounds(Cases cases, Municipalities municipalities) {
        this.cases = cases;
        this.municipalities = municipalities;
    }

    @Transactional(readOnly = true)
    public Background of(NoticeFacts facts) {
        return of(List.of(facts)).apply(facts);
    }

    /** Looks up everything a list of notices needs at once. */
    @Transactional(readOnly = true)
    public Function<NoticeFacts, Background> of(Collection<NoticeFacts> all) {
        var known =
                cases.byIds(
                        all.stream()
                                .map(NoticeFacts::caseId)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        var names =
                municipalities.names(
                        all.stream()
                                .map(NoticeFacts::municipality)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        return facts -> {
            var itsCase = facts.caseId() == null ? null : known.get(facts.caseId());
            var town = facts.municipality();
            return new Background(
                    null,
                    itsCase == null ? null : itsCase.fileReference(),
                    itsCase == null ? null : itsCase.title(),
                    town == null ? null : names.get(town),
                    null,
                    null,
                    List.of());
        };
    }
}
