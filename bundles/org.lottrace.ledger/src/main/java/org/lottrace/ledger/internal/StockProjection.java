package org.lottrace.ledger.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.lottrace.api.event.LedgerProjection;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stock and dispositions, event by event as {@link LedgerService} derives them. The stock of all lots is in memory meanwhile. */
@Component
public final class StockProjection implements LedgerProjection {
    private static final Logger LOG = LoggerFactory.getLogger(StockProjection.class);
    private static final int PAGE = 1_000;

    private final UnitOfWork unitOfWork;
    private final LedgerStore events;
    private final StockStore stock;
    private final DispositionStore dispositions;

    @Activate
    public StockProjection(
            @Reference UnitOfWork unitOfWork,
            @Reference LedgerStore events,
            @Reference StockStore stock,
            @Reference DispositionStore dispositions) {
        this.unitOfWork = unitOfWork;
        this.events = events;
        this.stock = stock;
        this.dispositions = dispositions;
    }

    @Override
    public String name() {
        return "stock";
    }

    @Override
    public List<String> rebuild() {
        return unitOfWork.required(() -> {
            TreeSet<LotKey> lots = new TreeSet<>();
            all(event -> lots.addAll(EventChecks.movedLots(event.event())));
            // in the order in which whoever records takes its locks
            stock.lock(lots);
            events.lockHead();
            SortedMap<LotKey, List<StockBalance>> balances = new TreeMap<>();
            SortedMap<LotKey, LotDisposition> states = new TreeMap<>();
            all(event -> {
                take(event, balances);
                event.event()
                        .dispositionChanges()
                        .forEach(change -> states.put(
                                change.lot(),
                                new LotDisposition(
                                        change.lot(),
                                        change.disposition(),
                                        change.reason(),
                                        event.event().id())));
            });
            List<StockBalance> derived =
                    balances.values().stream().flatMap(List::stream).toList();
            List<String> differences = Stream.concat(
                            differences(stock.ofLots(balances.keySet()), derived),
                            differences(dispositions.of(states.keySet()), states.values()))
                    .toList();
            stock.clear();
            stock.save(derived);
            dispositions.clear();
            states.values().forEach(dispositions::save);
            LOG.warn(
                    "stock and dispositions derived again lots={} differences={}", balances.size(), differences.size());
            return differences;
        });
    }

    private void all(Consumer<RecordedEvent> taker) {
        List<RecordedEvent> page = events.after(0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(taker);
            page = events.after(page.get(page.size() - 1).position(), PAGE);
        }
    }

    private static void take(RecordedEvent event, SortedMap<LotKey, List<StockBalance>> balances) {
        List<StockBalance> before = EventChecks.movedLots(event.event()).stream()
                .flatMap(lot -> balances.getOrDefault(lot, List.of()).stream())
                .toList();
        for (StockBalance balance : new StockChange(event.event().lines(), before).balances()) {
            List<StockBalance> ofLot = balances.computeIfAbsent(balance.lot(), lot -> new ArrayList<>());
            ofLot.removeIf(old -> old.position().equals(balance.position()));
            if (!balance.quantity().isZero()) {
                ofLot.add(balance);
            }
        }
    }

    private static Stream<String> differences(Collection<?> kept, Collection<?> derived) {
        Set<?> known = Set.copyOf(kept);
        Set<?> right = Set.copyOf(derived);
        return Stream.concat(
                kept.stream().filter(row -> !right.contains(row)).map(row -> "kept " + row),
                derived.stream().filter(row -> !known.contains(row)).map(row -> "derived " + row));
    }
}
