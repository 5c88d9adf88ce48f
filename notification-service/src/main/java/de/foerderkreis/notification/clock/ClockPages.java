package de.foerderkreis.notification.clock;

import de.foerderkreis.portal.Crumb;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The demo clock for people who try the product; everybody who is signed in may turn it. Exists in
 * profile demo only.
 */
@Controller
@RequestMapping("/demo")
@Profile("demo")
class ClockPages {

    private final ClockControl control;
    private final StoryPlayer player;
    private final MessageSource messages;

    ClockPages(ClockControl control, StoryPlayer player, MessageSource messages) {
        this.control = control;
        this.player = player;
        this.messages = messages;
    }

    @PreAuthorize("isAuthenticated()")
    @GetMapping
    ModelAndView show(Locale locale) {
        return page(locale, "");
    }

    /** Plays the step the visitor saw; pressed twice, it is played once. */
    @PreAuthorize("isAuthenticated()")
    @PostMapping("/geschichte")
    String play(@RequestParam(defaultValue = "0") int step) {
        player.play(step);
        return "redirect:/demo";
    }

    /**
     * The button of the frame: the next step of the story where there is one, else the clock's.
     *
     * @param only {@code clock} where the clock is meant and not the story
     */
    @PreAuthorize("isAuthenticated()")
    @PostMapping("/clock/next")
    String next(
            @RequestParam(defaultValue = "") String only,
            @RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String cameFrom,
            RedirectAttributes redirect,
            Locale locale) {
        if (!only.equals("clock")) {
            var story = player.look().orElse(StoryStanding.AWAY);
            var step = story.next();
            if (step != null && story.mayPlay()) {
                player.play(step.number());
                return "redirect:/demo";
            }
            if (story.state() == StoryStanding.State.PLAYING) {
                return "redirect:/demo";
            }
        }
        control.next();
        redirect.addFlashAttribute(
                "saved", messages.getMessage("notification.demo.moved", null, locale));
        return "redirect:" + back(cameFrom);
    }

    @PreAuthorize("isAuthenticated()")
    @PostMapping("/clock/to")
    ModelAndView to(
            @RequestParam(defaultValue = "") String date,
            RedirectAttributes redirect,
            Locale locale) {
        var day = day(date);
        if (day.isEmpty()) {
            return refused(locale, date, "notification.demo.date.unreadable");
        }
        var target = ClockControl.at(day.get());
        if (target.isBefore(control.standing().now())) {
            return refused(locale, date, "notification.demo.date.past");
        }
        control.to(target);
        redirect.addFlashAttribute(
                "saved", messages.getMessage("notification.demo.moved", null, locale));
        return new ModelAndView("redirect:/demo");
    }

    private ModelAndView refused(Locale locale, String typed, String why) {
        var errors = new LinkedHashMap<String, String>();
        errors.put("date", messages.getMessage(why, null, locale));
        var page = page(locale, typed);
        page.addObject("errors", errors);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Locale locale, String typed) {
        var page = new ModelAndView("notification/demo");
        page.addObject("standing", control.standing());
        page.addObject("story", player.look().orElse(null));
        page.addObject("locale", locale);
        page.addObject("date", typed);
        page.addObject(
                "crumbs",
                List.of(Crumb.here(messages.getMessage("notification.demo.title", null, locale))));
        return page;
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    /** The path of the page the button was on; never another host. */
    static String back(@Nullable String cameFrom) {
        if (cameFrom == null) {
            return "/demo";
        }
        try {
            var path = URI.create(cameFrom).getRawPath();
            return path == null || !path.startsWith("/") || path.startsWith("//") ? "/demo" : path;
        } catch (IllegalArgumentException notAnAddress) {
            return "/demo";
        }
    }
}
