package org.lottrace.lot.master.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerProjection;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of lots: for each that its events registered or changed, what the newest of these says. A lot that no event
 * registered, as before form 2, stays as it is.
 */
@Component
public final class LotProjection implements LedgerProjection {
    private static final Logger LOG = LoggerFactory.getLogger(LotProjection.class);
    private static final int PAGE = 1_000;

    private final UnitOfWork unitOfWork;
    private final Ledger ledger;
    private final LotStore lots;
    private final StockOnHand stock;

    @Activate
    public LotProjection(
            @Reference UnitOfWork unitOfWork,
            @Reference Ledger ledger,
            @Reference LotStore lots,
            @Reference StockOnHand stock) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.lots = lots;
        this.stock = stock;
    }

    @Override
    public String name() {
        return "lots";
    }

    @Override
    public List<String> rebuild() {
        return unitOfWork.required(() -> {
            // in the order in which whoever records takes its locks: who corrects one of them waits before it is read;
            // a lot that comes meanwhile is right
            Set<LotKey> known = newest().keySet();
            stock.lock(known);
            ledger.lockHead();
            List<String> differences = new ArrayList<>();
            SortedMap<LotKey, LotChange> newest = newest();
            newest.keySet().retainAll(known);
            newest.forEach((key, change) -> {
                Lot derived = change.toLot();
                Optional<Lot> kept = lots.find(key);
                if (!kept.equals(Optional.of(derived))) {
                    differences.add("kept " + kept.map(Lot::toString).orElse(""));
                    differences.add("derived " + derived);
                    lots.update(derived);
                }
            });
            LOG.warn("lots derived again differences={}", differences.size() / 2);
            return differences;
        });
    }

    private SortedMap<LotKey, LotChange> newest() {
        SortedMap<LotKey, LotChange> newest = new TreeMap<>();
        List<RecordedEvent> page = ledger.after(0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(recorded -> recorded.event().lotChanges().forEach(change -> newest.put(change.lot(), change)));
            page = ledger.after(page.get(page.size() - 1).position(), PAGE);
        }
        return newest;
    }
}
