package org.lottrace.ledger.internal;

import java.util.Optional;
import org.lottrace.api.event.RecordedEvent;

/**
 * The text of an event that is hashed. A form that was ever written is never changed: what is to be said in another way gets
 * a new form with the next number, and the old one stays to check the events that were recorded in it.
 */
@FunctionalInterface
interface HashedForm {
    /**
     * @param previous hash of the position before
     * @param recorded the event, whose own hash is not looked at
     */
    String text(String previous, RecordedEvent recorded);

    /** @return empty when no form has that number: a program does not open a database that a newer one has written */
    static Optional<HashedForm> number(int form) {
        return switch (form) {
            case 1 -> Optional.of(FormOne::text);
            case 2 -> Optional.of(FormTwo::text);
            default -> Optional.empty();
        };
    }
}
