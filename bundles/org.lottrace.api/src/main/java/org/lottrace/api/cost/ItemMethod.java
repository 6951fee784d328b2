package org.lottrace.api.cost;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.EventId;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.quantity.UnitPrice;

/**
 * By which method the goods of an item are valued, until another one is said.
 *
 * @param position of its event in the ledger: it counts for what is recorded behind it, and from the day {@code from} on
 * @param event that says it
 * @param item which item
 * @param method how its goods are valued
 * @param standard what a unit costs; absent unless the method is {@link CostMethod#STANDARD}
 * @param from the day that was said, or else the accounting date of the change; no time zone
 * @param reason why
 * @param by who said so
 * @param at when it was recorded, cut to microseconds
 */
public record ItemMethod(
        long position,
        EventId event,
        ItemNumber item,
        CostMethod method,
        Optional<UnitPrice> standard,
        LocalDate from,
        String reason,
        String by,
        Instant at) {
    public ItemMethod {
        Objects.requireNonNull(event);
        Objects.requireNonNull(item);
        Objects.requireNonNull(method);
        Objects.requireNonNull(standard);
        Objects.requireNonNull(from);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(by);
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
