package de.foerderkreis.notification.intake;

import static de.foerderkreis.notification.delivery.Channel.MAIL;
import static de.foerderkreis.notification.delivery.Channel.PORTAL;
import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.notification.intake.NoticeRules.Rule;
import de.foerderkreis.notification.recipient.Function;
import de.foerderkreis.notification.template.Notice;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoticeRulesTests {

    @Test
    void aReminderGoesToMayorsOfTheNamedTownsAndToNobodyElse() {
        assertThat(NoticeRules.of(Notice.CONSULTATION_REMINDER))
                .containsExactly(
                        new Rule(
                                Notice.CONSULTATION_REMINDER,
                                Audience.NAMED_TOWNS,
                                Function.MAYOR,
                                Set.of(MAIL, PORTAL)));
    }

    @Test
    void officialsSeeARoundInThePortalOnly() {
        assertThat(functions(Notice.CONSULTATION_OPENED))
                .contains(Function.MAYOR, Function.OFFICIAL);
        assertThat(NoticeRules.mailedTo(Function.OFFICIAL)).isEmpty();
    }

    @Test
    void anApplicationIsToldToTownsHeadLandratAndSubscribers() {
        assertThat(functions(Notice.APPLICATION_SUBMITTED))
                .containsExactlyInAnyOrder(
                        Function.MAYOR, Function.HEAD, Function.LANDRAT, Function.PARTNER_CONTACT);
    }

    @Test
    void statementsAreNeverToldToOtherTownsOrPartners() {
        for (var notice : List.of(Notice.STATEMENT_RECEIVED, Notice.STATEMENT_LATE)) {
            assertThat(functions(notice)).containsExactly(Function.CLERK);
        }
        assertThat(NoticeRules.of(Notice.STATEMENT_RECEIPT))
                .allSatisfy(it -> assertThat(it.audience()).isEqualTo(Audience.NAMED_TOWNS));
    }

    @ParameterizedTest
    @EnumSource(Notice.class)
    void everyChoiceHasARuleAndPartnersGetOnlyWhatIsOpenToThem(Notice notice) {
        var rules = NoticeRules.of(notice);
        assertThat(rules.isEmpty()).isEqualTo(!notice.isChoice());
        assertThat(rules.stream().anyMatch(it -> it.audience() == Audience.SUBSCRIBERS))
                .isEqualTo(notice.isOpenToPartners());
    }

    @Test
    void aSubscriptionMayNameTheEventOrTheNotice() {
        assertThat(Notice.subscribable("ConsultationOpened")).contains(Notice.CONSULTATION_OPENED);
        assertThat(Notice.subscribable("CONSULTATION_OPENED")).contains(Notice.CONSULTATION_OPENED);
        assertThat(Notice.subscribable("STATEMENT_RECEIVED")).isEmpty();
        assertThat(Notice.subscribable("SUBSCRIPTION_LINK")).isEmpty();
    }

    private static List<Function> functions(Notice notice) {
        return NoticeRules.of(notice).stream().map(Rule::function).toList();
    }
}
