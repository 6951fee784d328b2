package org.lottrace.soap.accounting.internal;

import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.handover.AccountNumbers;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.Corrections;
import org.lottrace.api.movement.CustomerReturn;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Production;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Reversal;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

/** The bakery at work: its movements captured by the real services on an in-memory database, everything on the shelf. */
final class BakeryAtWork {
    private final TestDatabase database = TestDatabase.h2().withBakery();
    private final TestCompany company = TestCompany.on(database).with(Clock.class, Bakery.CLOCK);
    private final MovementCapture capture = company.service(MovementCapture.class);

    /** Costing in euros. */
    AccountNumbers numbers() {
        return company.service(AccountNumbers.class);
    }

    LotCosting costing() {
        return company.service(LotCosting.class);
    }

    void receive(PurchaseOrder order, ShipNotice notice) {
        database.unitOfWork().run(() -> database.purchaseOrders().save(order));
        List<?> problems = company.service(ExpectedReceipts.class).expect(notice);
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
        database.unitOfWork().run(() -> database.salesOrders().save(order));
        company.service(Allocation.class).allocate(order.number());
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

    void reverse(String event, String reversed) {
        company.service(Corrections.class)
                .reverse(new Reversal(aContext(event).request(), new EventId(reversed), "typed wrong", false))
                .fold(known -> known, violations -> {
                    throw new IllegalStateException(violations.toString());
                });
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
