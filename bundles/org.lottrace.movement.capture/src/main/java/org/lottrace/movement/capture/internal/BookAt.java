package org.lottrace.movement.capture.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;

/** What the book has of some lots now, and what it has for an earlier moment: without what has moved since. */
final class BookAt {
    private record At(LotKey lot, Position position) {}

    private final Map<At, Quantity> now = new HashMap<>();
    private final Map<At, Quantity> since = new HashMap<>();

    private BookAt() {}

    /** Locks the stock of the lots until the end of the unit of work, so that the answers stay right. */
    static BookAt of(Collection<LotKey> lots, Instant moment, StockOnHand stock, LedgerStore events) {
        BookAt book = new BookAt();
        stock.lock(lots)
                .forEach(balance -> book.now.put(new At(balance.lot(), balance.position()), balance.quantity()));
        events.linesAfter(lots, moment).forEach(later -> book.moved(later.line()));
        return book;
    }

    private void moved(EventLine line) {
        since.merge(new At(line.lot(), line.to()), line.quantity(), Quantity::plus);
        since.merge(new At(line.lot(), line.from()), line.quantity().negated(), Quantity::plus);
    }

    /** @return what is there now, in the base unit */
    Quantity now(LotKey lot, Position position, UnitOfMeasure unit) {
        return now.getOrDefault(new At(lot, position), Quantity.zero(unit));
    }

    /** @return what was there at the moment, as far as is known by now; below zero when something was recorded too late */
    Quantity then(LotKey lot, Position position, UnitOfMeasure unit) {
        return now(lot, position, unit).minus(since.getOrDefault(new At(lot, position), Quantity.zero(unit)));
    }
}
