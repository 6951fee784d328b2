package org.lottrace.api.allocation;

import org.lottrace.api.code.Coded;

/** How firmly goods are kept for an order line, the weakest first. */
public enum ReservationKind implements Coded {
    /** Until a moment; an order that is delivered earlier may take it before ({@link SoftReservations}). */
    SOFT("SOFT"),
    /** Nobody takes it. It ends when the goods leave, when the order wants less, when they must not go or somebody gives it back. */
    FIRM("FIRM"),
    /** The goods were picked or packed for the line: it stands until that is reversed, also when a new plan is made. */
    PICKED("PICKED");

    private final String code;

    ReservationKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** @return the firmer of both */
    public ReservationKind orFirmer(ReservationKind other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
