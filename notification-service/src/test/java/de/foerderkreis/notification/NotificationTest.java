package de.foerderkreis.notification;

import de.foerderkreis.platformtest.TestStack;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole service on the real PostgreSQL and Kafka, with a real mail server; one context for all
 * tests that carry it. Mails go out when a test says so, and every test works in a district of its
 * own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = NotificationService.class,
        properties = {
            // The other services are not there to create theirs.
            "foerderkreis.topics[0].name=foerderkreis.notification.v1",
            "foerderkreis.topics[1].name=foerderkreis.application.v1",
            "foerderkreis.topics[2].name=foerderkreis.application.cases.v1",
            "foerderkreis.topics[3].name=foerderkreis.finance.v1",
            "foerderkreis.topics[4].name=foerderkreis.stakeholder.v1",
            "foerderkreis.topics[5].name=foerderkreis.stakeholder.municipalities.v1",
            "foerderkreis.topics[6].name=foerderkreis.stakeholder.contacts.v1",
            "foerderkreis.topics[7].name=foerderkreis.stakeholder.partners.v1",
            "foerderkreis.topics[8].name=foerderkreis.stakeholder.invitations.v1",
            "foerderkreis.clock.start=2014-02-17T09:00:00+01:00",
            "foerderkreis.notification.clock.services=notification",
            // No test depends on the hour another one left the clock at.
            "foerderkreis.notification.rhythm.usual.quiet-from=07:00",
            "foerderkreis.notification.rhythm.usual.quiet-days-off=false",
            // One district where it is nearly always quiet.
            "foerderkreis.notification.rhythm.districts[99001].quiet-from=07:01",
            "foerderkreis.notification.rhythm.districts[99001].escalate-after=2",
            "foerderkreis.notification.rhythm.districts[99001].escalation.clerk=HEAD",
            "foerderkreis.notification.rhythm.districts[99001].escalation.head=LANDRAT",
            "foerderkreis.notification.mail.workers=0",
            "foerderkreis.notification.mail.from=Förderkreis <portal@kreis.example>",
            "foerderkreis.notification.link.renewal-pause=0s",
            "foerderkreis.notification.queue.lease=1s",
            "foerderkreis.notification.queue.back-off=10ms,20ms"
        })
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@Import({TestStack.class, Mailbox.class, District.class, Player.class})
public @interface NotificationTest {}
