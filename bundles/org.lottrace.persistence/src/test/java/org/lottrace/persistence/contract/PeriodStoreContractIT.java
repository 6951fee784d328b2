package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.AccountBalance;
import org.lottrace.api.cost.CloseCheck;
import org.lottrace.api.cost.CloseRow;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.PeriodSnapshot;
import org.lottrace.api.cost.PeriodStep;
import org.lottrace.api.cost.UninvoicedAge;
import org.lottrace.api.cost.UninvoicedReceipt;
import org.lottrace.api.cost.store.KeptCost;
import org.lottrace.api.cost.store.PeriodStore.LotTotals;
import org.lottrace.api.cost.store.PeriodStore.SoldLine;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;

class PeriodStoreContractIT extends StoreContract {
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate FEBRUARY = LocalDate.parse("2026-02-28");
    private static final OrderLineReference P1 =
            new OrderLineReference(new DocumentReference(DocumentType.PURCHASE_ORDER, "P1"), 1);

    private long posted;

    @Test
    void steps_and_figures_are_kept_as_they_were_given() {
        LotKey a = stored(aLot("A").build());
        LotCost cost = new LotCost(a, costed("2 KGM", "EUR 3.50"), costed("0 KGM", "EUR 0.00"));
        PeriodStep step = new PeriodStep(
                1,
                FEBRUARY.withDayOfMonth(1),
                FEBRUARY,
                PeriodStep.Kind.LOCK,
                17,
                List.of(CloseCheck.Kind.WORK_IN_PROCESS, CloseCheck.Kind.UNINVOICED),
                "they are known",
                "ben",
                Instant.parse("2026-03-02T08:00:00.000001Z"));
        PeriodSnapshot snapshot = new PeriodSnapshot(
                1,
                FEBRUARY,
                12,
                1,
                "ab".repeat(32),
                List.of(
                        new AccountBalance(Account.INVENTORY, Money.parse("EUR 1.00"), Money.parse("EUR 3.50")),
                        new AccountBalance(
                                Account.COST_OF_GOODS_SOLD, Money.parse("EUR 0.00"), Money.parse("EUR -3.50"))));

        db.periods().insert(step);
        inOne(() -> db.periods().insert(snapshot, List.of(cost)));
        inOne(() -> db.periods().insert(snapshot, List.of(cost)));

        assertEquals(List.of(step), db.periods().steps());
        assertEquals(List.of(snapshot), db.periods().snapshots(List.of(1L, 2L)));
        assertEquals(List.of(cost), db.periods().lots(1, Optional.empty(), 10));
        assertEquals(List.of(), db.periods().lots(1, Optional.of(a), 10));
    }

    @Test
    void changes_are_those_of_the_days_that_were_known() {
        LotKey a = stored(aLot("A").build());
        post(
                "r1",
                "2026-02-10",
                Optional.empty(),
                EventType.RECEIVE,
                P1.order(),
                "anna",
                received(a, "10 KGM", "20.00"));
        post(
                "r2",
                "2026-03-01",
                Optional.of("2026-02-12"),
                EventType.RECEIVE,
                P1.order(),
                "anna",
                received(a, "1 KGM", "2.00"));

        assertEquals(
                List.of("INVENTORY EUR 20.00", "GOODS_RECEIVED_NOT_INVOICED EUR -20.00"), changes(FIRST, FEBRUARY, 9));
        assertEquals(List.of(), changes(FIRST, FEBRUARY, 0));
        assertEquals(
                List.of("INVENTORY EUR 2.00", "GOODS_RECEIVED_NOT_INVOICED EUR -2.00"),
                changes(FEBRUARY.plusDays(1), FEBRUARY.plusDays(1), 9));
        assertEquals(
                List.of(new LotCost(a, costed("10 KGM", "EUR 20.00"), costed("0 KGM", "EUR 0.00"))),
                db.periods().lotChanges(FIRST, FEBRUARY, 9));
        assertEquals(Optional.of(LocalDate.parse("2026-02-10")), db.periods().firstDay());
        assertEquals(
                List.of(2L),
                db.costs().late(FEBRUARY.withDayOfMonth(1), FEBRUARY, 0, 10).stream()
                        .map(JournalEntry::number)
                        .toList());
        assertEquals(List.of(), db.costs().late(FEBRUARY.withDayOfMonth(1), FEBRUARY, 2, 10));
    }

    @Test
    void what_is_not_invoiced_is_found_by_order_line_and_lot() {
        LotKey a = stored(aLot("A").build());
        LotKey b = stored(aLot("B").build());
        db.purchaseOrders()
                .save(aPurchaseOrder("P1").ordering(Bakery.FLOUR, "9 KGM", "2").build());
        post(
                "r1",
                "2026-02-10",
                Optional.empty(),
                EventType.RECEIVE,
                P1.order(),
                "anna",
                received(a, "10 KGM", "20.00"));
        post("r2", "2026-02-20", Optional.empty(), EventType.RECEIVE, P1.order(), "anna", received(b, "4 KGM", "8.00"));
        post(
                "i1",
                "2026-02-25",
                Optional.empty(),
                EventType.COST,
                P1.order(),
                "anna",
                List.of(
                        line(Account.GOODS_RECEIVED_NOT_INVOICED, a, "10 KGM", "20.00"),
                        line(Account.GOODS_RECEIVED_NOT_INVOICED, b, "1 KGM", "2.00"),
                        other(Account.ACCOUNTS_PAYABLE, "-22.00")));

        assertEquals(
                List.of(new UninvoicedReceipt(
                        Optional.of(Bakery.MILL),
                        Optional.of(P1),
                        Money.parse("EUR 6.00"),
                        LocalDate.parse("2026-02-20"),
                        8,
                        List.of(new UninvoicedReceipt.Part(b, quantity("3 KGM"), Money.parse("EUR 6.00"))))),
                db.periods().uninvoiced(FEBRUARY, 0, 10));
        assertEquals(
                2,
                db.periods()
                        .uninvoiced(LocalDate.parse("2026-02-24"), 0, 10)
                        .get(0)
                        .lots()
                        .size());
        assertEquals(List.of(), db.periods().uninvoiced(FEBRUARY, 1, 10));
        List<UninvoicedAge> ages = db.periods().uninvoicedBySupplier(FEBRUARY, 0, 10);
        assertEquals(
                db.periods().uninvoiced(FEBRUARY, 0, 10).stream()
                        .map(UninvoicedAge::of)
                        .toList(),
                ages);
        assertEquals(List.of(), db.periods().uninvoicedBySupplier(FEBRUARY, 1, 10));
    }

    @Test
    void what_is_not_invoiced_is_added_up_by_supplier_and_age_a_page_at_a_time() {
        LotKey a = stored(aLot("A").build());
        db.purchaseOrders()
                .save(aPurchaseOrder("P1").ordering(Bakery.FLOUR, "9 KGM", "2").build());
        OrderLineReference unknown =
                new OrderLineReference(new DocumentReference(DocumentType.PURCHASE_ORDER, "P9"), 1);
        post("r1", "2026-01-10", Optional.empty(), EventType.RECEIVE, P1.order(), "anna", received(a, "1 KGM", "2.00"));
        post("r2", "2026-02-20", Optional.empty(), EventType.RECEIVE, P1.order(), "anna", received(a, "4 KGM", "8.00"));
        post(
                "r3",
                "2026-02-20",
                Optional.empty(),
                EventType.RECEIVE,
                unknown.order(),
                "anna",
                List.of(
                        new JournalLine(
                                Account.INVENTORY,
                                Optional.of(a),
                                Optional.of(quantity("1 KGM")),
                                Optional.of(unknown),
                                Money.parse("EUR 5.00")),
                        new JournalLine(
                                Account.GOODS_RECEIVED_NOT_INVOICED,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(unknown),
                                Money.parse("EUR -5.00"))));

        List<UninvoicedAge> all = db.periods().uninvoicedBySupplier(FEBRUARY, 0, 10);

        assertEquals(
                List.of(Optional.empty(), Optional.of(Bakery.MILL)),
                all.stream().map(UninvoicedAge::supplier).toList());
        assertEquals(Money.parse("EUR 5.00"), all.get(0).upTo30());
        assertEquals(Money.parse("EUR 10.00"), all.get(1).total());
        assertEquals(all.subList(0, 1), db.periods().uninvoicedBySupplier(FEBRUARY, 0, 1));
        assertEquals(all.subList(1, 2), db.periods().uninvoicedBySupplier(FEBRUARY, 1, 1));
    }

    @Test
    void what_is_in_process_or_unexplained_at_the_end_of_a_day_is_found_also_when_it_is_gone_since() {
        LotKey a = stored(aLot("A").build());
        DocumentReference order = new DocumentReference(DocumentType.PRODUCTION_ORDER, "MO1");
        post(
                "c1",
                "2026-02-10",
                Optional.empty(),
                EventType.CONSUME,
                order,
                "anna",
                List.of(
                        line(Account.WORK_IN_PROCESS, a, "2 KGM", "4.00"),
                        line(Account.INVENTORY, a, "-2 KGM", "-4.00")));
        post(
                "a1",
                "2026-02-11",
                Optional.empty(),
                EventType.COST,
                order,
                "anna",
                List.of(other(Account.CONVERSION_IN_PROCESS, "3.00"), other(Account.CONVERSION_ABSORBED, "-3.00")));
        post(
                "g1",
                "2026-02-12",
                Optional.empty(),
                EventType.GAIN,
                order,
                "anna",
                List.of(
                        line(Account.INVENTORY, a, "1 KGM", "2.00"),
                        line(Account.UNEXPLAINED_DIFFERENCE, a, "-1 KGM", "-2.00")));
        post(
                "p1",
                "2026-03-01",
                Optional.empty(),
                EventType.PRODUCE,
                order,
                "anna",
                List.of(
                        line(Account.INVENTORY, a, "2 KGM", "4.00"),
                        line(Account.WORK_IN_PROCESS, a, "-2 KGM", "-4.00")));
        db.costs().save(List.of(KeptCost.of(new LotCost(a, costed("1 KGM", "EUR 2.00"), costed("0 KGM", "EUR 0.00")))));

        List<CloseRow> process = db.periods().inProcess(FEBRUARY, 0, 10);
        assertEquals(
                List.of("PRODUCTION_ORDER MO1 2 KGM EUR 4.00", "EUR 3.00"),
                process.stream()
                        .map(row -> row.document().map(of -> of + " ").orElse("")
                                + row.quantity().map(some -> some + " ").orElse("")
                                + row.amount().orElseThrow())
                        .toList());
        assertEquals(1, db.periods().inProcess(FEBRUARY.plusDays(1), 0, 10).size());
        CloseRow unexplained = db.periods().unexplained(FEBRUARY, 0, 10).get(0);
        assertEquals(Optional.of(quantity("1 KGM")), unexplained.quantity());
        assertEquals(Optional.of(LocalDate.parse("2026-02-12")), unexplained.since());
        assertEquals(
                new LotTotals(Optional.of(Money.parse("EUR 2.00")), Optional.of(Money.parse("EUR 0.00"))),
                db.periods().totals());
    }

    @Test
    void what_was_sold_has_its_shipment_and_its_customer() {
        LotKey a = stored(aLot("A").build());
        DocumentReference shipment = new DocumentReference(DocumentType.SHIPMENT, "S1");
        post(
                "s1",
                "2026-02-10",
                Optional.empty(),
                EventType.SHIP,
                shipment,
                "anna",
                List.of(
                        line(Account.COST_OF_GOODS_SOLD, a, "2 KGM", "4.00"),
                        line(Account.INVENTORY, a, "-2 KGM", "-4.00")));

        assertEquals(
                List.of(new SoldLine(
                        EventType.SHIP,
                        Optional.of("S1"),
                        Optional.of(P1),
                        Optional.of(Bakery.MILL),
                        Optional.of(a),
                        Money.parse("EUR 4.00"))),
                db.periods().sold(FEBRUARY.withDayOfMonth(1), FEBRUARY, Long.MAX_VALUE));
        assertEquals(List.of(), db.periods().sold(FEBRUARY, FEBRUARY, Long.MAX_VALUE));
        assertEquals(
                List.of("INVENTORY EUR -4.00", "COST_OF_GOODS_SOLD EUR 4.00"),
                db.periods().balances(FEBRUARY, 9).stream()
                        .map(account -> account.account() + " " + account.balance())
                        .toList());
    }

    @Test
    void who_captured_a_movement_is_known_and_costs_and_counts_are_none() {
        LotKey a = stored(aLot("A").build());
        post("r1", "2026-02-10", Optional.empty(), EventType.RECEIVE, P1.order(), "anna", received(a, "1 KGM", "2.00"));
        post("k1", "2026-02-10", Optional.empty(), EventType.COUNT, P1.order(), "clara", received(a, "1 KGM", "2.00"));

        assertTrue(db.periods().captured("anna", FEBRUARY.withDayOfMonth(1), FEBRUARY));
        assertFalse(db.periods().captured("anna", FEBRUARY.plusDays(1), FEBRUARY.plusDays(9)));
        assertFalse(db.periods().captured("clara", FEBRUARY.withDayOfMonth(1), FEBRUARY));
    }

    @Test
    void what_came_and_went_of_an_item_is_read_line_by_line_and_what_was_undone_and_came_back_is_known() {
        LotKey a = stored(aLot("A").build());
        LotKey other = stored(aLot("B").of(Bakery.SALT).build());
        DocumentReference shipment = new DocumentReference(DocumentType.SHIPMENT, "S1");
        List<JournalLine> shipped = List.of(
                line(Account.COST_OF_GOODS_SOLD, a, "2 KGM", "4.00"), line(Account.INVENTORY, a, "-2 KGM", "-4.00"));
        List<JournalLine> back = List.of(
                line(Account.INVENTORY, a, "2 KGM", "4.00"), line(Account.COST_OF_GOODS_SOLD, a, "-2 KGM", "-4.00"));
        post(
                "r1",
                "2026-01-10",
                Optional.empty(),
                EventType.RECEIVE,
                P1.order(),
                "anna",
                received(a, "9 KGM", "18.00"));
        post(
                "r2",
                "2026-02-10",
                Optional.empty(),
                EventType.RECEIVE,
                P1.order(),
                "anna",
                received(other, "1 KGM", "2.00"));
        post("s1", "2026-02-10", Optional.empty(), EventType.SHIP, shipment, "anna", shipped);
        reversed("x1", "s1", "2026-02-11", shipment, back);
        post("s2", "2026-03-10", Optional.empty(), EventType.SHIP, shipment, "anna", shipped);

        List<ItemNumber> item = List.of(a.item());
        LocalDate first = FEBRUARY.withDayOfMonth(1);
        List<String> flows = new ArrayList<>();
        long handed = db.unitOfWork().required(() -> db.periods()
                .flows(
                        item,
                        first,
                        FEBRUARY,
                        Long.MAX_VALUE,
                        flow -> flows.add(flow.entry() + " " + flow.type() + " " + flow.account() + " "
                                + flow.lot().number() + " " + flow.amount().quantity() + " "
                                + flow.amount().value() + " " + flow.orderLine().isPresent())));

        assertEquals(
                List.of(
                        "3 SHIP COST_OF_GOODS_SOLD A 2 KGM EUR 4.00 true",
                        "3 SHIP INVENTORY A -2 KGM EUR -4.00 true",
                        "4 REVERSE INVENTORY A 2 KGM EUR 4.00 true",
                        "4 REVERSE COST_OF_GOODS_SOLD A -2 KGM EUR -4.00 true"),
                flows);
        assertEquals(4, handed);
        assertEquals(Map.of(4L, 3L), db.periods().undone(item, first, FEBRUARY, Long.MAX_VALUE));
        assertEquals(Map.of(), db.periods().undone(item, first, FEBRUARY, 3));
        assertEquals(Map.of(), db.periods().undone(item, LocalDate.parse("2026-02-11"), FEBRUARY, Long.MAX_VALUE));
        assertEquals(Set.of(a), db.periods().cameBack(item, first, FEBRUARY, Long.MAX_VALUE));
        assertEquals(Set.of(), db.periods().cameBack(item, first, FEBRUARY, 3));
        assertEquals(
                List.of("A 9 KGM EUR 18.00"),
                db.periods().onStock(item, first.minusDays(1), Long.MAX_VALUE).stream()
                        .map(lot -> lot.lot().number() + " " + lot.onStock().quantity() + " "
                                + lot.onStock().value())
                        .toList());
        List<ItemNumber> items = db.periods().items(Optional.empty(), 10);
        assertTrue(items.containsAll(List.of(a.item(), other.item())));
        assertEquals(items.subList(1, 2), db.periods().items(Optional.of(items.get(0)), 1));
    }

    private List<String> changes(LocalDate from, LocalDate to, long known) {
        return db.periods().changes(from, to, known).stream()
                .map(change -> change.account() + " " + change.change())
                .toList();
    }

    private void reversed(String id, String original, String day, DocumentReference document, List<JournalLine> lines) {
        post(anEvent(id, EventType.REVERSE).correcting(original), id, day, Optional.empty(), document, "anna", lines);
    }

    private void post(
            String id,
            String day,
            Optional<String> original,
            EventType type,
            DocumentReference document,
            String actor,
            List<JournalLine> lines) {
        post(anEvent(id, type), id, day, original, document, actor, lines);
    }

    private void post(
            EventBuilder begun,
            String id,
            String day,
            Optional<String> original,
            DocumentReference document,
            String actor,
            List<JournalLine> lines) {
        EventBuilder event = begun.in(aContext(id).by(actor).build()).of(document.type(), document.number());
        lines.stream()
                .flatMap(line -> line.lot().stream())
                .limit(1)
                .forEach(lot -> event.moving(lot, "1 KGM", Place.party(Bakery.MILL), Bakery.in(Bakery.SHELF)));
        TraceEvent built = event.build();
        long number = ++posted;
        inOne(() -> {
            db.ledger().lockHead();
            db.ledger().append(new RecordedEvent(built, number, Bakery.NOW, String.format("%064x", number)));
        });
        db.costs()
                .post(List.of(new JournalEntry(
                        number,
                        built.id(),
                        number,
                        built.type(),
                        LocalDate.parse(day),
                        original.map(LocalDate::parse),
                        document,
                        lines)));
    }

    private static List<JournalLine> received(LotKey lot, String quantity, String euros) {
        return List.of(
                line(Account.INVENTORY, lot, quantity, euros), other(Account.GOODS_RECEIVED_NOT_INVOICED, "-" + euros));
    }

    private static JournalLine line(Account account, LotKey lot, String quantity, String euros) {
        return new JournalLine(
                account,
                Optional.of(lot),
                Optional.of(quantity(quantity)),
                Optional.of(P1),
                Money.parse("EUR " + euros));
    }

    private static JournalLine other(Account account, String euros) {
        return new JournalLine(
                account, Optional.empty(), Optional.empty(), Optional.of(P1), Money.parse("EUR " + euros));
    }

    private static CostedQuantity costed(String quantity, String money) {
        return new CostedQuantity(quantity(quantity), Money.parse(money));
    }
}
