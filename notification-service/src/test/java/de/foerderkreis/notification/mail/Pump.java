package de.foerderkreis.notification.mail;

import org.springframework.stereotype.Component;

/** Sends what is due when a test says so. */
@Component
public class Pump {

    private final Dispatch dispatch;

    Pump(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    public void all() {
        while (dispatch.batch() > 0) {
            // One batch after the other until nothing is due.
        }
    }
}
