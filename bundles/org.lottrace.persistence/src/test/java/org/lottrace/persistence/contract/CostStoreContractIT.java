package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.ConsignmentUse;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.store.ConsignedLine;
import org.lottrace.api.cost.store.ConsignedStock;
import org.lottrace.api.cost.store.KeptCost;
import org.lottrace.api.cost.store.KeptLayer;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.transaction.StaleWriteException;

class CostStoreContractIT extends StoreContract {
    private static final DocumentReference NOTICE = new DocumentReference(DocumentType.SHIP_NOTICE, "N1");

    @Test
    void the_cost_of_a_lot_is_replaced_and_what_is_used_up_is_kept_with_zero() {
        LotKey a = stored(aLot("A").build());
        LotKey b = stored(aLot("B").build());
        LotKey without = stored(aLot("C").build());
        LotCost left = cost(b, "10 KGM", "EUR 12.34", "2.5 KGM", "EUR 0.01");
        LotCost usedUp = cost(a, "0 KGM", "EUR 0.00", "0 KGM", "EUR 0.00");
        save(left, cost(a, "1 KGM", "EUR 1.00", "0 KGM", "EUR 0.00"));

        save(usedUp);

        assertEquals(List.of(usedUp, left), db.costs().of(List.of(without, b, a)));
        assertEquals(List.of(left), db.costs().inventory(Optional.empty(), 10));
        assertEquals(Optional.of(Money.parse("EUR 12.35")), db.costs().inventoryValue());
    }

    @Test
    void what_is_left_can_be_read_page_by_page_and_has_a_value() {
        List<LotCost> all = List.of(
                cost(stored(aLot("Z").from(MARKET).build()), "1 KGM", "EUR 1.00", "0 KGM", "EUR 0.00"),
                cost(stored(aLot("A").build()), "0 KGM", "EUR 0.00", "2 KGM", "EUR 2.00"),
                cost(stored(aLot("B").build()), "0 KGM", "EUR 0.03", "0 KGM", "EUR 0.00"),
                cost(stored(aLot("A").of(SALT).build()), "4 KGM", "EUR 0.00", "0 KGM", "EUR 0.00"));
        assertEquals(Optional.empty(), db.costs().inventoryValue());
        save(all.get(2), all.get(0), all.get(3), all.get(1));
        save(cost(stored(aLot("gone").build()), "0 KGM", "EUR 0.00", "0 KGM", "EUR 0.00"));

        for (int size = 1; size <= all.size() + 1; size++) {
            List<LotCost> read = new ArrayList<>();
            List<LotCost> page = db.costs().inventory(Optional.empty(), size);
            while (!page.isEmpty()) {
                read.addAll(page);
                page = db.costs()
                        .inventory(Optional.of(page.get(page.size() - 1).lot()), size);
            }
            assertEquals(all, read);
        }
        assertEquals(Optional.of(Money.parse("EUR 3.03")), db.costs().inventoryValue());
    }

    @Test
    void the_unit_cost_of_a_lot_is_kept_when_nothing_is_left() {
        LotKey a = stored(aLot("A").build());
        KeptCost gone = new KeptCost(
                cost(a, "0 KGM", "EUR 0.00", "0 KGM", "EUR 0.00"),
                new CostedQuantity(quantity("7 KGM"), Money.parse("EUR 10.00")));

        db.costs().save(List.of(gone));

        assertEquals(List.of(gone), db.costs().kept(List.of(a)));
        assertEquals(List.of(gone.cost()), db.costs().of(List.of(a)));
    }

    @Test
    void what_is_left_of_an_item_is_found_without_what_is_used_up_and_without_other_items() {
        LotKey a = stored(aLot("A").build());
        LotKey b = stored(aLot("B").build());
        LotKey used = stored(aLot("C").build());
        LotKey other = stored(aLot("D").of(Bakery.SALT).build());
        LotCost left = cost(a, "7 KGM", "EUR 10.00", "0 KGM", "EUR 0.00");
        LotCost inProcess = cost(b, "0 KGM", "EUR 0.00", "1 KGM", "EUR 2.00");
        save(
                inProcess,
                left,
                cost(used, "0 KGM", "EUR 0.00", "0 KGM", "EUR 0.00"),
                cost(other, "1 KGM", "EUR 1.00", "0 KGM", "EUR 0.00"));

        assertEquals(
                List.of(left, inProcess),
                db.costs().keptOf(a.item()).stream().map(KeptCost::cost).toList());
    }

    @Test
    void layers_of_an_item_are_kept_by_place_replaced_and_forgotten() {
        LotKey a = stored(aLot("A").build());
        LotKey b = stored(aLot("B").build());
        LotKey other = stored(aLot("D").of(Bakery.SALT).build());
        KeptLayer first = layer(a, 0, "3 KGM", "EUR 1.00");
        KeptLayer second = layer(b, 1, "4 KGM", "EUR 2.00");
        db.costs().saveLayers(List.of(second, first, layer(other, 1, "1 KGM", "EUR 9.00")), List.of());
        assertEquals(List.of(first, second), db.costs().layers(a.item()));
        KeptLayer less =
                new KeptLayer(b, 1, new CostedQuantity(quantity("1 KGM"), Money.parse("EUR 0.50")), second.basis());

        db.costs().saveLayers(List.of(less), List.of(first));

        assertEquals(List.of(less), db.costs().layers(a.item()));
        db.costs().clear();
        assertEquals(List.of(), db.costs().layers(other.item()));
    }

    private static KeptLayer layer(LotKey lot, long place, String quantity, String value) {
        CostedQuantity goods = new CostedQuantity(quantity(quantity), Money.parse(value));
        return new KeptLayer(lot, place, goods, goods);
    }

    private void save(LotCost... costs) {
        db.costs().save(Stream.of(costs).map(KeptCost::of).toList());
    }

    @Test
    void what_lies_here_on_consignment_and_what_of_it_was_used_is_found_by_supplier() {
        LotKey a = stored(aLot("A").build());
        LotKey b = stored(aLot("B").build());
        db.purchaseOrders()
                .save(aPurchaseOrder("PO1").consigning(FLOUR, "80 BG", "12.50").build());
        OrderLineReference line = new OrderLineReference(new DocumentReference(DocumentType.PURCHASE_ORDER, "PO1"), 1);
        OrderLineReference unknown =
                new OrderLineReference(new DocumentReference(DocumentType.PURCHASE_ORDER, "PO2"), 1);
        JournalLine came = line(Account.CONSIGNED_GOODS, a, "100 KGM", line, "EUR 0.00");
        JournalLine used = line(Account.CONSIGNED_GOODS, a, "-30 KGM", line, "EUR 0.00");
        db.costs().post(List.of(entry(1, "receive", EventType.RECEIVE, "2026-03-01", came)));
        db.costs()
                .post(List.of(entry(
                        2,
                        "ship",
                        EventType.SHIP,
                        "2026-03-02",
                        used,
                        line(Account.INVENTORY, a, "30 KGM", line, "EUR 15.00"),
                        line(Account.GOODS_RECEIVED_NOT_INVOICED, a, "-30 KGM", line, "EUR -15.00"))));
        db.costs()
                .post(List.of(entry(
                        3,
                        "other",
                        EventType.RECEIVE,
                        "2026-03-03",
                        line(Account.CONSIGNED_GOODS, b, "5 KGM", unknown, "EUR 0.00"))));
        db.costs()
                .post(List.of(entry(
                        4,
                        "back",
                        EventType.SUPPLIER_RETURN,
                        "2026-03-03",
                        line(Account.CONSIGNED_GOODS, a, "-70 KGM", line, "EUR 0.00"),
                        line(Account.INVENTORY, b, "70 KGM", line, "EUR 1.00"),
                        line(Account.GOODS_RECEIVED_NOT_INVOICED, b, "-70 KGM", line, "EUR -1.00"))));

        assertEquals(
                List.of("100 KGM", "-30 KGM", "-70 KGM"),
                db.costs().consigned(a).stream()
                        .map(one -> one.quantity().toString())
                        .toList());
        assertEquals(
                new ConsignedLine(new EventId("receive"), EventType.RECEIVE, a, Optional.of(line), quantity("100 KGM")),
                db.costs().consigned(a).get(0));
        assertEquals(List.of(1L, 2L, 3L, 4L), db.costs().numbersOfConsigned(List.of(a, b)));
        assertEquals(
                List.of(new ConsignedStock(
                        Optional.empty(), b, Optional.of(unknown), quantity("5 KGM"), LocalDate.of(2026, 3, 3))),
                db.costs().consignedStock(Optional.empty(), 0, 10));
        assertEquals(List.of(), db.costs().consignedStock(Optional.of(MILL), 0, 10));
        assertEquals(
                List.of(new ConsignmentUse(
                        2,
                        LocalDate.of(2026, 3, 2),
                        new EventId("ship"),
                        EventType.SHIP,
                        new DocumentReference(DocumentType.SHIPMENT, "S"),
                        Optional.of(MILL),
                        Optional.of(line),
                        a,
                        quantity("30 KGM"),
                        Money.parse("EUR 15.00"))),
                db.costs()
                        .consignedUsed(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), Optional.of(MILL), 0, 10));
        assertEquals(
                List.of(),
                db.costs().consignedUsed(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 31), Optional.empty(), 0, 10));
        assertEquals(
                List.of(),
                db.costs()
                        .consignedUsed(
                                LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), Optional.of(MARKET), 0, 10));
        assertEquals(
                List.of(),
                db.costs().consignedUsed(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), Optional.empty(), 1, 10));
    }

    private static JournalLine line(
            Account account, LotKey lot, String quantity, OrderLineReference orderLine, String amount) {
        return new JournalLine(
                account,
                Optional.of(lot),
                Optional.of(quantity(quantity)),
                Optional.of(orderLine),
                Money.parse(amount));
    }

    private static JournalEntry entry(long number, String event, EventType type, String day, JournalLine... lines) {
        return new JournalEntry(
                number,
                new EventId(event),
                number,
                type,
                LocalDate.parse(day),
                new DocumentReference(DocumentType.SHIPMENT, "S"),
                List.of(lines));
    }

    @Test
    void currencies_keep_their_own_number_of_decimals() {
        LotKey a = stored(aLot("A").build());
        LotCost yen = cost(a, "1 KGM", "JPY 120", "1 KGM", "BHD 1.234");

        save(yen);

        assertEquals(List.of(yen), db.costs().of(List.of(a)));
    }

    @Test
    void journal_entries_are_found_by_event_lot_and_day_in_the_order_of_their_numbers() {
        LotKey a = stored(aLot("A").build());
        LotKey b = stored(aLot("B").build());
        assertEquals(0, db.costs().lastNumber());
        JournalEntry second = entry(2, "e2", "2026-03-02", a);
        JournalEntry first = entry(1, "e1", "2026-03-03", a, b);
        JournalEntry third = entry(3, "e2", "2026-03-04", b);

        List.of(second, first, third).forEach(entry -> db.costs().post(List.of(entry)));

        assertEquals(3, db.costs().lastNumber());
        assertEquals(List.of(second, third), db.costs().ofEvents(List.of(new EventId("e2"), new EventId("none"))));
        assertEquals(List.of(first, third), db.costs().numbered(List.of(3L, 9L, 1L)));
        assertEquals(List.of(first, second), db.costs().ofLot(a));
        assertEquals(List.of(1L, 2L, 3L), db.costs().numbersOf(List.of(b, a)));
        assertEquals(
                List.of(second, first),
                db.costs().between(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-03"), 0, 10));
    }

    @Test
    void the_entries_of_some_days_come_by_pages_in_the_order_of_day_and_number() {
        LotKey a = stored(aLot("A").build());
        JournalEntry late = posted(entry(1, "e1", "2026-03-03", a));
        JournalEntry early = posted(entry(2, "e2", "2026-03-02", a));
        JournalEntry lateToo = posted(entry(3, "e3", "2026-03-03", a));
        JournalEntry earlyToo = posted(entry(4, "e4", "2026-03-02", a));
        posted(entry(5, "e5", "2026-03-04", a));
        LocalDate second = LocalDate.parse("2026-03-02");
        LocalDate third = LocalDate.parse("2026-03-03");

        assertEquals(List.of(early, earlyToo, late), db.costs().between(second, third, 0, 3));
        assertEquals(List.of(earlyToo, late), db.costs().between(second, third, 2, 2));
        assertEquals(List.of(lateToo), db.costs().between(third, third, 1, 3));
        assertEquals(List.of(), db.costs().between(third, third, 3, 3));
    }

    @Test
    void the_lots_of_a_day_are_told_from_the_entries_that_were_known() {
        LotKey a = stored(aLot("A").build());
        LotKey b = stored(aLot("B").build());
        save(
                cost(a, "0 KGM", "EUR 0.00", "0 KGM", "EUR 0.00"), // used up since
                cost(b, "3 KGM", "EUR 20.02", "0 KGM", "EUR 0.00"));
        posted(entry(1, "e1", "2026-03-02", a));
        posted(entry(2, "e2", "2026-03-04", b));
        JournalEntry late = posted(entry(3, "e3", "2026-03-01", b));
        LocalDate third = LocalDate.parse("2026-03-03");
        LotCost ofA = cost(a, "1.5 KGM", "EUR 10.01", "0 KGM", "EUR 0.00");
        LotCost ofB = cost(b, "1.5 KGM", "EUR 10.01", "0 KGM", "EUR 0.00");

        assertEquals(List.of(ofA), db.costs().asOf(third, 2, Optional.empty(), 10));
        assertEquals(List.of(ofA, ofB), db.costs().asOf(third, 3, Optional.empty(), 10));
        assertEquals(List.of(ofA), db.costs().asOf(third, 3, Optional.empty(), 1));
        assertEquals(List.of(ofB), db.costs().asOf(third, 3, Optional.of(a), 10));
        assertEquals(List.of(), db.costs().asOf(LocalDate.parse("2026-02-28"), 3, Optional.empty(), 10));
        assertEquals(List.of(late), db.costs().later(third, 1, 10));
    }

    @Test
    void the_newest_entry_up_to_a_position_of_the_ledger_is_found() {
        LotKey a = stored(aLot("A").build());
        posted(entry(1, "e1", "2026-03-02", a)); // at position 11
        posted(entry(2, "e2", "2026-03-02", a));

        assertEquals(0, db.costs().numberAt(10));
        assertEquals(1, db.costs().numberAt(11));
        assertEquals(2, db.costs().numberAt(100));
    }

    private JournalEntry posted(JournalEntry entry) {
        db.costs().post(List.of(entry));
        return entry;
    }

    @Test
    void the_lots_on_an_account_are_told_each_once() {
        LotKey a = stored(aLot("A").build());
        LotKey b = stored(aLot("B").build());
        db.costs().post(List.of(sold(1, a, "EUR 10.00")));
        db.costs().post(List.of(sold(2, a, "EUR -2.50")));
        db.costs().post(List.of(entry(3, "e3", "2026-03-02", b)));

        assertEquals(Set.of(a), db.costs().lotsOn(Account.COST_OF_GOODS_SOLD));
        assertEquals(Set.of(), db.costs().lotsOn(Account.INTERCOMPANY_PAYABLE));
    }

    @Test
    void the_cost_of_what_was_sold_of_some_lots_is_added_up() {
        LotKey a = stored(aLot("A").build());
        LotKey b = stored(aLot("B").build());
        LotKey other = stored(aLot("C").build());
        db.costs().post(List.of(sold(1, a, "EUR 10.00")));
        db.costs().post(List.of(sold(2, a, "EUR -2.50")));
        db.costs().post(List.of(sold(3, b, "EUR 1.00")));
        db.costs().post(List.of(sold(4, other, "EUR 100.00")));
        db.costs().post(List.of(entry(5, "e5", "2026-03-02", a)));

        assertEquals(Optional.of(Money.parse("EUR 8.50")), db.costs().costOfGoodsSold(List.of(a, b)));
        assertEquals(Optional.empty(), db.costs().costOfGoodsSold(List.of()));
    }

    private static JournalEntry sold(long number, LotKey lot, String amount) {
        return new JournalEntry(
                number,
                new EventId("s" + number),
                number,
                EventType.SHIP,
                LocalDate.parse("2026-03-02"),
                NOTICE,
                List.of(
                        line(Account.COST_OF_GOODS_SOLD, lot, Money.parse(amount)),
                        line(Account.INVENTORY, lot, Money.parse(amount).negated())));
    }

    private static JournalLine line(Account account, LotKey lot, Money amount) {
        return new JournalLine(account, Optional.of(lot), Optional.empty(), Optional.empty(), amount);
    }

    @Test
    void what_an_order_has_in_process_are_the_lines_of_all_its_events_in_their_order() {
        LotKey a = stored(aLot("A").build());
        LotKey b = stored(aLot("B").build());
        happened(1, a, "MO1", "MO1");
        happened(2, a, "MO1");
        happened(3, a, "MO2");
        db.costs()
                .post(List.of(
                        entry(
                                1,
                                "h1",
                                EventType.CONSUME,
                                "2026-03-01",
                                goods(Account.WORK_IN_PROCESS, a, "3 KGM", "EUR 6.00"),
                                goods(Account.INVENTORY, a, "-3 KGM", "EUR -6.00"),
                                goods(Account.WORK_IN_PROCESS, b, "1 KGM", "EUR 0.00")),
                        entry(
                                2,
                                "h2",
                                EventType.PRODUCE,
                                "2026-03-02",
                                goods(Account.WORK_IN_PROCESS, a, "-1 KGM", "EUR -2.00"),
                                other(Account.CONVERSION_IN_PROCESS, "EUR -1.50"),
                                goods(Account.INVENTORY, b, "1 KGM", "EUR 3.50")),
                        entry(
                                3,
                                "h3",
                                EventType.CONSUME,
                                "2026-03-02",
                                goods(Account.WORK_IN_PROCESS, a, "50 KGM", "EUR 99.00"),
                                goods(Account.INVENTORY, a, "-50 KGM", "EUR -99.00"))));

        assertEquals(
                List.of(
                        goods(Account.WORK_IN_PROCESS, a, "3 KGM", "EUR 6.00"),
                        goods(Account.WORK_IN_PROCESS, b, "1 KGM", "EUR 0.00"),
                        goods(Account.WORK_IN_PROCESS, a, "-1 KGM", "EUR -2.00"),
                        other(Account.CONVERSION_IN_PROCESS, "EUR -1.50")),
                db.costs().inProcess(order("MO1")));
        assertEquals(List.of(), db.costs().inProcess(order("MO3")));
    }

    private static DocumentReference order(String number) {
        return new DocumentReference(DocumentType.PRODUCTION_ORDER, number);
    }

    private static JournalLine other(Account account, String amount) {
        return new JournalLine(account, Optional.empty(), Optional.empty(), Optional.empty(), Money.parse(amount));
    }

    private static JournalLine goods(Account account, LotKey lot, String quantity, String amount) {
        return new JournalLine(
                account, Optional.of(lot), Optional.of(quantity(quantity)), Optional.empty(), Money.parse(amount));
    }

    private void happened(long position, LotKey lot, String... orders) {
        EventBuilder event = anEvent("h" + position, EventType.CONSUME)
                .moving(lot, "1 KGM", Bakery.in(Bakery.SHELF), Place.productionOrder(order(orders[0])));
        Stream.of(orders).forEach(order -> event.of(DocumentType.PRODUCTION_ORDER, order));
        TraceEvent built = event.build();
        db.unitOfWork().run(() -> {
            db.ledger().lockHead();
            db.ledger().append(new RecordedEvent(built, position, Bakery.NOW, String.format("%064x", position)));
        });
    }

    @Test
    void a_number_is_posted_once() {
        LotKey a = stored(aLot("A").build());
        db.costs().post(List.of(entry(1, "e1", "2026-03-02", a)));

        assertThrows(StaleWriteException.class, () -> db.costs().post(List.of(entry(1, "e2", "2026-03-02", a))));
    }

    private static LotCost cost(LotKey lot, String stock, String value, String process, String processValue) {
        return new LotCost(
                lot,
                new CostedQuantity(quantity(stock), Money.parse(value)),
                new CostedQuantity(quantity(process), Money.parse(processValue)));
    }

    private static JournalEntry entry(long number, String event, String day, LotKey... lots) {
        OrderLineReference line = new OrderLineReference(new DocumentReference(DocumentType.PURCHASE_ORDER, "P1"), 1);
        List<JournalLine> debits = List.of(lots).stream()
                .map(lot -> new JournalLine(
                        Account.INVENTORY,
                        Optional.of(lot),
                        Optional.of(quantity("1.5 KGM")),
                        Optional.of(line),
                        Money.parse("EUR 10.01")))
                .toList();
        JournalLine credit = new JournalLine(
                Account.GOODS_RECEIVED_NOT_INVOICED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Money.parse("EUR -10.01").multipliedBy(lots.length));
        return new JournalEntry(
                number,
                new EventId(event),
                number + 10,
                EventType.RECEIVE,
                LocalDate.parse(day),
                NOTICE,
                Stream.concat(debits.stream(), Stream.of(credit)).toList());
    }
}
