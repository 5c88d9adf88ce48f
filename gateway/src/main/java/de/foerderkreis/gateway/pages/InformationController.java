package de.foerderkreis.gateway.pages;

import de.foerderkreis.portal.Crumb;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The pages every visitor may read, signed in or not; their text stands in one template per
 * language.
 */
@Controller
@EnableConfigurationProperties(Operator.class)
class InformationController {

    private final Operator operator;
    private final MessageSource messages;

    InformationController(Operator operator, MessageSource messages) {
        this.operator = operator;
        this.messages = messages;
    }

    @GetMapping("/hilfe")
    String help(Model model, Locale locale) {
        return page("help", model, locale);
    }

    @GetMapping("/barrierefreiheit")
    String accessibility(Model model, Locale locale) {
        return page("accessibility", model, locale);
    }

    @GetMapping("/datenschutz")
    String privacy(Model model, Locale locale) {
        return page("privacy", model, locale);
    }

    @GetMapping("/impressum")
    String imprint(Model model, Locale locale) {
        return page("imprint", model, locale);
    }

    private String page(String name, Model model, Locale locale) {
        var title = messages.getMessage("gateway.page." + name, null, locale);
        model.addAttribute("title", title);
        model.addAttribute("crumbs", List.of(Crumb.here(title)));
        model.addAttribute("operator", operator);
        model.addAttribute(
                "body",
                "gateway/" + name + "_" + (locale.getLanguage().equals("en") ? "en" : "de"));
        return "gateway/information";
    }
}
