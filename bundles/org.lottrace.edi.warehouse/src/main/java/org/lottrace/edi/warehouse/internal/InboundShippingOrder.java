package org.lottrace.edi.warehouse.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.edi.HandledSet;
import org.lottrace.api.edi.InboundTransactionSet;
import org.lottrace.api.edi.ReadSet;
import org.lottrace.api.edi.TransactionSetHandler;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A partner for whom we run a site orders by 940 what is to leave it: a sales order, for which the lots are reserved that it
 * names, answered by 945 when it leaves. Of anybody else it is
 * refused: we send such documents.
 */
@Component(service = TransactionSetHandler.class, configurationPid = WarehouseEdiConfig.PID)
public final class InboundShippingOrder implements TransactionSetHandler {
    private final SalesOrders orders;
    private final ItemStore items;
    private final SiteStore sites;
    private final PartyStore parties;
    private final LotStore lots;
    private final NamedLots named;
    private final WarehouseFolder folder;

    @Activate
    public InboundShippingOrder(
            @Reference SalesOrders orders,
            @Reference ItemStore items,
            @Reference SiteStore sites,
            @Reference PartyStore parties,
            @Reference LotStore lots,
            @Reference Allocation allocation,
            @Reference AllocationDecisions decisions,
            @Reference Reservations reservations,
            @Reference StockOnHand stock,
            @Reference LotCorrections history,
            @Reference CaseOpening cases,
            WarehouseEdiConfig config) {
        this.orders = orders;
        this.items = items;
        this.sites = sites;
        this.parties = parties;
        this.lots = lots;
        this.named = new NamedLots(allocation, decisions, reservations, stock, history, cases);
        this.folder = new WarehouseFolder(Path.of(config.mappings()));
    }

    @Override
    public String transactionSet() {
        return "940";
    }

    /** Idempotent by the number of the order: the same again changes nothing, another one replaces it as far as it can. */
    @Override
    public HandledSet handle(InboundTransactionSet set) {
        Set<SiteId> theirs = folder.sitesRunFor(set.sender().profile().mapping());
        if (theirs.isEmpty()) {
            return notForUs();
        }
        ReadReport report = ClientDocumentReader.order(set.segments());
        OrderFromClient read = new OrderFromClient(report, theirs, orders, items, lots, sites, parties);
        if (!read.problems().isEmpty() || !report.unread.isEmpty()) {
            return new HandledSet(read.problems(), report.unread);
        }
        SalesOrder order = read.order();
        List<Violation> refused = orders.save(List.of(order));
        if (refused.isEmpty()) {
            named.reserve(order, read.lots(), set.sender());
        }
        return new HandledSet(
                refused.stream().map(report::inTheirTerms).toList(), List.of(), InboundReports.notUsed(report));
    }

    /** Nothing is held against items, sites and parties. */
    @Override
    public ReadSet preview(InboundTransactionSet set) {
        return folder.sitesRunFor(set.sender().profile().mapping()).isEmpty()
                ? new ReadSet(List.of(), notForUs())
                : InboundReports.preview(ClientDocumentReader.order(set.segments()));
    }

    private HandledSet notForUs() {
        return new HandledSet(List.of(NotForUs.problem(transactionSet())), List.of());
    }
}
