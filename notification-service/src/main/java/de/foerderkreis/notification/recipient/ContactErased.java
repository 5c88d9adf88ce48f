package de.foerderkreis.notification.recipient;

import java.util.UUID;

/** A contact was erased here; whoever keeps something of it erases that in the same transaction. */
public record ContactErased(UUID contactId) {}
