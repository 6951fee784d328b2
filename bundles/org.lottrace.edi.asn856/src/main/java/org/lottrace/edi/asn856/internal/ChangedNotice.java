package org.lottrace.edi.asn856.internal;

/**
 * How a customer is told that a shipment was not as its notice says: that it is reversed, or reversed and recorded again under the same
 * number.
 *
 * <p>Source: X12 data element 353 (BSN01).
 */
enum ChangedNotice {
    /** The notice is cancelled, and the new one is an original. */
    CANCEL("00", true),
    /** The new notice replaces the one with its number; a shipment that is reversed alone is cancelled. */
    REPLACE("05", true),
    /** The new notice is a change; a shipment that is reversed alone is cancelled. */
    CHANGE("04", true),
    /** The new notice is an original with the same number, and there is no cancellation. */
    RESEND("00", false),
    /** The customer takes neither: a person tells it. */
    CASE("", false);

    private final String purpose;
    private final boolean cancels;

    ChangedNotice(String purpose, boolean cancels) {
        this.purpose = purpose;
        this.cancels = cancels;
    }

    /** @return BSN01 of the notice that takes the place of another one; empty when none is sent */
    String purpose() {
        return purpose;
    }

    /** @return whether a shipment that is reversed, and not recorded again, is cancelled by a notice */
    boolean cancels() {
        return cancels;
    }

    /** @return whether the notice of the shipment as it is recorded again says all that is to be said */
    boolean isOneNotice() {
        return this != CANCEL;
    }
}
