package de.foerderkreis.stakeholder.consultation;

import de.foerderkreis.contracts.notification.NotificationSent;
import de.foerderkreis.contracts.stakeholder.ConsultationOpened;
import de.foerderkreis.platform.inbox.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Notes that the letter of a round left for a town. */
@Configuration(proxyBeanMethods = false)
class DeliveryListener {

    private static final String LETTER = ConsultationOpened.class.getSimpleName();

    @Bean
    EventSubscription deliverySubscription(AddresseeRecords addressees) {
        return EventSubscription.to(NotificationSent.TOPIC)
                .as("stakeholder.delivery")
                .on(
                        NotificationSent.class,
                        (event, meta) -> {
                            if (event.causeType().equals(LETTER)) {
                                addressees.delivered(event.contactId(), event.sentAt());
                            }
                        })
                .build();
    }
}
