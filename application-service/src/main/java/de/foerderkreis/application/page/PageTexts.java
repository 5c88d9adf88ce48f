package de.foerderkreis.application.page;

import de.foerderkreis.portal.Crumb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The texts of pages in the reader's language, for what a template cannot say itself. */
@Component
public class PageTexts {

    private final MessageSource messages;

    PageTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** A text by key. */
    public String say(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    /** A text by key, or a fallback for names that are data and have no key. */
    String sayOr(String key, String fallback) {
        return Objects.requireNonNullElse(
                messages.getMessage(key, null, fallback, LocaleContextHolder.getLocale()),
                fallback);
    }

    /**
     * The way to a page of a case: all cases, the case, and what leads on from there.
     *
     * @param further the last one is the page itself
     */
    public List<Crumb> inCase(UUID caseId, String caseTitle, Crumb... further) {
        var way = new ArrayList<Crumb>();
        way.add(new Crumb(say("application.cases.title"), "/vorhaben"));
        way.add(new Crumb(caseTitle, "/vorhaben/" + caseId));
        way.addAll(List.of(further));
        return List.copyOf(way);
    }

    /**
     * The values of an enumeration with their texts, for a selection; keys are {@code
     * <prefix>.<value>}.
     */
    public <E extends Enum<E>> Map<String, String> options(String prefix, Iterable<E> values) {
        var options = new LinkedHashMap<String, String>();
        values.forEach(it -> options.put(it.name(), say(prefix + "." + it.name())));
        return options;
    }
}
