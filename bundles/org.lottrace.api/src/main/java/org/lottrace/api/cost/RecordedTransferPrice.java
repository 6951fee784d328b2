package org.lottrace.api.cost;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.lottrace.api.event.EventId;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.quantity.UnitPrice;

/**
 * A transfer price. Of several of an item and first day the one with the highest position counts for what is recorded behind it.
 *
 * @param position of its event in the ledger
 * @param event that says it
 * @param item which item
 * @param price for one of its unit
 * @param from the first day for which it counts
 * @param by who recorded it
 * @param at when it was recorded, cut to microseconds
 */
public record RecordedTransferPrice(
        long position, EventId event, ItemNumber item, UnitPrice price, LocalDate from, String by, Instant at) {
    public RecordedTransferPrice {
        Objects.requireNonNull(event);
        Objects.requireNonNull(item);
        Objects.requireNonNull(price);
        Objects.requireNonNull(from);
        Objects.requireNonNull(by);
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
