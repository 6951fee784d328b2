package org.lottrace.genealogy.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * Where lots were, by moving them again as the ledger tells, without what was reversed by then. Filtering today's stock would lose what was used up since
 * (odoo/odoo#262008).
 */
final class PastStock {
    private static final int PAGE = 1_000;

    private final LedgerStore ledger;

    PastStock(LedgerStore ledger) {
        this.ledger = ledger;
    }

    /** @return every balance that was not zero, by lot and position */
    List<StockBalance> of(Collection<LotKey> lots, long upTo, AsOf asOf) {
        Set<LotKey> wanted = new HashSet<>(lots);
        SortedMap<LotKey, SortedMap<Position, Quantity>> balances = new TreeMap<>();
        InForce.of(upTo(lots, upTo)).stream()
                .filter(recorded -> asOf.happenedBy()
                        .filter(recorded.event().context().effective()::isAfter)
                        .isEmpty())
                .flatMap(recorded -> recorded.event().lines().stream())
                .filter(line -> wanted.contains(line.lot()))
                .forEach(line -> move(line, balances.computeIfAbsent(line.lot(), lot -> new TreeMap<>())));
        List<StockBalance> onHand = new ArrayList<>();
        balances.forEach((lot, positions) -> positions.forEach((position, quantity) -> {
            if (!quantity.isZero()) {
                onHand.add(new StockBalance(lot, position, quantity));
            }
        }));
        return onHand;
    }

    private List<RecordedEvent> upTo(Collection<LotKey> lots, long position) {
        List<RecordedEvent> events = new ArrayList<>();
        List<RecordedEvent> page = ledger.eventsOf(lots, 0, PAGE);
        while (!page.isEmpty()) {
            page.stream().filter(recorded -> recorded.position() <= position).forEach(events::add);
            long read = page.get(page.size() - 1).position();
            page = read >= position ? List.of() : ledger.eventsOf(lots, read, PAGE);
        }
        return events;
    }

    private static void move(EventLine line, SortedMap<Position, Quantity> positions) {
        add(positions, line.from(), line.quantity().negated());
        add(positions, line.to(), line.quantity());
    }

    private static void add(SortedMap<Position, Quantity> positions, Position position, Quantity change) {
        if (position.place().kind().holdsStock()) {
            positions.merge(position, change, Quantity::plus);
        }
    }
}
