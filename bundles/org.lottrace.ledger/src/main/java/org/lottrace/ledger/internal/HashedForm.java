package org.lottrace.ledger.internal;

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

    /** @throws IllegalArgumentException if no form has that number */
    static HashedForm number(int form) {
        return switch (form) {
            case 1 -> FormOne::text;
            case 2 -> FormTwo::text;
            default ->
                throw new IllegalArgumentException("this version knows no form " + form + " of an event:"
                        + " it was recorded by a newer version, which has to be installed to check it");
        };
    }
}
