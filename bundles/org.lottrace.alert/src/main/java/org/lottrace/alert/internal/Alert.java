package org.lottrace.alert.internal;

import java.time.Instant;
import java.util.List;
import org.lottrace.api.health.HealthStatus;

/**
 * Something to tell.
 *
 * @param id the same however often it is sent
 * @param host the machine
 * @param check name of the check, or {@link #EXPIRING}
 * @param status what it says now; OK when it is over
 * @param at since when
 * @param messages the cause, and what to do
 */
record Alert(String id, String host, String check, HealthStatus status, Instant at, List<String> messages) {
    /** Of lots that expire: no check, and never over. */
    static final String EXPIRING = "expiring";

    String heading() {
        if (check.equals(EXPIRING)) {
            return "LotTrace: " + messages.get(0);
        }
        return "LotTrace on " + host + ": " + check + (status == HealthStatus.OK ? " is OK again" : " is " + status);
    }

    String text() {
        if (check.equals(EXPIRING)) {
            return String.join("\r\n", messages) + "\r\n\r\nAll of them: the page Planning, To be seen to now";
        }
        return heading() + " since " + at + "\r\n\r\n" + String.join("\r\n", messages)
                + (status == HealthStatus.OK ? "" : "\r\n\r\nAll checks: ./lottrace shell lottrace:health");
    }
}
