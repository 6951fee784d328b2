package org.lottrace.ledger.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.lottrace.api.event.LedgerProjection;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quality.DispositionHistory;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Stock and dispositions, event by event as {@link LedgerService} derives them. The stock of all lots is in memory meanwhile. */
@Component
public final class StockProjection implements LedgerProjection {
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
    public void rebuild(Consumer<String> differences) {
        unitOfWork.run(() -> {
            TreeSet<LotKey> lots = new TreeSet<>();
            events.eachAfter(0, event -> lots.addAll(EventChecks.movedLots(event.event())));
            // in the order in which whoever records takes its locks
            stock.lock(lots);
            events.lockHead();
            SortedMap<LotKey, List<StockBalance>> balances = new TreeMap<>();
            DispositionHistory decided = new DispositionHistory();
            events.eachAfter(0, event -> {
                take(event, balances);
                decided.take(event.event());
            });
            List<StockBalance> derived =
                    balances.values().stream().flatMap(List::stream).toList();
            // all rows, and not only those of lots with events: what goes is told
            tell(stock.all(), derived, differences);
            tell(dispositions.all(), decided.all(), differences);
            stock.clear();
            stock.save(derived);
            dispositions.clear();
            dispositions.save(decided.all());
        });
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

    private static void tell(Collection<?> kept, Collection<?> derived, Consumer<String> differences) {
        Set<?> known = Set.copyOf(kept);
        Set<?> right = Set.copyOf(derived);
        kept.stream().filter(row -> !right.contains(row)).forEach(row -> differences.accept("kept " + row));
        derived.stream().filter(row -> !known.contains(row)).forEach(row -> differences.accept("derived " + row));
    }
}
