package org.lottrace.cost.internal;

import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;

import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.persistence.testing.TestDatabase;

/** The bakery on a real database: its orders and its ledger, and the costing that follows. */
final class BakeryBooks {
    private final TestDatabase database = TestDatabase.h2().withBakery();

    /** An order with one line, the price for one of the ordered unit. */
    BakeryBooks ordered(String number, ItemNumber item, String quantity, String euros) {
        return ordered(aPurchaseOrder(number).ordering(item, quantity, euros).build());
    }

    BakeryBooks ordered(PurchaseOrder order) {
        database.unitOfWork().run(() -> database.purchaseOrders().save(order));
        return this;
    }

    BakeryBooks sold(SalesOrder order) {
        database.unitOfWork().run(() -> database.salesOrders().save(order));
        return this;
    }

    /** Appends events as the ledger does it, each in its own transaction, and tells nobody. */
    BakeryBooks recorded(TraceEvent... events) {
        for (TraceEvent event : events) {
            database.unitOfWork().run(() -> append(event));
        }
        return this;
    }

    LotCostingService costing() {
        return costing(CurrencyUnit.EUR);
    }

    LotCostingService costing(CurrencyUnit currency) {
        return new LotCostingService(
                database.unitOfWork(),
                database.ledger(),
                database.projections(),
                database.costs(),
                database.purchaseOrders(),
                database.items(),
                currency);
    }

    RecallCostingService recallCosting() {
        return new RecallCostingService(
                database.unitOfWork(),
                costing(),
                database.costs(),
                database.lots(),
                new SalesPrice(database.ledger(), database.salesOrders(), database.items(), CurrencyUnit.EUR));
    }

    /** Throws all books away and begins again before the first event. */
    void forgetEverythingBooked() {
        List.of("journal_line", "journal_entry", "lot_cost", "projection")
                .forEach(table -> database.sql("delete from " + table));
    }

    private void append(TraceEvent event) {
        event.lines().stream().map(EventLine::lot).distinct().forEach(this::register);
        long position = database.ledger().lockHead().position() + 1;
        database.ledger().append(new RecordedEvent(event, position, Bakery.NOW, String.format("%064x", position)));
    }

    private void register(LotKey lot) {
        if (database.lots().find(lot).isEmpty()) {
            database.lots()
                    .insert(new Lot(lot, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        }
    }
}
