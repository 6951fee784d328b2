package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.cost.internal.Captured.consigned;
import static org.lottrace.cost.internal.Captured.consumed;
import static org.lottrace.cost.internal.Captured.disposed;
import static org.lottrace.cost.internal.Captured.found;
import static org.lottrace.cost.internal.Captured.missed;
import static org.lottrace.cost.internal.Captured.produced;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Captured.returned;
import static org.lottrace.cost.internal.Captured.reversed;
import static org.lottrace.cost.internal.Captured.sentBack;
import static org.lottrace.cost.internal.Captured.shipped;
import static org.lottrace.cost.internal.Documents.creditNote;
import static org.lottrace.cost.internal.Documents.invoice;
import static org.lottrace.cost.internal.Documents.method;
import static org.lottrace.cost.internal.Documents.standard;
import static org.lottrace.cost.internal.Documents.takenOver;
import static org.lottrace.cost.internal.Goods.goods;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.store.ConsignedLine;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/** Goods that belong to the mill until they are used. */
class ConsignmentTest {
    private static final LotKey LOT = aLot("L1").key();
    private static final LotKey OTHER = aLot("L2").key();
    private static final LotKey THIRD = aLot("L3").key();
    private static final LotKey LOAF =
            aLot("F1").of(BREAD).madeAt(Bakery.BERLIN).key();

    private final MemoryBooks books =
            new MemoryBooks().priced("P2", "2.00").priced("P3", "3.00").priced("CENTS", "0.004");

    @AfterEach
    void value_is_neither_made_nor_lost() {
        assertEquals(
                Money.zero(MemoryBooks.EUR),
                Stream.of(Account.values())
                        .map(books::balance)
                        .reduce(Money::plus)
                        .orElseThrow());
        assertEquals(
                books.balance(Account.INVENTORY).plus(books.balance(Account.WORK_IN_PROCESS)),
                books.lots().stream().map(cost -> cost.value()).reduce(Money.zero(MemoryBooks.EUR), Money::plus));
    }

    @Test
    void what_came_on_consignment_has_no_value_and_nothing_is_owed() {
        books.book(consigned("N1", "P2", goods(LOT, "100 KGM")));

        assertEquals(Map.of(), balances());
        assertEquals("100 KGM", lying(LOT));
        assertEquals(Optional.empty(), books.costOf(LOT));
    }

    @Test
    void what_is_used_becomes_ours_in_the_same_event_at_the_agreed_price() {
        books.bookAll(consigned("N1", "P2", goods(LOT, "100 KGM")), shipped("S1", "SO1", goods(LOT, "30 KGM")));

        assertEquals(Map.of("COST_OF_GOODS_SOLD", "60.00", "GOODS_RECEIVED_NOT_INVOICED", "-60.00"), balances());
        assertEquals("70 KGM", lying(LOT));
        assertEquals(2, books.entries().size());
    }

    @Test
    void every_kind_of_use_makes_them_ours() {
        books.bookAll(
                consigned("N1", "P2", goods(LOT, "100 KGM")),
                consumed("C1", "MO1", goods(LOT, "40 KGM")),
                produced("M1", "MO1", goods(LOAF, "80 C62"), goods(LOT, "40 KGM")),
                missed("K1", LOT, "5 KGM"),
                disposed("D1", LOT, "10 KGM"));

        assertEquals(
                Map.of(
                        "INVENTORY", "80.00",
                        "INVENTORY_ADJUSTMENT", "10.00",
                        "WRITE_OFF", "20.00",
                        "GOODS_RECEIVED_NOT_INVOICED", "-110.00"),
                balances());
        assertEquals("45 KGM", lying(LOT));
    }

    @Test
    void of_a_lot_of_which_a_part_is_ours_that_part_is_used_first() {
        books.bookAll(
                consigned("N1", "P2", goods(LOT, "100 KGM")),
                received("N2", "P3", goods(LOT, "10 KGM")),
                shipped("S1", "SO1", goods(LOT, "8 KGM")));
        assertEquals("100 KGM", lying(LOT));

        books.book(shipped("S2", "SO1", goods(LOT, "5 KGM")));

        assertEquals("97 KGM", lying(LOT));
        assertEquals(Map.of("COST_OF_GOODS_SOLD", "36.00", "GOODS_RECEIVED_NOT_INVOICED", "-36.00"), balances());
    }

    @Test
    void of_what_lies_here_what_came_first_is_used_first() {
        books.bookAll(
                consigned("N1", "P2", goods(LOT, "10 KGM")),
                consigned("N2", "P3", goods(LOT, "10 KGM")),
                shipped("S1", "SO1", goods(LOT, "15 KGM")));

        assertEquals("35.00", balances().get("COST_OF_GOODS_SOLD"));
        assertEquals("5 KGM", lying(LOT));
    }

    @Test
    void the_uses_of_a_receipt_add_up_to_its_price() {
        books.book(consigned("N1", "CENTS", goods(LOT, "1000 KGM")));
        for (int i = 0; i < 300; i++) {
            books.book(shipped("S" + i, "SO1", goods(LOT, "1 KGM")));
        }
        assertEquals("1.20", balances().get("COST_OF_GOODS_SOLD"));

        books.book(shipped("LAST", "SO1", goods(LOT, "700 KGM")));
        assertEquals("4.00", balances().get("COST_OF_GOODS_SOLD"));
    }

    @Test
    void what_goes_back_unused_books_no_amount_and_goes_before_what_is_ours() {
        books.bookAll(
                received("N2", "P3", goods(LOT, "10 KGM")),
                consigned("N1", "P2", goods(LOT, "100 KGM")),
                sentBack("R1", "P2", goods(LOT, "100 KGM")));
        assertEquals(Map.of("INVENTORY", "30.00", "GOODS_RECEIVED_NOT_INVOICED", "-30.00"), balances());
        assertEquals("0 KGM", lying(LOT));

        books.book(sentBack("R2", "P3", goods(LOT, "10 KGM")));
        assertEquals(Map.of(), balances());
    }

    @Test
    void a_reversed_use_gives_them_back() {
        TraceEvent use = shipped("S1", "SO1", goods(LOT, "15 KGM"));
        books.bookAll(received("N2", "P3", goods(LOT, "10 KGM")), consigned("N1", "P2", goods(LOT, "100 KGM")), use);
        books.book(reversed("X1", use));

        assertEquals(Map.of("INVENTORY", "30.00", "GOODS_RECEIVED_NOT_INVOICED", "-30.00"), balances());
        assertEquals("100 KGM", lying(LOT));
        assertEquals(1, ReversedEntries.of(books.entries()).size());
        books.book(shipped("S2", "SO1", goods(LOT, "110 KGM")));
        assertEquals("230.00", balances().get("COST_OF_GOODS_SOLD"));
    }

    @Test
    void a_reversed_receipt_never_came_even_when_it_was_at_another_price() {
        TraceEvent wrong = consigned("N1", "P3", goods(LOT, "100 KGM"));
        books.bookAll(
                wrong,
                reversed("X1", wrong),
                consigned("N2", "P2", goods(LOT, "100 KGM")),
                shipped("S1", "SO1", goods(LOT, "100 KGM")));

        assertEquals("200.00", balances().get("COST_OF_GOODS_SOLD"));
        assertEquals("0 KGM", lying(LOT));
    }

    @Test
    void a_reversed_receipt_of_which_some_was_used_is_owed_by_the_one_that_takes_its_place() {
        TraceEvent wrong = consigned("N1", "P2", goods(LOT, "50 KGM"));
        books.bookAll(
                wrong,
                shipped("S1", "SO1", goods(LOT, "20 KGM")),
                received("N2", "P3", goods(LOT, "100 KGM")),
                reversed("X1", wrong),
                consigned("N3", "P2", goods(LOT, "30 KGM")));

        assertEquals("10 KGM", lying(LOT));
        books.book(shipped("S2", "SO1", goods(LOT, "110 KGM")));
        assertEquals("0 KGM", lying(LOT));
        assertEquals("360.00", balances().get("COST_OF_GOODS_SOLD"));
    }

    @Test
    void goods_of_ours_that_never_came_were_used_of_those_on_consignment() {
        TraceEvent ours = received("N1", "P3", goods(LOT, "100 KGM"));
        books.bookAll(
                ours,
                consigned("N2", "P2", goods(LOT, "80 KGM")),
                shipped("S1", "SO1", goods(LOT, "80 KGM")),
                reversed("X1", ours));

        assertEquals("0 KGM", lying(LOT));
        assertEquals("-160.00", balances().get("GOODS_RECEIVED_NOT_INVOICED"));
        assertEquals(1, ReversedEntries.of(books.entries()).size());
    }

    @Test
    void what_a_customer_sends_back_is_ours() {
        books.bookAll(
                consigned("N1", "P2", goods(LOT, "100 KGM")),
                shipped("S1", "SO1", goods(LOT, "30 KGM")),
                returned("B1", "S1", goods(LOT, "10 KGM")));

        assertEquals("70 KGM", lying(LOT));
        assertEquals("20.00", balances().get("INVENTORY"));
    }

    @Test
    void what_is_found_elsewhere_than_the_book_says_is_not_used() {
        books.bookAll(
                consigned("N1", "P2", goods(LOT, "100 KGM")),
                merged(missed("K1", LOT, "5 KGM"), found("K1", LOT, "5 KGM")));

        assertEquals(Map.of(), balances());
        assertEquals("100 KGM", lying(LOT));
    }

    @Test
    void an_invoice_settles_what_was_used_and_no_more() {
        books.bookAll(
                consigned("N1", "P2", goods(LOT, "100 KGM")),
                shipped("S1", "SO1", goods(LOT, "30 KGM")),
                invoice("I1", "P2", "30 KGM", "63.00", LateCost.Policy.VARIANCE));

        assertEquals(
                Map.of(
                        "COST_OF_GOODS_SOLD", "60.00",
                        "PURCHASE_PRICE_VARIANCE", "3.00",
                        "ACCOUNTS_PAYABLE", "-63.00"),
                balances());
        assertEquals("70 KGM", lying(LOT));
        books.book(creditNote("G1", "P2", "0 KGM", "3.00"));
        assertEquals(Map.of("COST_OF_GOODS_SOLD", "60.00", "ACCOUNTS_PAYABLE", "-60.00"), balances());
    }

    @Test
    void what_is_taken_over_is_ours_before_it_is_used() {
        books.bookAll(consigned("N1", "P2", goods(LOT, "100 KGM")), takenOver("T1", LOT, "60 KGM"));
        assertEquals(Map.of("INVENTORY", "120.00", "GOODS_RECEIVED_NOT_INVOICED", "-120.00"), balances());
        assertEquals("40 KGM", lying(LOT));

        books.bookAll(
                shipped("S1", "SO1", goods(LOT, "30 KGM")),
                invoice("I1", "P2", "60 KGM", "126.00", LateCost.Policy.VARIANCE));
        assertEquals(
                Map.of(
                        "INVENTORY", "63.00",
                        "COST_OF_GOODS_SOLD", "60.00",
                        "PURCHASE_PRICE_VARIANCE", "3.00",
                        "ACCOUNTS_PAYABLE", "-126.00"),
                balances());
    }

    @Test
    void no_more_can_be_taken_over_than_lies_here() {
        books.book(consigned("N1", "P2", goods(LOT, "100 KGM")));

        UnbookableEventException refused =
                assertThrows(UnbookableEventException.class, () -> books.book(takenOver("T1", LOT, "101 KGM")));
        assertEquals(
                "101 KGM of lot " + LOT + " are to be taken over, but only 100 KGM lie here on consignment",
                refused.getMessage());
    }

    @Test
    void at_weighted_average_they_come_into_the_average_before_they_leave() {
        books.bookAll(
                method("V1", FLOUR, CostMethod.WEIGHTED_AVERAGE),
                received("N1", "P3", goods(OTHER, "10 KGM")),
                consigned("N2", "P2", goods(LOT, "100 KGM")),
                shipped("S1", "SO1", goods(LOT, "10 KGM")));

        assertEquals("25.00", balances().get("COST_OF_GOODS_SOLD"));
        assertEquals("25.00", books.valueOf(OTHER).getAmount().toPlainString());
    }

    @Test
    void at_standard_the_agreed_price_differs_when_they_are_used() {
        books.bookAll(
                standard("V1", FLOUR, "2.50"),
                consigned("N1", "P2", goods(LOT, "100 KGM")),
                shipped("S1", "SO1", goods(LOT, "10 KGM")));

        assertEquals("25.00", balances().get("COST_OF_GOODS_SOLD"));
        assertEquals("-5.00", balances().get("PURCHASE_PRICE_VARIANCE"));
    }

    @Test
    void what_is_split_lies_here_in_other_lots_at_the_same_price() {
        TraceEvent split = anEvent("T1", EventType.SPLIT)
                .of(DocumentType.TRANSFORMATION, "T1")
                .moving(LOT, "60 KGM", Captured.STOCK, Place.transformation(Bakery.BERLIN))
                .moving(OTHER, "40 KGM", Place.transformation(Bakery.BERLIN), Captured.STOCK)
                .moving(THIRD, "20 KGM", Place.transformation(Bakery.BERLIN), Captured.STOCK)
                .making(OTHER, LOT, "40 KGM")
                .making(THIRD, LOT, "20 KGM")
                .build();
        books.bookAll(received("N0", "P3", goods(LOT, "10 KGM")), consigned("N1", "P2", goods(LOT, "100 KGM")), split);

        assertEquals("50 KGM", lying(LOT));
        assertEquals("30 KGM", lying(OTHER));
        assertEquals("20 KGM", lying(THIRD));
        assertEquals(Map.of("INVENTORY", "30.00", "GOODS_RECEIVED_NOT_INVOICED", "-30.00"), balances());
        assertEquals("30.00", books.valueOf(OTHER).getAmount().toPlainString());

        books.book(shipped("S1", "SO1", goods(THIRD, "20 KGM")));
        assertEquals("40.00", balances().get("COST_OF_GOODS_SOLD"));
        assertEquals("-70.00", balances().get("GOODS_RECEIVED_NOT_INVOICED"));

        books.book(invoice("I1", "P2", "20 KGM", "40.00", LateCost.Policy.VARIANCE));
        assertEquals("-30.00", balances().get("GOODS_RECEIVED_NOT_INVOICED"));
        assertEquals("-40.00", balances().get("ACCOUNTS_PAYABLE"));
    }

    @Test
    void a_split_that_is_taken_back_leaves_them_in_their_lot() {
        TraceEvent split = anEvent("T1", EventType.SPLIT)
                .of(DocumentType.TRANSFORMATION, "T1")
                .moving(LOT, "60 KGM", Captured.STOCK, Place.transformation(Bakery.BERLIN))
                .moving(OTHER, "60 KGM", Place.transformation(Bakery.BERLIN), Captured.STOCK)
                .making(OTHER, LOT, "60 KGM")
                .build();
        books.bookAll(consigned("N1", "P2", goods(LOT, "100 KGM")), split, reversed("X1", split));

        assertEquals("100 KGM", lying(LOT));
        assertEquals("0 KGM", lying(OTHER));
        books.book(shipped("S1", "SO1", goods(LOT, "100 KGM")));
        assertEquals("200.00", balances().get("COST_OF_GOODS_SOLD"));
    }

    @Test
    void what_goes_around_and_comes_back_into_its_lot_keeps_its_price() {
        books.bookAll(
                consigned("N1", "P2", goods(LOT, "100 KGM")),
                relabelled("T1", LOT, OTHER, "60 KGM"),
                relabelled("T2", OTHER, LOT, "60 KGM"),
                shipped("S1", "SO1", goods(LOT, "100 KGM")));

        assertEquals("200.00", balances().get("COST_OF_GOODS_SOLD"));
        assertEquals("0 KGM", lying(LOT));
    }

    @Test
    void what_is_repacked_into_another_item_becomes_ours() {
        books.bookAll(
                consigned("N1", "P2", goods(LOT, "100 KGM")),
                anEvent("T1", EventType.REPACK)
                        .of(DocumentType.TRANSFORMATION, "T1")
                        .moving(LOT, "60 KGM", Captured.STOCK, Place.transformation(Bakery.BERLIN))
                        .moving(LOAF, "60 C62", Place.transformation(Bakery.BERLIN), Captured.STOCK)
                        .making(LOAF, LOT, "60 KGM")
                        .build());

        assertEquals(Map.of("INVENTORY", "120.00", "GOODS_RECEIVED_NOT_INVOICED", "-120.00"), balances());
        assertEquals("40 KGM", lying(LOT));
    }

    private static TraceEvent relabelled(String id, LotKey from, LotKey to, String quantity) {
        return anEvent(id, EventType.RELABEL)
                .of(DocumentType.TRANSFORMATION, id)
                .moving(from, quantity, Captured.STOCK, Place.transformation(Bakery.BERLIN))
                .moving(to, quantity, Place.transformation(Bakery.BERLIN), Captured.STOCK)
                .making(to, from, quantity)
                .build();
    }

    private String lying(LotKey lot) {
        return books.consigned(lot).stream()
                .map(ConsignedLine::quantity)
                .reduce(Quantity::plus)
                .orElseThrow()
                .toString();
    }

    /** What is not nothing. */
    private Map<String, String> balances() {
        Map<String, String> balances = new TreeMap<>();
        for (Account account : Account.values()) {
            Money balance = books.balance(account);
            if (!balance.isZero()) {
                balances.put(account.code(), balance.getAmount().toPlainString());
            }
        }
        return balances;
    }

    private static TraceEvent merged(TraceEvent one, TraceEvent other) {
        return new TraceEvent(
                one.context(),
                one.type(),
                one.documents(),
                one.corrects(),
                Stream.concat(one.lines().stream(), other.lines().stream()).toList(),
                one.edges(),
                one.dispositionChanges());
    }
}
