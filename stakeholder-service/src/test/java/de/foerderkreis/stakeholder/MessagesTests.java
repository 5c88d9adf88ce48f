package de.foerderkreis.stakeholder;

import static org.assertj.core.api.Assertions.assertThat;

import de.foerderkreis.portal.check.MessageCompleteness;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTests {

    @Test
    void everyTextExistsInBothLanguages() {
        new MessageCompleteness("stakeholder").verify();
    }

    @ParameterizedTest
    @CsvSource({
        "tally.Position, position",
        "coding.Reason, reason",
        "statement.Channel, channel",
        "signing.Signing, signing",
        "signing.SignedAs, signed-as",
        "burden.Outcome, burden",
        "statement.StatementStatus, statement",
        "consultation.RoundKind, kind",
        "consultation.RoundStatus, status",
        "consultation.AgreementMode, mode",
        "consultation.SilenceMeans, silence",
        "consultation.DeliveryState, delivery",
        "municipality.MunicipalityType, type",
        "officeholder.Office, office",
        "officeholder.Salutation, salutation",
        "partner.PartnerCategory, category",
        "partner.Subscription, subscription",
        "body.BodyKind, body-kind",
        "body.Side, side",
        "body.Mandate$Council, council",
        "body.Mandate$Status, mandate-status",
        "meeting.Opinion, opinion",
        "meeting.OpinionReason, reason",
        "followup.FollowUpKind, followup-kind",
        "followup.FollowUpStatus, followup-status",
        "followup.FollowUpStatus, followup-act",
        "cooperation.CooperationState, cooperation-state",
        "cooperation.AnswerChannel, answer-channel"
    })
    void everyChoiceHasALabel(String type, String prefix) throws ClassNotFoundException {
        var texts = ResourceBundle.getBundle("i18n/stakeholder/messages", Locale.ROOT);
        var constants = Class.forName("de.foerderkreis.stakeholder." + type).getEnumConstants();

        assertThat(Arrays.stream(constants).map(it -> "stakeholder." + prefix + "." + it))
                .allMatch(texts::containsKey);
    }
}
