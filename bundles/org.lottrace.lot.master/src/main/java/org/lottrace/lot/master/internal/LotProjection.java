package org.lottrace.lot.master.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerProjection;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What is known of lots: for each that its events registered or changed, what the newest of these says. A lot that no event
 * registered, as before form 2, stays as it is and is named.
 */
@Component
public final class LotProjection implements LedgerProjection {
    private static final int PAGE = 1_000;

    private final UnitOfWork unitOfWork;
    private final Ledger ledger;
    private final LedgerStore events;
    private final LotStore lots;
    private final StockOnHand stock;

    @Activate
    public LotProjection(
            @Reference UnitOfWork unitOfWork,
            @Reference Ledger ledger,
            @Reference LedgerStore events,
            @Reference LotStore lots,
            @Reference StockOnHand stock) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.events = events;
        this.lots = lots;
        this.stock = stock;
    }

    @Override
    public String name() {
        return "lots";
    }

    @Override
    public void rebuild(Consumer<String> differences) {
        unitOfWork.run(() -> {
            // in the order in which whoever records takes its locks: who corrects one of them waits before it is read;
            // a lot that comes meanwhile is right
            Set<LotKey> known = newest().keySet();
            stock.lock(known);
            ledger.lockHead();
            SortedMap<LotKey, LotChange> newest = newest();
            newest.forEach((key, change) -> {
                if (known.contains(key)) {
                    putRight(change.toLot(), differences);
                }
            });
            tellOthers(newest.keySet(), differences);
        });
    }

    private void putRight(Lot derived, Consumer<String> differences) {
        Optional<Lot> kept = lots.find(derived.key());
        if (!kept.equals(Optional.of(derived))) {
            differences.accept("kept " + kept.map(Lot::toString).orElse(""));
            differences.accept("derived " + derived);
            lots.update(derived);
        }
    }

    /** What no event says cannot be derived: such a lot keeps what is known of it. */
    private void tellOthers(Set<LotKey> inTheLedger, Consumer<String> differences) {
        List<Lot> page = lots.after(Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(lot -> !inTheLedger.contains(lot.key()))
                    .forEach(lot -> differences.accept("not derived, as no event says what it is, and kept " + lot));
            page = lots.after(Optional.of(page.get(page.size() - 1).key()), PAGE);
        }
    }

    private SortedMap<LotKey, LotChange> newest() {
        SortedMap<LotKey, LotChange> newest = new TreeMap<>();
        events.eachAfter(
                0, recorded -> recorded.event().lotChanges().forEach(change -> newest.put(change.lot(), change)));
        return newest;
    }
}
