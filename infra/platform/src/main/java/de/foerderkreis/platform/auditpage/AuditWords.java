package de.foerderkreis.platform.auditpage;

import de.foerderkreis.platform.tenancy.OrganisationKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/**
 * The words for what the trail holds as codes. A service brings its own as {@code
 * audit.action.<code>}, {@code audit.object.<code>} and {@code audit.field.<name>}; a code without
 * a word is shown as it is.
 */
class AuditWords {

    private final MessageSource messages;

    AuditWords(MessageSource messages) {
        this.messages = messages;
    }

    String action(String code, Locale locale) {
        return word("audit.action." + code, code, locale);
    }

    String object(String code, Locale locale) {
        return word("audit.object." + code, code, locale);
    }

    /** Of a path, {@code items[2].amount}, the words of its last name behind the place. */
    String field(String path, Locale locale) {
        if (path.isEmpty()) {
            return message("portal.audit.value", locale);
        }
        var whole = word("audit.field." + path, "", locale);
        if (!whole.isEmpty()) {
            return whole;
        }
        int dot = path.lastIndexOf('.');
        var name = path.substring(dot + 1);
        return path.substring(0, dot + 1) + word("audit.field." + name, name, locale);
    }

    /** Roles in words, the system as such. */
    String functions(String roles, Locale locale) {
        return Arrays.stream(roles.split(" "))
                .filter(role -> !role.isEmpty())
                .map(role -> word("portal.role." + role, role, locale))
                .collect(Collectors.joining(", "));
    }

    String onBehalfOf(String organisation, Locale locale) {
        var kind = OrganisationKind.ofAlias(organisation).map(Enum::name).orElse("OTHER");
        return message("portal.audit.for." + kind, locale, organisation);
    }

    String message(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    Map<String, String> actions(List<String> codes, Locale locale) {
        var words = new LinkedHashMap<String, String>();
        words.put("", message("portal.audit.all", locale));
        codes.forEach(code -> words.put(code, action(code, locale)));
        return words;
    }

    Map<String, String> objects(List<String> codes, Locale locale) {
        var words = new LinkedHashMap<String, String>();
        words.put("", message("portal.audit.all", locale));
        codes.forEach(code -> words.put(code, object(code, locale)));
        return words;
    }

    private String word(String key, String otherwise, Locale locale) {
        var word = messages.getMessage(key, null, otherwise, locale);
        return word == null ? otherwise : word;
    }
}
