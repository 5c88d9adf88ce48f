package de.foerderkreis.application.oldfile;

import de.foerderkreis.application.page.PageTexts;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says in the reader's language what a table does and what is wrong with it. */
@Component
class OldFileMessages {

    private final PageTexts texts;

    OldFileMessages(PageTexts texts) {
        this.texts = texts;
    }

    List<Wrong> errors(OldFileReport report) {
        return report.errors().stream()
                .map(it ->
                        new Wrong(
                                it.row(),
                                it.column(),
                                it.code(),
                                texts.say(
                                        "application.oldfile.error." + it.code(),
                                        it.arguments().stream().map(String::valueOf).toArray())))
                .toList();
    }

    List<Line> steps(OldFileReport report) {
        return report.steps().stream()
                .map(it -> {
                    var step = it.step();
                    return new Line(step.row(), step.on(), kind(step), what(step), it.known());
                })
                .toList();
    }

    private String kind(OldStep step) {
        return switch (step) {
            case OldStep.Motion _ -> texts.say("application.oldfile.motion");
            case OldStep.Filing it -> texts.say("application.paper.type." + it.type());
            case OldStep.Meeting _ -> texts.say("application.oldfile.meeting");
            case OldStep.Resolution _ -> texts.say("application.oldfile.resolution");
        };
    }

    private String what(OldStep step) {
        return switch (step) {
            case OldStep.Motion it ->
                    "%s (%s)".formatted(it.subject(), String.join(", ", it.proposers()));
            case OldStep.Filing it -> "%s: %s".formatted(it.number(), it.title());
            case OldStep.Meeting it -> texts.say("application.body." + it.body());
            case OldStep.Resolution it ->
                    "%s: %s – %s"
                            .formatted(
                                    texts.say("application.body." + it.body()),
                                    it.subject(),
                                    texts.say("application.outcome." + it.outcome()));
        };
    }

    /** An error; row 0 means the table as a whole, an empty column the row. */
    record Wrong(int row, String column, String code, String message) {}

    /** A row that can be recorded or, known already, need not be. */
    record Line(int row, LocalDate on, String kind, String what, boolean known) {}
}
