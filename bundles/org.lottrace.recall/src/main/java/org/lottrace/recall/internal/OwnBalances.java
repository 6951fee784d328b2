package org.lottrace.recall.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lottrace.api.certificate.LotBalance;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.quantity.Quantity;

/** The mass balance of lots inside the company: what the lines of the ledger say against what the stock says. */
final class OwnBalances {
    private static final int READS_WITHOUT_LOCK = 2;

    private final Ledger ledger;
    private final LedgerStore events;
    private final StockStore stock;
    private final ItemStore items;

    OwnBalances(Ledger ledger, LedgerStore events, StockStore stock, ItemStore items) {
        this.ledger = ledger;
        this.events = events;
        this.stock = stock;
        this.items = items;
    }

    /**
     * @param balances by lot
     * @param disposedLater what was destroyed or thrown away after the position that was asked for, by lot
     * @param ledgerPosition the one state of the ledger they show
     */
    record Balances(List<LotBalance> balances, Map<LotKey, Quantity> disposedLater, long ledgerPosition) {}

    /**
     * What is moved while this reads is read again, and nothing else; at last under the lock of the ledger, so that it ends, which is
     * short however many lots there are.
     *
     * @param since disposals after this position are told beside the balances
     */
    Balances of(Collection<LotKey> lots, long since) {
        Set<LotKey> all = Set.copyOf(lots);
        Map<LotKey, Sums> sums = new TreeMap<>();
        Set<LotKey> toRead = all;
        long position = events.head().position();
        for (int read = 1; !toRead.isEmpty(); read++) {
            sums.putAll(read(toRead, since));
            long head = read >= READS_WITHOUT_LOCK
                    ? ledger.lockHead()
                    : events.head().position();
            toRead = moved(position, head);
            toRead.retainAll(all);
            position = head;
        }
        Map<LotKey, Quantity> disposed = new HashMap<>();
        sums.forEach((lot, ofLot) -> ofLot.disposedLater.ifPresent(quantity -> disposed.put(lot, quantity)));
        return new Balances(
                sums.entrySet().stream()
                        .map(entry -> entry.getValue().balance(entry.getKey()))
                        .toList(),
                disposed,
                position);
    }

    private Map<LotKey, Sums> read(Collection<LotKey> lots, long since) {
        Map<LotKey, Sums> sums = new HashMap<>();
        Map<ItemNumber, Quantity> nothing = new HashMap<>();
        lots.forEach(lot -> sums.put(lot, new Sums(nothing.computeIfAbsent(lot.item(), this::zero))));
        for (RecordedEvent recorded : InForce.of(events.historyOf(lots))) {
            for (EventLine line : recorded.event().lines()) {
                if (sums.containsKey(line.lot())) {
                    sums.get(line.lot()).add(recorded.event().type(), line, recorded.position() > since);
                }
            }
        }
        for (StockBalance balance : stock.ofLots(lots)) {
            Sums ofLot = sums.get(balance.lot());
            ofLot.onHand = ofLot.onHand.plus(balance.quantity());
        }
        return sums;
    }

    /** @return the lots that events behind one position, up to another, move */
    private Set<LotKey> moved(long after, long upTo) {
        Set<LotKey> moved = new HashSet<>();
        long position = after;
        while (position < upTo) {
            List<RecordedEvent> page = events.after(position, (int) Math.min(LedgerStore.PAGE, upTo - position));
            page.forEach(recorded -> recorded.event().lines().forEach(line -> moved.add(line.lot())));
            position = page.get(page.size() - 1).position();
        }
        return moved;
    }

    private Quantity zero(ItemNumber item) {
        return Quantity.zero(items.find(item).map(Item::baseUnit).orElseThrow());
    }

    private static final class Sums {
        private Quantity received;
        private Quantity produced;
        private Quantity returned;
        private Quantity found;
        private Quantity onHand;
        private Quantity shipped;
        private Quantity consumed;
        private Quantity disposed;
        private Quantity missed;
        private Optional<Quantity> disposedLater = Optional.empty();

        Sums(Quantity nothing) {
            received = nothing;
            produced = nothing;
            returned = nothing;
            found = nothing;
            onHand = nothing;
            shipped = nothing;
            consumed = nothing;
            disposed = nothing;
            missed = nothing;
        }

        void add(EventType type, EventLine line, boolean later) {
            Quantity quantity = line.quantity();
            if (later && line.to().place().kind() == PlaceKind.DISPOSAL) {
                disposedLater = Optional.of(disposedLater.map(quantity::plus).orElse(quantity));
            }
            switch (line.from().place().kind()) {
                case PARTY -> {
                    if (type == EventType.RETURN) {
                        returned = returned.plus(quantity);
                    } else {
                        received = received.plus(quantity);
                    }
                }
                case OPENING -> received = received.plus(quantity);
                case TRANSFORMATION -> produced = produced.plus(quantity);
                case COUNT_DIFFERENCE, UNEXPLAINED -> found = found.plus(quantity);
                default -> addTarget(line.to().place().kind(), quantity);
            }
        }

        private void addTarget(PlaceKind to, Quantity quantity) {
            switch (to) {
                case PARTY -> shipped = shipped.plus(quantity);
                case TRANSFORMATION -> consumed = consumed.plus(quantity);
                case DISPOSAL -> disposed = disposed.plus(quantity);
                case COUNT_DIFFERENCE -> missed = missed.plus(quantity);
                default -> {
                    // moved within own stock
                }
            }
        }

        LotBalance balance(LotKey lot) {
            return new LotBalance(
                    lot, received, produced, returned, found, onHand, shipped, consumed, disposed, missed);
        }
    }
}
