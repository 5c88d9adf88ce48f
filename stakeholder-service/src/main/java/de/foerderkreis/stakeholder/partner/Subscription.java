package de.foerderkreis.stakeholder.partner;

import java.util.Arrays;
import java.util.List;

/** What a partner may ask to be told of; the code is the type of the event. */
enum Subscription {
    CONSULTATION_OPENED("ConsultationOpened"),
    CONSULTATION_CLOSED("ConsultationClosed"),
    RESOLUTION_ADOPTED("ResolutionAdopted"),
    APPLICATION_SUBMITTED("ApplicationSubmitted"),
    APPLICATION_DECIDED("ApplicationDecided");

    private final String eventType;

    Subscription(String eventType) {
        this.eventType = eventType;
    }

    String eventType() {
        return eventType;
    }

    static List<String> eventTypes() {
        return Arrays.stream(values()).map(Subscription::eventType).toList();
    }
}
