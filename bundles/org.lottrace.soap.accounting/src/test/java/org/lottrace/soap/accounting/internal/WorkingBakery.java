package org.lottrace.soap.accounting.internal;

import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;

import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.lottrace.allocation.fefo.internal.AllocationService;
import org.lottrace.allocation.fefo.internal.ReservationsService;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.event.store.ProjectionStore;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.store.ItemStore;
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
import org.lottrace.api.movement.store.PurchaseOrderStore;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.cost.internal.LotCostingService;
import org.lottrace.ledger.internal.LedgerService;
import org.lottrace.ledger.internal.StockOnHandService;
import org.lottrace.lot.master.internal.LotMasterService;
import org.lottrace.lot.master.internal.LotNumberingService;
import org.lottrace.movement.capture.internal.ExpectedReceiptsService;
import org.lottrace.movement.capture.internal.MovementCaptureService;
import org.lottrace.persistence.testing.TestDatabase;
import org.lottrace.quality.internal.LotUsabilityService;
import org.osgi.service.component.ComponentContext;

/** The bakery at work: its movements captured by the real services on an in-memory database, everything on the shelf. */
final class WorkingBakery {
    private final TestDatabase database = TestDatabase.h2().withBakery();
    private final UnitOfWork work = database.unitOfWork();
    private final LotMaster lots = new LotMasterService(work, database.lots(), database.items(), database.parties());
    private final LotUsability usability = new LotUsabilityService(work, database.dispositions());
    private final Ledger ledger = new LedgerService(
            proxy(ComponentContext.class, null),
            work,
            database.ledger(),
            database.stock(),
            database.reservations(),
            database.dispositions(),
            database.lots(),
            database.items());
    private final MovementCapture capture = new MovementCaptureService(
            work,
            ledger,
            lots,
            new LotNumberingService(work, database.sequences()),
            usability,
            database.sites(),
            database.items(),
            database.parties(),
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
            usability);

    /** Costing in euros. */
    LotCosting costing() {
        try {
            Class<?> config = Class.forName("org.lottrace.cost.internal.LotCostingConfig");
            Constructor<LotCostingService> constructor = LotCostingService.class.getConstructor(
                    UnitOfWork.class,
                    LedgerStore.class,
                    ProjectionStore.class,
                    CostStore.class,
                    PurchaseOrderStore.class,
                    ItemStore.class,
                    config);
            return constructor.newInstance(
                    work,
                    database.ledger(),
                    database.projections(),
                    database.costs(),
                    database.purchaseOrders(),
                    database.items(),
                    proxy(config, "EUR"));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    void receive(PurchaseOrder order, ShipNotice notice) {
        work.run(() -> database.purchaseOrders().save(order));
        List<?> problems = expected.expect(notice);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.toString());
        }
        done(capture.receive(
                new Receipt(aContext("E-" + notice.id().number()).build(), notice.id(), Bakery.SHELF, List.of())));
    }

    void consume(String event, String order, LotQuantity... goods) {
        done(capture.consume(new Consumption(aContext(event).build(), order, List.of(goods))));
    }

    void produce(String event, String order, ItemNumber item, String lot, String made) {
        done(capture.produce(new Production(
                aContext(event).build(),
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
        done(capture.ship(new Shipment(aContext(shipment).build(), shipment, order.number(), List.of())));
    }

    void takeBack(String number, String shipment, LotQuantity goods) {
        done(capture.takeBack(new CustomerReturn(aContext(number).build(), number, shipment, List.of(goods))));
    }

    void count(String sheet, LotQuantity found) {
        done(capture.count(new StockCount(aContext(sheet).build(), sheet, List.of(found))));
    }

    void dispose(String order, LotQuantity goods) {
        done(capture.dispose(new Disposal(aContext(order).build(), order, List.of(goods))));
    }

    static LotQuantity goods(LotKey lot, String quantity) {
        return new LotQuantity(LotReference.to(lot), Bakery.SHELF, Optional.empty(), quantity(quantity));
    }

    private static void done(Outcome<RecordedEvent> result) {
        result.fold(known -> known, violations -> {
            throw new IllegalStateException(violations.toString());
        });
    }

    /** Answers every question with the same value. */
    private static <T> T proxy(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }
}
