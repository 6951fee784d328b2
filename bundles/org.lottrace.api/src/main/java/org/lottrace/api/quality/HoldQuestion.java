package org.lottrace.api.quality;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Lot;

/**
 * Which lots are to be held, in the words of whoever suspects them. A lot must fit everything that is given.
 *
 * @param supplier whose lots: who gave them their numbers
 * @param item of which item
 * @param productionOrder made by that order; all of its runs
 * @param shipNotice number of the ship notice with which they came: what was on that truck
 * @param from first day on which they were made; those that were received, or have no production date, fit when they moved on
 *     one of the days, in any time zone. Days need an item
 * @param to last day
 */
public record HoldQuestion(
        Optional<PartyId> supplier,
        Optional<ItemNumber> item,
        Optional<String> productionOrder,
        Optional<String> shipNotice,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {
    public HoldQuestion {
        Objects.requireNonNull(supplier);
        Objects.requireNonNull(item);
        Objects.requireNonNull(productionOrder);
        Objects.requireNonNull(shipNotice);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }

    /** @return true when it names nothing that lots can be found by */
    public boolean isEmpty() {
        return supplier.isEmpty() && item.isEmpty() && productionOrder.isEmpty() && shipNotice.isEmpty();
    }

    /** @return true when the lot is of that supplier and item, as far as they are given */
    public boolean mayFit(Lot lot) {
        return supplier.map(lot.key().issuer()::equals).orElse(true)
                && item.map(lot.key().item()::equals).orElse(true);
    }

    /** As it is kept in the event of a hold, and read by people. */
    @Override
    public String toString() {
        return "lots"
                + supplier.map(party -> " of " + party).orElse("")
                + item.map(number -> " of item " + number).orElse("")
                + productionOrder.map(order -> " made by order " + order).orElse("")
                + shipNotice
                        .map(notice -> " that came with ship notice " + notice)
                        .orElse("")
                + from.map(day -> " from " + day).orElse("")
                + to.map(day -> " to " + day).orElse("");
    }
}
