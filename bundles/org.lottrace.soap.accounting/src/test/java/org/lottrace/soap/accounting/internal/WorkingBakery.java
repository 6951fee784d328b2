package org.lottrace.soap.accounting.internal;

import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.lottrace.allocation.fefo.internal.AllocationService;
import org.lottrace.allocation.fefo.internal.ReservationsService;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.CustomerReturn;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Production;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.cost.internal.LedgerBooking;
import org.lottrace.cost.internal.LotCostingService;
import org.lottrace.ledger.internal.EventTimesService;
import org.lottrace.ledger.internal.LeasesService;
import org.lottrace.ledger.internal.LedgerService;
import org.lottrace.ledger.internal.StockOnHandService;
import org.lottrace.ledger.internal.follow.LedgerFollowersService;
import org.lottrace.lot.master.internal.LotMasterService;
import org.lottrace.lot.master.internal.LotNumberingService;
import org.lottrace.movement.capture.internal.ExpectedReceiptsService;
import org.lottrace.movement.capture.internal.MovementCaptureService;
import org.lottrace.persistence.testing.TestDatabase;
import org.lottrace.quality.internal.LotUsabilityService;

/** The bakery at work: its movements captured by the real services on an in-memory database, everything on the shelf. */
final class WorkingBakery {
    private final TestDatabase database = TestDatabase.h2().withBakery();
    private final UnitOfWork work = database.unitOfWork();
    private final LotMaster lots = new LotMasterService(work, database.lots(), database.items(), database.parties());
    private final LotUsability usability = new LotUsabilityService(work, database.dispositions());
    private final Ledger ledger = new LedgerService(
            work,
            database.ledger(),
            database.stock(),
            database.reservations(),
            database.dispositions(),
            database.lots(),
            database.items(),
            () -> {},
            Clock.systemUTC());
    private final MovementCapture capture = new MovementCaptureService(
            work,
            ledger,
            EventTimesService.of(work, database.sites(), database.stock(), database.ledger(), Bakery.CLOCK),
            lots,
            new LotNumberingService(work, database.sequences()),
            usability,
            database.sequences(),
            database.sites(),
            database.items(),
            database.parties(),
            database.purchaseOrders(),
            database.salesOrders(),
            database.expectedReceipts(),
            new ReservationsService(work, database.reservations()),
            database.stock(),
            new StockOnHandService(work, database.stock()));
    private final ExpectedReceipts expected = new ExpectedReceiptsService(
            work, database.expectedReceipts(), database.purchaseOrders(), database.sites(), database.items(), lots);
    private final Allocation allocation = new AllocationService(
            work,
            database.salesOrders(),
            database.sites(),
            database.parties(),
            database.items(),
            database.lots(),
            new StockOnHandService(work, database.stock()),
            database.ledger(),
            database.reservations(),
            usability,
            Bakery.CLOCK);

    /** Costing in euros. */
    LotCosting costing() {
        LedgerBooking booking = LedgerBooking.of(
                database.ledger(), database.costs(), database.purchaseOrders(), database.items(), CurrencyUnit.EUR);
        LedgerFollowers followers = new LedgerFollowersService(
                work,
                database.ledger(),
                database.followers(),
                new LeasesService(work, database.leases(), "test", Clock.systemUTC()),
                () -> List.of(booking),
                Clock.systemUTC());
        return new LotCostingService(work, database.ledger(), database.costs(), followers, booking);
    }

    void receive(PurchaseOrder order, ShipNotice notice) {
        work.run(() -> database.purchaseOrders().save(order));
        List<?> problems = expected.expect(notice);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.toString());
        }
        done(capture.receive(
                new Receipt(aContext("E-" + notice.id().number()).request(), notice.id(), Bakery.SHELF, List.of())));
    }

    void consume(String event, String order, LotQuantity... goods) {
        done(capture.consume(new Consumption(aContext(event).request(), order, List.of(goods))));
    }

    void produce(String event, String order, ItemNumber item, String lot, String made) {
        done(capture.produce(new Production(
                aContext(event).request(),
                order,
                item,
                quantity(made),
                Optional.of(new LotNumber(lot)),
                "",
                "",
                Bakery.SHELF,
                Optional.empty())));
    }

    /** Ships everything that can be allocated. */
    void ship(String shipment, SalesOrder order) {
        work.run(() -> database.salesOrders().save(order));
        allocation.allocate(order.number());
        done(capture.ship(new Shipment(aContext(shipment).request(), shipment, order.number(), List.of())));
    }

    void takeBack(String number, String shipment, LotQuantity goods) {
        done(capture.takeBack(new CustomerReturn(aContext(number).request(), number, shipment, List.of(goods))));
    }

    void count(String sheet, LotQuantity found) {
        done(capture.count(new StockCount(aContext(sheet).request(), sheet, List.of(found))));
    }

    void dispose(String order, LotQuantity goods) {
        done(capture.dispose(new Disposal(aContext(order).request(), order, List.of(goods))));
    }

    static LotQuantity goods(LotKey lot, String quantity) {
        return new LotQuantity(LotReference.to(lot), Bakery.SHELF, Optional.empty(), quantity(quantity));
    }

    private static void done(Outcome<RecordedEvent> result) {
        result.fold(known -> known, violations -> {
            throw new IllegalStateException(violations.toString());
        });
    }
}
