package org.lottrace.allocation.fefo.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.Position;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;

/**
 * A stock position that could serve an order line, with all that decides about it.
 *
 * @param lot which lot, with its dates
 * @param position where
 * @param received when the company first had the lot, at the site that delivers; absent also where nobody asked
 * @param said what it says in the attribute in which the lots of a line have to agree; absent where no rule wants that
 * @param pickFace whether it is a picking location
 * @param path place of the location in the list of the site, from 0
 * @param available stock less reservations, in the base unit
 * @param reasons why it must not be taken, whatever is available; empty when it may
 */
record Offer(
        Lot lot,
        Position position,
        Optional<LocalDate> received,
        Optional<String> said,
        boolean pickFace,
        int path,
        Quantity available,
        List<Violation> reasons) {
    /** At the first location of the site. */
    Offer(
            Lot lot,
            Position position,
            Optional<LocalDate> received,
            Optional<String> said,
            boolean pickFace,
            Quantity available,
            List<Violation> reasons) {
        this(lot, position, received, said, pickFace, 0, available, reasons);
    }
}
