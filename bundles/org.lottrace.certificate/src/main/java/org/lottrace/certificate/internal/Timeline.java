package org.lottrace.certificate.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lottrace.api.quantity.Quantity;

/** What a lot did at one position, in the order in which it happened, whatever the order in which it was recorded. */
final class Timeline {
    /** @param event the first that was recorded of those that happened at this moment */
    private record Moment(Quantity net, EventAt event) {}

    /** @param below less than nothing */
    record Shortage(Quantity below, EventAt at) {}

    private final SortedMap<Instant, Moment> moments = new TreeMap<>();

    void move(EventAt event, Quantity quantity) {
        moments.merge(
                event.effective(),
                new Moment(quantity, event),
                (known, more) -> new Moment(known.net().plus(more.net()), known.event()));
    }

    /** @return the lowest stock there ever was, if it was less than nothing, and since when */
    Optional<Shortage> lowest() {
        Optional<Shortage> lowest = Optional.empty();
        Optional<Quantity> stock = Optional.empty();
        for (Moment moment : moments.values()) {
            Quantity now = stock.map(before -> before.plus(moment.net())).orElse(moment.net());
            stock = Optional.of(now);
            if (now.isNegative()
                    && lowest.map(known -> now.compareTo(known.below()) < 0).orElse(true)) {
                lowest = Optional.of(new Shortage(now, moment.event()));
            }
        }
        return lowest;
    }
}
