package org.lottrace.ledger.internal;

import java.util.Collection;
import java.util.List;
import org.lottrace.api.event.FirstStock;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.WantedStock;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads, and locks for others, the stock that the ledger has derived. */
@Component
public final class StockOnHandService implements StockOnHand {
    private final UnitOfWork unitOfWork;
    private final StockStore stock;

    @Activate
    public StockOnHandService(@Reference UnitOfWork unitOfWork, @Reference StockStore stock) {
        this.unitOfWork = unitOfWork;
        this.stock = stock;
    }

    @Override
    public List<StockBalance> lock(Collection<LotKey> lots) {
        return stock.lock(lots);
    }

    @Override
    public List<StockBalance> lock(Collection<ItemNumber> items, SiteId site) {
        return stock.lock(items, site);
    }

    @Override
    public FirstStock lockFirst(WantedStock wanted) {
        return stock.lockFirst(wanted);
    }

    @Override
    public List<StockBalance> ofLot(LotKey lot) {
        return unitOfWork.required(() -> stock.ofLots(List.of(lot)));
    }

    @Override
    public List<StockBalance> ofItem(ItemNumber item, SiteId site) {
        return unitOfWork.required(() -> stock.ofItem(item, site));
    }

    @Override
    public List<StockBalance> at(SiteId site) {
        return unitOfWork.required(() -> stock.at(site));
    }

    @Override
    public List<StockBalance> inTransitTo(SiteId site) {
        return unitOfWork.required(() -> stock.at(Place.inTransit(site)));
    }
}
