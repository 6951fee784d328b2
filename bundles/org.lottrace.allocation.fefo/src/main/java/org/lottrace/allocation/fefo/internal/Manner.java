package org.lottrace.allocation.fefo.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.ReservationKind;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * How an order reserves.
 *
 * @param until when it ends, of a soft one
 * @param makesFirm whether what the order has softly already becomes firm
 * @param takesSoft whether it takes what orders that are delivered later have softly
 * @param takesSubstitutes whether it takes other items where a rule says so, or tells which it could take
 */
record Manner(
        ReservationKind kind, Optional<Instant> until, boolean makesFirm, boolean takesSoft, boolean takesSubstitutes) {
    static final Manner FIRMLY = new Manner(ReservationKind.FIRM, Optional.empty(), true, true, true);

    /** As {@link #FIRMLY}, taking nothing from others; substitutes come when all orders have got what they want themselves. */
    static final Manner IN_A_WAVE = new Manner(ReservationKind.FIRM, Optional.empty(), true, false, false);

    /** What was lost is reserved again; what the order has stays what it is. */
    static final Manner AGAIN = new Manner(ReservationKind.FIRM, Optional.empty(), false, true, true);

    static Manner softly(Instant until) {
        return new Manner(ReservationKind.SOFT, Optional.of(until), false, false, false);
    }

    /** @return as firmly as before: softly, as long as anything was to last, when something was soft */
    static Manner asBefore(Collection<Reservation> before) {
        return before.stream()
                .flatMap(one -> one.until().stream())
                .max(Instant::compareTo)
                .map(Manner::softly)
                .orElse(FIRMLY);
    }

    Reservation of(OrderLineReference line, LotKey lot, Position position, Quantity quantity) {
        return new Reservation(line, lot, position, quantity, kind, until);
    }
}
