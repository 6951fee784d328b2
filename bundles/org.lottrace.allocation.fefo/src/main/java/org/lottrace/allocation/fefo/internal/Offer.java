package org.lottrace.allocation.fefo.internal;

import java.util.List;
import org.lottrace.api.event.Position;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;

/**
 * A stock position that could serve an order line, with all that decides about it.
 *
 * @param lot which lot, with its dates
 * @param position where
 * @param available stock less reservations, in the base unit
 * @param reasons why it must not be taken, whatever is available; empty when it may
 */
record Offer(Lot lot, Position position, Quantity available, List<Violation> reasons) {}
