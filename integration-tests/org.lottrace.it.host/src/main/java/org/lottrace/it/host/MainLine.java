package org.lottrace.it.host;

import java.util.List;
import java.util.concurrent.Callable;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.BakersDay;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The main line through the services, by a plugin of the host: a mill delivers, a bakery bakes, a market receives. */
@Component(service = Callable.class)
public final class MainLine implements Callable<String> {
    private final BakersDay day = new BakersDay();
    private final MovementCapture movements;
    private final Ledger ledger;
    private final Genealogy genealogy;
    private final LotCosting costing;

    @Reference
    private PartnerDirectory partners;

    @Reference
    private SiteDirectory sites;

    @Reference
    private ItemCatalog items;

    @Reference
    private PurchaseOrders purchaseOrders;

    @Reference
    private ExpectedReceipts receipts;

    @Reference
    private SalesOrders salesOrders;

    @Reference
    private Allocation allocation;

    @Activate
    public MainLine(
            @Reference MovementCapture movements,
            @Reference Ledger ledger,
            @Reference Genealogy genealogy,
            @Reference LotCosting costing) {
        this.movements = movements;
        this.ledger = ledger;
        this.genealogy = genealogy;
        this.costing = costing;
    }

    /** @return who got how much of what was made of the flour, what it cost, and whether the record is whole */
    @Override
    public String call() {
        none(partners.save(Bakery.parties()));
        none(sites.save(Bakery.sites()));
        none(items.save(day.items()));
        none(purchaseOrders.save(List.of(day.purchaseOrder())));
        none(receipts.expect(day.shipNotice()));
        recorded(movements.receive(day.receiptOfAll()));
        recorded(movements.consume(day.consumption("2026-03-02", "70", "1.5")));
        LotKey bread = recorded(movements.produce(day.production("2026-03-02", "90")))
                .event()
                .edges()
                .get(0)
                .output();
        none(salesOrders.save(List.of(day.salesOrder("3 CS"))));
        allocation.allocate(day.salesOrderNumber, Bakery.TODAY);
        recorded(movements.ship(day.shipmentOfAll()));

        Trace forward = genealogy.trace(TraceRequest.of(Direction.FORWARD, day.flourLot));
        Handover shipped = forward.handovers().get(forward.handovers().size() - 1);
        return String.join(
                "; ",
                shipped.party().value() + " got " + shipped.quantity(),
                genealogy
                                .trace(TraceRequest.of(Direction.BACKWARD, bread))
                                .lots()
                                .size() + " lots behind it",
                costing.cogs(day.shipmentReference.number())
                        .orElseThrow()
                        .total()
                        .toString(),
                "broken at " + ledger.firstBrokenPosition());
    }

    private static void none(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new IllegalStateException("refused: " + violations);
        }
    }

    private static RecordedEvent recorded(Outcome<RecordedEvent> outcome) {
        return outcome.fold(event -> event, violations -> {
            throw new IllegalStateException("refused: " + violations);
        });
    }
}
