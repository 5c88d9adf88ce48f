package de.foerderkreis.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class WordingTests {

    private static final UUID CASE = UUID.randomUUID();
    private static final UUID ROUND = UUID.randomUUID();

    private static final NoticeFacts FACTS =
            NoticeFacts.ofRound(CASE, ROUND, "Entwurf der Konzeption")
                    .municipality("05382068")
                    .due(LocalDate.of(2014, 3, 4))
                    .stage(1)
                    .number(1)
                    .on(LocalDate.of(2014, 2, 17))
                    .at(Instant.parse("2014-02-25T09:15:30Z"))
                    .answers(13, 19);

    private static final Background BACKGROUND =
            new Background(
                    "Rhein-Sieg-Kreis",
                    "50.2-KI-2012",
                    "KI Rhein-Sieg-Kreis",
                    "Troisdorf",
                    "/l/n/token",
                    LocalDate.of(2014, 3, 3),
                    List.of(Notice.CONSULTATION_OPENED));

    private static final Addressee MAYOR =
            new Addressee("FRAU", "MAYOR", "Erika Muster", "de", true);
    private static final Addressee ENGLISH =
            new Addressee("FRAU", "MAYOR", "Erika Muster", "en", true);
    private static final Addressee PARTNER =
            new Addressee("NEUTRAL", "PARTNER_CONTACT", "Kim Offen", "de", false);

    private final Wording wording =
            new Wording(messages(), new PortalAddress("http://localhost:8080"));

    @Test
    void asksTheMayorForAStatementWithReferenceDeadlineAndLink() {
        var withoutLink =
                new Background(
                        "Rhein-Sieg-Kreis",
                        "50.2-KI-2012",
                        "KI Rhein-Sieg-Kreis",
                        null,
                        null,
                        null,
                        List.of());
        var mail = wording.mail(Notice.CONSULTATION_OPENED, FACTS, MAYOR, withoutLink);
        assertThat(mail.subject())
                .isEqualTo("[50.2-KI-2012] Bitte um Stellungnahme: Entwurf der Konzeption");
        assertThat(mail.text())
                .startsWith("Sehr geehrte Frau Bürgermeisterin Muster,\n\n")
                .contains("Aktenzeichen: 50.2-KI-2012")
                .contains("Frist: 04.03.2014, 24:00 Uhr")
                .contains("http://localhost:8080/beteiligung/" + ROUND + "/stellungnahme")
                .contains("kann nicht abbestellt werden")
                .contains("Rhein-Sieg-Kreis")
                .doesNotContain("[(", "[#", "null", "/l/n/");
        assertThat(mail.html())
                .contains("<strong>04.03.2014, 24:00 Uhr</strong>")
                .contains("href=\"http://localhost:8080/beteiligung/" + ROUND + "/stellungnahme\"")
                .doesNotContain("th:");
    }

    @Test
    void writesInTheLanguageOfTheAddressee() {
        var mail = wording.mail(Notice.CONSULTATION_REMINDER, FACTS, ENGLISH, BACKGROUND);
        assertThat(mail.subject())
                .isEqualTo("[50.2-KI-2012] Reminder: statement on Entwurf der Konzeption");
        assertThat(mail.text())
                .startsWith("Dear Mayor Muster,")
                .contains("Deadline: 4 March 2014, 24:00");
    }

    @Test
    void aTaskWhoseTitleIsASentenceEndsWithOneFullStop() {
        var facts =
                NoticeFacts.ofCase(CASE)
                        .task(
                                "Auftrag ausführen: eine Konzeption zu erstellen.",
                                "clerk",
                                "/vorhaben");
        for (var addressee : List.of(MAYOR, ENGLISH)) {
            assertThat(wording.mail(Notice.TASK_OPENED, facts, addressee, BACKGROUND).text())
                    .contains("eine Konzeption zu erstellen.")
                    .doesNotContain("..");
        }
    }

    @Test
    void oneAnswerNeedsNoOtherSentence() {
        var facts = FACTS.answers(1, 19);
        assertThat(wording.mail(Notice.STATEMENT_RECEIVED, facts, MAYOR, BACKGROUND).text())
                .contains("Bisher geantwortet: 1 von 19 Kommunen.");
    }

    @Test
    void tellsAPartnerHowToEndItAndSendsItNowhereItCannotSignIn() {
        var mail = wording.mail(Notice.CONSULTATION_OPENED, FACTS, PARTNER, BACKGROUND);
        assertThat(mail.text())
                .contains("Sie müssen nichts tun.")
                .contains("http://localhost:8080/l/n/token")
                .contains("Der Link gilt einmal und bis zum 03.03.2014.")
                .contains("weil Sie sie bestellt haben")
                .doesNotContain("/beteiligung/", "/nachrichten/einstellungen");
    }

    @Test
    void asksAPartnerBeforeAnythingElse() {
        var mail =
                wording.mail(
                        Notice.SUBSCRIPTION_CONFIRMATION, NoticeFacts.none(), PARTNER, BACKGROUND);
        assertThat(mail.text())
                .contains("Wir schicken Ihnen erst dann etwas, wenn Sie es bestätigen.")
                .contains("  - Eine Beteiligung beginnt")
                .contains("Ansehen und bestätigen:\nhttp://localhost:8080/l/n/token");
    }

    @ParameterizedTest
    @EnumSource(Notice.class)
    void everyNoticeIsWordedCompletelyInBothLanguages(Notice notice) {
        for (var addressee : List.of(MAYOR, ENGLISH, PARTNER)) {
            for (var facts : List.of(FACTS, FACTS.afterTheDeadline())) {
                var mail = wording.mail(notice, facts, addressee, BACKGROUND);
                assertThat(mail.subject() + mail.text() + mail.html())
                        .doesNotContain(
                                "{0}",
                                "{1}", "{2}", "[(", "[#", "notification.", "null", "„“", "“”");
            }
        }
    }

    /**
     * What a message can say is what this record can hold; a new component has to be argued for
     * here.
     */
    @Test
    void noMessageCanCarryAPositionAnAmountAReasonOrAName() {
        assertThat(
                        Arrays.stream(NoticeFacts.class.getRecordComponents())
                                .map(RecordComponent::getName))
                .containsExactlyInAnyOrder(
                        "caseId",
                        "roundId",
                        "title",
                        "municipality",
                        "dueOn",
                        "stage",
                        "number",
                        "on",
                        "at",
                        "received",
                        "asked",
                        "late",
                        // Whose task it is and where it is done: a role and a path of the portal.
                        "role",
                        "page");
    }

    @Test
    void escapesWhatComesFromOutside() {
        var nasty = NoticeFacts.ofRound(CASE, ROUND, "<script>alert(1)</script>");
        assertThat(wording.mail(Notice.CONSULTATION_CLOSED, nasty, MAYOR, BACKGROUND).html())
                .doesNotContain("<script>");
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("i18n/notification/messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
