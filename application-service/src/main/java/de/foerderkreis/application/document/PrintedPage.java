package de.foerderkreis.application.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Fills a template of a document; always German, the language in which an authority writes. */
@Component
class PrintedPage {

    private final ITemplateEngine templates;
    private final String styles = read("print/document.css");

    PrintedPage(ITemplateEngine templates) {
        this.templates = templates;
    }

    /**
     * The document as XHTML.
     *
     * @param moreStyles rules that depend on the document, added behind the shared ones
     */
    String fill(String template, Map<String, Object> values, String moreStyles) {
        var variables = new TreeMap<>(values);
        variables.put("form", GermanFormat.FORM);
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(Locale.GERMANY);
        try {
            // The pages' security policy forbids styles in templates, so they come in here.
            return templates
                    .process(template, new Context(Locale.GERMANY, variables))
                    .replace("</head>", "<style>" + styles + moreStyles + "</style></head>");
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    static String read(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(resource + " is part of the jar", missing);
        }
    }
}
