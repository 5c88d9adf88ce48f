package de.foerderkreis.notification.intake;

import static de.foerderkreis.notification.delivery.Channel.MAIL;
import static de.foerderkreis.notification.delivery.Channel.PORTAL;
import static de.foerderkreis.notification.intake.Audience.DISTRICT;
import static de.foerderkreis.notification.intake.Audience.HOLDERS_OF_ROLE;
import static de.foerderkreis.notification.intake.Audience.NAMED_TOWNS;
import static de.foerderkreis.notification.intake.Audience.SUBSCRIBERS;
import static de.foerderkreis.notification.intake.Audience.TOWNS_OF_CASE;
import static de.foerderkreis.notification.recipient.Function.CLERK;
import static de.foerderkreis.notification.recipient.Function.COUNCIL_SECRETARY;
import static de.foerderkreis.notification.recipient.Function.HEAD;
import static de.foerderkreis.notification.recipient.Function.LANDRAT;
import static de.foerderkreis.notification.recipient.Function.MAYOR;
import static de.foerderkreis.notification.recipient.Function.OFFICIAL;
import static de.foerderkreis.notification.recipient.Function.PARTNER_CONTACT;
import static de.foerderkreis.notification.recipient.Function.TREASURER;
import static de.foerderkreis.notification.template.Notice.APPLICATION_DECIDED;
import static de.foerderkreis.notification.template.Notice.APPLICATION_SUBMITTED;
import static de.foerderkreis.notification.template.Notice.CONSULTATION_CLOSED;
import static de.foerderkreis.notification.template.Notice.CONSULTATION_EXTENDED;
import static de.foerderkreis.notification.template.Notice.CONSULTATION_OPENED;
import static de.foerderkreis.notification.template.Notice.CONSULTATION_REMINDER;
import static de.foerderkreis.notification.template.Notice.EXTENSION_DECIDED;
import static de.foerderkreis.notification.template.Notice.REASONS_CODED;
import static de.foerderkreis.notification.template.Notice.RESOLUTION_ADOPTED;
import static de.foerderkreis.notification.template.Notice.STATEMENT_LATE;
import static de.foerderkreis.notification.template.Notice.STATEMENT_RECEIPT;
import static de.foerderkreis.notification.template.Notice.STATEMENT_RECEIVED;
import static de.foerderkreis.notification.template.Notice.SYNOPSIS_RELEASED;
import static de.foerderkreis.notification.template.Notice.TASK_OPENED;
import static de.foerderkreis.notification.template.Notice.TASK_OVERDUE;

import de.foerderkreis.notification.delivery.Channel;
import de.foerderkreis.notification.recipient.Function;
import de.foerderkreis.notification.template.Notice;
import java.util.List;
import java.util.Set;

/** Who is told what, by which channel: the whole of it, as a table. */
public final class NoticeRules {

    private static final List<Rule> ALL =
            List.of(
                    tell(CONSULTATION_OPENED, NAMED_TOWNS, MAYOR, MAIL, PORTAL),
                    tell(CONSULTATION_OPENED, NAMED_TOWNS, OFFICIAL, PORTAL),
                    tell(CONSULTATION_OPENED, SUBSCRIBERS, PARTNER_CONTACT, MAIL, PORTAL),
                    // Exactly the towns that have not answered; their officials work under their
                    // mayor.
                    tell(CONSULTATION_REMINDER, NAMED_TOWNS, MAYOR, MAIL, PORTAL),
                    tell(CONSULTATION_EXTENDED, NAMED_TOWNS, MAYOR, MAIL, PORTAL),
                    tell(CONSULTATION_EXTENDED, NAMED_TOWNS, OFFICIAL, PORTAL),
                    tell(CONSULTATION_CLOSED, DISTRICT, CLERK, MAIL, PORTAL),
                    tell(CONSULTATION_CLOSED, DISTRICT, HEAD, MAIL, PORTAL),
                    tell(CONSULTATION_CLOSED, SUBSCRIBERS, PARTNER_CONTACT, MAIL, PORTAL),
                    tell(STATEMENT_RECEIVED, DISTRICT, CLERK, MAIL, PORTAL),
                    tell(STATEMENT_LATE, DISTRICT, CLERK, MAIL, PORTAL),
                    tell(STATEMENT_RECEIPT, NAMED_TOWNS, MAYOR, MAIL, PORTAL),
                    tell(RESOLUTION_ADOPTED, TOWNS_OF_CASE, MAYOR, MAIL, PORTAL),
                    tell(RESOLUTION_ADOPTED, SUBSCRIBERS, PARTNER_CONTACT, MAIL, PORTAL),
                    tell(EXTENSION_DECIDED, NAMED_TOWNS, MAYOR, MAIL, PORTAL),
                    tell(EXTENSION_DECIDED, NAMED_TOWNS, OFFICIAL, PORTAL),
                    tell(REASONS_CODED, NAMED_TOWNS, MAYOR, MAIL, PORTAL),
                    tell(REASONS_CODED, NAMED_TOWNS, OFFICIAL, PORTAL),
                    tell(SYNOPSIS_RELEASED, NAMED_TOWNS, MAYOR, MAIL, PORTAL),
                    tell(SYNOPSIS_RELEASED, NAMED_TOWNS, OFFICIAL, PORTAL),
                    // The work list shows what waits; a mail per task would be a flood.
                    tell(TASK_OPENED, HOLDERS_OF_ROLE, CLERK, PORTAL),
                    tell(TASK_OPENED, HOLDERS_OF_ROLE, HEAD, PORTAL),
                    tell(TASK_OPENED, HOLDERS_OF_ROLE, TREASURER, PORTAL),
                    tell(TASK_OPENED, HOLDERS_OF_ROLE, LANDRAT, PORTAL),
                    tell(TASK_OPENED, HOLDERS_OF_ROLE, COUNCIL_SECRETARY, PORTAL),
                    tell(TASK_OVERDUE, HOLDERS_OF_ROLE, HEAD, MAIL, PORTAL),
                    tell(TASK_OVERDUE, HOLDERS_OF_ROLE, LANDRAT, MAIL, PORTAL),
                    tell(APPLICATION_SUBMITTED, TOWNS_OF_CASE, MAYOR, MAIL, PORTAL),
                    tell(APPLICATION_SUBMITTED, DISTRICT, HEAD, MAIL, PORTAL),
                    tell(APPLICATION_SUBMITTED, DISTRICT, LANDRAT, MAIL, PORTAL),
                    tell(APPLICATION_SUBMITTED, SUBSCRIBERS, PARTNER_CONTACT, MAIL, PORTAL),
                    tell(APPLICATION_DECIDED, DISTRICT, CLERK, MAIL, PORTAL),
                    tell(APPLICATION_DECIDED, DISTRICT, HEAD, MAIL, PORTAL),
                    tell(APPLICATION_DECIDED, DISTRICT, LANDRAT, MAIL, PORTAL),
                    tell(APPLICATION_DECIDED, SUBSCRIBERS, PARTNER_CONTACT, MAIL, PORTAL));

    private NoticeRules() {}

    /** The notices a function gets by mail, and may therefore want or not. */
    public static List<Notice> mailedTo(Function function) {
        return ALL.stream()
                .filter(it -> it.function() == function && it.channels().contains(MAIL))
                .map(Rule::notice)
                .distinct()
                .toList();
    }

    static List<Rule> of(Notice notice) {
        return ALL.stream().filter(it -> it.notice() == notice).toList();
    }

    private static Rule tell(
            Notice notice, Audience audience, Function function, Channel... channels) {
        return new Rule(notice, audience, function, Set.of(channels));
    }

    record Rule(Notice notice, Audience audience, Function function, Set<Channel> channels) {}
}
