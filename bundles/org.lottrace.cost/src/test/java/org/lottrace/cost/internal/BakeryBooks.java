package org.lottrace.cost.internal;

import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.lottrace.api.cost.AccountingPeriods;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.LotReview;
import org.lottrace.api.cost.RecallCosting;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.FollowerPosition;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

/** The bakery on a real database: its orders and its ledger, and the costing that follows. */
final class BakeryBooks {
    private final TestDatabase database = TestDatabase.h2().withBakery();
    private final TestCompany company = company(CurrencyUnit.EUR);

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

    /** A lot with dates; every other lot is registered without when an event moves it. */
    BakeryBooks registered(Lot lot) {
        database.unitOfWork().run(() -> database.lots().insert(lot));
        return this;
    }

    /** Appends events as the ledger does it, each in its own transaction, and tells nobody. */
    BakeryBooks recorded(TraceEvent... events) {
        return recordedAt(Bakery.NOW, events);
    }

    /** The same, at that moment. */
    BakeryBooks recordedAt(Instant moment, TraceEvent... events) {
        for (TraceEvent event : events) {
            database.unitOfWork().run(() -> append(event, moment));
        }
        return this;
    }

    LotCosting costing() {
        return company.service(LotCosting.class);
    }

    CostHistory history() {
        return company.service(CostHistory.class);
    }

    LotReview review() {
        return company.service(LotReview.class);
    }

    AccountingPeriods periods() {
        return company.service(AccountingPeriods.class);
    }

    /** Behind the back of LotTrace. */
    BakeryBooks sql(String statement) {
        database.sql(statement);
        return this;
    }

    CostEntries entries() {
        return company.service(CostEntries.class);
    }

    /** As of a program that is started with that currency after this one was stopped. */
    LotCosting costing(CurrencyUnit currency) {
        company.close();
        return company(currency).service(LotCosting.class);
    }

    /** As of another node, which runs at the same time. */
    LotCosting costingOfAnotherNode() {
        return company(CurrencyUnit.EUR).service(LotCosting.class);
    }

    /** As while another node builds the books again. */
    void beingRebuilt(long booked, long to) {
        database.unitOfWork()
                .run(() -> database.followers().save(new FollowerPosition("cost", booked, to, Optional.empty())));
    }

    LedgerFollowers followers() {
        return company.service(LedgerFollowers.class);
    }

    private TestCompany company(CurrencyUnit currency) {
        return TestCompany.on(database)
                .with(Clock.class, Bakery.CLOCK)
                .configured(LotCostingService.PID, Map.of("currency", currency.getCode()));
    }

    RecallCosting recallCosting() {
        return company.service(RecallCosting.class);
    }

    /** Throws all books away and begins again before the first event. */
    void forgetEverythingBooked() {
        List.of("journal_line", "journal_entry", "lot_cost", "cost_layer", "cost_waiting", "follower")
                .forEach(table -> database.sql("delete from " + table));
    }

    private void append(TraceEvent event, Instant moment) {
        event.lines().stream().map(EventLine::lot).distinct().forEach(this::register);
        long position = database.ledger().lockHead().position() + 1;
        database.ledger().append(new RecordedEvent(event, position, moment, String.format("%064x", position)));
    }

    private void register(LotKey lot) {
        if (database.lots().find(lot).isEmpty()) {
            database.lots()
                    .insert(new Lot(lot, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        }
    }
}
