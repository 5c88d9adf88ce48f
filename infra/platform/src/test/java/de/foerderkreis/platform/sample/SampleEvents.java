package de.foerderkreis.platform.sample;

import java.util.UUID;

/** The events of the sample. */
public final class SampleEvents {

    public static final String TOPIC = "foerderkreis.sample.v1";
    public static final String STATES = "foerderkreis.sample.states.v1";
    public static final String CONTACTS = "foerderkreis.sample.contacts.v1";

    private SampleEvents() {}

    public record RoundChanged(UUID roundId, String what, long aggregateVersion) {}

    public record RoundState(UUID roundId, String title, long aggregateVersion) {}
}
