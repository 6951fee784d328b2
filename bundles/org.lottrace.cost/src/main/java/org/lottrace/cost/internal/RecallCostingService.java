package org.lottrace.cost.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.cost.DraftEntry;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.RecallCostDraft;
import org.lottrace.api.cost.RecallCosting;
import org.lottrace.api.cost.RecallGoods;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Drafts the entries of a recall from the books, after they have caught up with the ledger. */
@Component(service = RecallCosting.class, configurationPid = LotCostingService.PID)
public final class RecallCostingService implements RecallCosting {
    private final UnitOfWork unitOfWork;
    private final LotCosting costing;
    private final CostStore costs;
    private final LotStore lots;
    private final SalesPrice prices;

    @Activate
    public RecallCostingService(
            @Reference UnitOfWork unitOfWork,
            @Reference LotCosting costing,
            @Reference CostStore costs,
            @Reference LotStore lots,
            @Reference LedgerStore events,
            @Reference SalesOrderStore orders,
            @Reference ItemStore items,
            @Reference BooksCurrency currencies) {
        this.unitOfWork = unitOfWork;
        this.costing = costing;
        this.costs = costs;
        this.lots = lots;
        this.prices = new SalesPrice(events, orders, items, currencies::current);
    }

    @Override
    public RecallCostDraft draft(RecallGoods goods) {
        return unitOfWork.required(() -> {
            RecallEntries entries = new RecallEntries(goods, costing, prices);
            return new RecallCostDraft(
                    List.of(entries.writeDown(), entries.cogsReversal(), entries.credits(), entries.chargeBack())
                            .stream()
                            .flatMap(Optional<DraftEntry>::stream)
                            .toList(),
                    new ProductWide(goods, costs, lots).compare());
        });
    }
}
