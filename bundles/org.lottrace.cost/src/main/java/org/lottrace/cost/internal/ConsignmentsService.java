package org.lottrace.cost.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.joda.money.Money;
import org.lottrace.api.cost.ConsignedGoods;
import org.lottrace.api.cost.ConsignmentUse;
import org.lottrace.api.cost.Consignments;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.store.ConsignedStock;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.movement.store.PurchaseOrderStore;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What lies here on consignment, and what of it was used, from the journal. */
@Component(service = Consignments.class, configurationPid = LotCostingService.PID)
public final class ConsignmentsService implements Consignments {
    private final LotCosting costing;
    private final UnitOfWork unitOfWork;
    private final CostStore costs;
    private final Books books;
    private final BiFunction<TraceEvent, EventLine, Money> price;
    private final BooksCurrency currencies;

    @Activate
    public ConsignmentsService(
            @Reference LotCosting costing,
            @Reference UnitOfWork unitOfWork,
            @Reference CostStore costs,
            @Reference LedgerStore ledger,
            @Reference PurchaseOrderStore orders,
            @Reference ItemStore items,
            @Reference BooksCurrency currencies) {
        this.costing = costing;
        this.unitOfWork = unitOfWork;
        this.costs = costs;
        this.books = new StoredBooks(costs, ledger);
        this.currencies = currencies;
        this.price = (event, line) ->
                new OrderPrice(orders, items, currencies.rates(), currencies.current()).apply(event, line);
    }

    @Override
    public List<ConsignedGoods> here(Optional<PartyId> supplier, int skip, int limit) {
        costing.inventoryValue(); // fails as every question while the books are not up to date
        return unitOfWork.required(() -> {
            Map<LotKey, ConsignedLot> lots = new HashMap<>();
            return costs.consignedStock(supplier, skip, limit).stream()
                    .map(stock -> valued(
                            stock,
                            lots.computeIfAbsent(
                                    stock.lot(),
                                    lot -> ConsignedLot.of(
                                            lot,
                                            books,
                                            price,
                                            Quantity.zero(stock.quantity().unit()),
                                            Money.zero(currencies.current())))))
                    .toList();
        });
    }

    private static ConsignedGoods valued(ConsignedStock stock, ConsignedLot lot) {
        ConsignedLot.Part there = lot.there(stock.orderLine());
        return new ConsignedGoods(
                there.owner().or(stock::supplier),
                stock.lot(),
                stock.orderLine(),
                stock.quantity(),
                there.goods().value(),
                stock.since());
    }

    @Override
    public List<ConsignmentUse> used(LocalDate from, LocalDate to, Optional<PartyId> supplier, int skip, int limit) {
        costing.inventoryValue();
        return unitOfWork.required(() -> costs.consignedUsed(from, to, supplier, skip, limit));
    }
}
