package org.lottrace.recall.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
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
     * Reads again while others write, and at last holds them up for as long as it reads.
     *
     * @param since disposals after this position are told beside the balances
     */
    Balances of(Collection<LotKey> lots, long since) {
        for (int read = 1; ; read++) {
            long head = read > READS_WITHOUT_LOCK
                    ? ledger.lockHead()
                    : events.head().position();
            Map<LotKey, Sums> sums = new HashMap<>();
            Map<ItemNumber, Quantity> nothing = new HashMap<>();
            for (LotKey lot : lots) {
                sums.put(lot, new Sums(nothing.computeIfAbsent(lot.item(), this::zero)));
            }
            Map<LotKey, Quantity> disposed = new HashMap<>();
            forEachLine(lots, (recorded, line) -> {
                if (sums.containsKey(line.lot())) {
                    sums.get(line.lot()).add(recorded.event().type(), line);
                    if (recorded.position() > since && line.to().place().kind() == PlaceKind.DISPOSAL) {
                        disposed.merge(line.lot(), line.quantity(), Quantity::plus);
                    }
                }
            });
            for (StockBalance balance : stock.ofLots(lots)) {
                Sums ofLot = sums.get(balance.lot());
                ofLot.onHand = ofLot.onHand.plus(balance.quantity());
            }
            if (events.head().position() == head) {
                return new Balances(
                        sums.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(entry -> entry.getValue().balance(entry.getKey()))
                                .toList(),
                        disposed,
                        head);
            }
        }
    }

    private void forEachLine(Collection<LotKey> lots, BiConsumer<RecordedEvent, EventLine> sum) {
        InForce.of(events.historyOf(lots))
                .forEach(recorded -> recorded.event().lines().forEach(line -> sum.accept(recorded, line)));
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

        void add(EventType type, EventLine line) {
            Quantity quantity = line.quantity();
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
