package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.DocumentType.COUNT_SHEET;
import static org.lottrace.api.event.DocumentType.DISPOSAL_ORDER;
import static org.lottrace.api.event.DocumentType.PRODUCTION_ORDER;
import static org.lottrace.api.event.DocumentType.TRANSFER_ORDER;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOUGH;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Reversals.reversalOf;
import static org.lottrace.cost.internal.Captured.STOCK;
import static org.lottrace.cost.internal.Captured.consumed;
import static org.lottrace.cost.internal.Captured.disposed;
import static org.lottrace.cost.internal.Captured.found;
import static org.lottrace.cost.internal.Captured.missed;
import static org.lottrace.cost.internal.Captured.produced;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Captured.returned;
import static org.lottrace.cost.internal.Captured.shipped;
import static org.lottrace.cost.internal.Captured.shippedForLines;
import static org.lottrace.cost.internal.Goods.goods;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.account.AccountScope;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;

/** What each kind of event posts. */
class BookingRulesTest {
    private final LotKey cheap = aLot("CHEAP").key();
    private final LotKey dear = aLot("DEAR").key();
    private final LotKey salt = aLot("S1").of(SALT).key();
    private final LotKey dough = aLot("D1").of(DOUGH).madeAt(BERLIN).key();
    private final LotKey bread = aLot("B1").of(BREAD).madeAt(BERLIN).key();
    private final MemoryBooks books = new MemoryBooks()
            .priced("P1", "1.00")
            .priced("P3", "3.00")
            .priced("P10", "10.00")
            .priced("FREE", "0");

    @Test
    void rules_of_accounts_can_name_what_books_and_nothing_else() {
        Set<EventType> booked = EnumSet.copyOf(books.booked());

        assertTrue(booked.remove(EventType.REVERSE));
        assertEquals(AccountScope.EVENTS, booked);
    }

    @Test
    void a_receipt_puts_the_lot_into_inventory_against_what_the_supplier_will_invoice() {
        books.book(received("N1", "P3", goods(dear, "10 KGM")));

        assertEquals(euros("30.00"), books.valueOf(dear));
        assertEquals(euros("30.00"), books.balance(Account.INVENTORY));
        assertEquals(euros("-30.00"), books.balance(Account.GOODS_RECEIVED_NOT_INVOICED));
    }

    @Test
    void a_receipt_at_no_price_is_booked_at_zero() {
        JournalEntry entry =
                books.book(received("N1", "FREE", goods(cheap, "10 KGM"))).orElseThrow();

        assertEquals(2, entry.lines().size());
        assertEquals(quantity("10 KGM"), books.costOf(cheap).orElseThrow().quantity());
        assertEquals(euros("0.00"), books.valueOf(cheap));
    }

    /** A share of what is left, each time, would take 0.50. */
    @Test
    void what_many_outputs_take_of_a_lot_in_process_is_the_unit_cost_times_their_quantity() {
        books.priced("PENNY", "0.004");
        books.book(received("N1", "PENNY", goods(cheap, "1000 KGM")));
        books.book(consumed("C1", "MO1", goods(cheap, "1000 KGM")));

        for (int output = 1; output <= 300; output++) {
            books.book(produced("M" + output, "MO1", goods(bread, "1 C62"), goods(cheap, "1 KGM")));
        }

        assertEquals(euros("1.20"), books.valueOf(bread));
        assertEquals(
                euros("2.80"), books.costOf(cheap).orElseThrow().inProcess().value());
    }

    @Test
    void reversals_leave_nothing_of_what_they_undo_on_any_account_or_lot() {
        List<TraceEvent> happened = List.of(
                received("N1", "P3", goods(dear, "10 KGM")),
                received("N2", "P1", goods(cheap, "10 KGM")),
                consumed("C1", "MO1", goods(dear, "3 KGM"), goods(cheap, "7 KGM")),
                produced("M1", "MO1", goods(bread, "7 C62"), goods(dear, "3 KGM"), goods(cheap, "7 KGM")),
                shipped("S1", "SO1", goods(bread, "3 C62")),
                returned("R1", "S1", goods(bread, "1 C62")),
                found("K1", cheap, "1 KGM"),
                missed("K2", dear, "2 KGM"),
                disposed("D1", cheap, "1 KGM"),
                Captured.moved("T1", bread, "5 C62"));
        happened.forEach(books::book);

        for (int i = happened.size(); i > 0; i--) {
            books.book(reversalOf(happened.get(i - 1)));
        }

        for (Account account : Account.values()) {
            assertEquals(euros("0.00"), books.balance(account), account.toString());
        }
        books.lots().forEach(lot -> {
            assertTrue(lot.quantity().isZero(), lot.toString());
            assertTrue(lot.value().isZero(), lot.toString());
            assertEquals(List.of(), books.sourcesOf(lot.lot()));
        });
    }

    @Test
    void what_is_found_of_a_lot_does_not_cost_what_a_reversed_receipt_of_it_had_cost() {
        TraceEvent wrong = received("N1", "P10", goods(dear, "10 KGM"));
        books.bookAll(
                wrong, reversalOf(wrong), received("N2", "P3", goods(dear, "1 KGM")), disposed("D1", dear, "1 KGM"));

        books.book(found("K1", dear, "2 KGM"));

        assertEquals(euros("6.00"), books.valueOf(dear));
    }

    /** odoo/odoo#36533: the oldest layer's cost was posted for another lot. */
    @Test
    void a_shipment_costs_what_the_lot_that_left_has_cost() {
        books.bookAll(
                received("N1", "P10", goods(dear, "1 KGM")),
                received("N2", "P3", goods(cheap, "1 KGM")),
                shipped("S1", "SO1", goods(cheap, "1 KGM")));

        assertEquals(euros("3.00"), books.balance(Account.COST_OF_GOODS_SOLD));
        assertEquals(euros("10.00"), books.valueOf(dear));
    }

    /** odoo/odoo#159472, #40987: kilograms within one lot cannot be told apart, but the receipts stay visible. */
    @Test
    void a_lot_received_at_two_prices_costs_what_both_cost_and_shows_both() {
        books.bookAll(
                received("N1", "P1", goods(cheap, "10 KGM")),
                received("N2", "P3", goods(cheap, "10 KGM")),
                shipped("S1", "SO1", goods(cheap, "5 KGM")));

        assertEquals(euros("10.00"), books.balance(Account.COST_OF_GOODS_SOLD));
        assertEquals(
                List.of(euros("10.00"), euros("30.00")),
                books.sourcesOf(cheap).stream().map(source -> source.value()).toList());
    }

    /** odoo/odoo#267196: the first lot's cost was taken for the whole quantity. */
    @Test
    void an_output_is_worth_the_sum_of_each_ingredient_lot_at_its_own_cost() {
        books.bookAll(
                received("N1", "FREE", goods(cheap, "1 KGM")),
                received("N2", "P10", goods(dear, "5 KGM")),
                consumed("C1", "MO1", goods(cheap, "1 KGM"), goods(dear, "1 KGM")),
                produced("M1", "MO1", goods(dough, "2 KGM"), goods(cheap, "1 KGM"), goods(dear, "1 KGM")));

        assertEquals(euros("10.00"), books.valueOf(dough));
        assertEquals(euros("40.00"), books.valueOf(dear));
        assertEquals(euros("0.00"), books.balance(Account.WORK_IN_PROCESS));
    }

    @Test
    void a_consumed_lot_stays_owned_and_keeps_its_value_until_it_is_part_of_an_output() {
        books.bookAll(received("N1", "P3", goods(dear, "10 KGM")), consumed("C1", "MO1", goods(dear, "4 KGM")));

        var cost = books.costOf(dear).orElseThrow();
        assertEquals(quantity("10 KGM"), cost.quantity());
        assertEquals(euros("30.00"), cost.value());
        assertEquals(euros("12.00"), cost.inProcess().value());
        assertEquals(euros("12.00"), books.balance(Account.WORK_IN_PROCESS));
    }

    @Test
    void an_output_takes_over_only_what_its_own_order_has_consumed() {
        books.bookAll(
                received("N1", "P1", goods(cheap, "10 KGM")),
                consumed("C1", "MO1", goods(cheap, "2 KGM")),
                received("N2", "P3", goods(cheap, "10 KGM")),
                consumed("C2", "MO2", goods(cheap, "9 KGM")),
                produced("M1", "MO1", goods(dough, "2 KGM"), goods(cheap, "2 KGM")));

        assertEquals(euros("2.00"), books.valueOf(dough));
        assertEquals(euros("19.00"), books.balance(Account.WORK_IN_PROCESS));
    }

    @Test
    void a_second_output_of_an_order_takes_over_what_was_consumed_since_the_first() {
        LotKey second = aLot("D2").of(DOUGH).madeAt(BERLIN).key();
        books.bookAll(
                received("N1", "P1", goods(cheap, "10 KGM")),
                received("N2", "P3", goods(dear, "10 KGM")),
                consumed("C1", "MO1", goods(cheap, "2 KGM")),
                produced("M1", "MO1", goods(dough, "2 KGM"), goods(cheap, "2 KGM")),
                consumed("C2", "MO1", goods(cheap, "1 KGM"), goods(dear, "1 KGM")),
                produced("M2", "MO1", goods(second, "2 KGM"), goods(cheap, "1 KGM"), goods(dear, "1 KGM")));

        assertEquals(euros("2.00"), books.valueOf(dough));
        assertEquals(euros("4.00"), books.valueOf(second));
    }

    @Test
    void two_outputs_share_an_ingredient_by_its_edges_without_losing_a_cent() {
        LotKey other = aLot("D2").of(DOUGH).madeAt(BERLIN).key();
        EventBuilder made = anEvent("M1", EventType.PRODUCE).of(PRODUCTION_ORDER, "MO1");
        Captured.used(made, "MO1", goods(dear, "0.03 KGM"));
        made.making(dough, dear, "0.01 KGM").making(other, dear, "0.02 KGM");
        Captured.made(made, goods(dough, "1 KGM"));
        Captured.made(made, goods(other, "2 KGM"));
        books.bookAll(
                received("N1", "P3", goods(dear, "0.03 KGM")),
                consumed("C1", "MO1", goods(dear, "0.03 KGM")),
                made.build());

        assertEquals(euros("0.03"), books.valueOf(dough));
        assertEquals(euros("0.06"), books.valueOf(other));
        assertEquals(1, books.sourcesOf(other).size());
    }

    @Test
    void returns_bring_back_the_original_cost_and_the_last_one_the_rest_of_it() {
        books.bookAll(
                received("N1", "P1", goods(cheap, "0.1 KGM")),
                shipped("S1", "SO1", goods(cheap, "0.07 KGM")),
                received("N2", "P10", goods(cheap, "1 KGM")),
                returned("R1", "S1", goods(cheap, "0.03 KGM")));
        assertEquals(euros("0.04"), books.balance(Account.COST_OF_GOODS_SOLD));

        books.book(returned("R2", "S1", goods(cheap, "0.01 KGM"), goods(cheap, "0.03 KGM")));

        assertEquals(euros("0.00"), books.balance(Account.COST_OF_GOODS_SOLD));
        assertEquals(euros("10.10"), books.valueOf(cheap));
    }

    /** Nobody knows for which order line a piece had left: the first that still has some of the lot gets it back. */
    @Test
    void a_return_is_of_the_order_lines_of_its_shipment_one_after_the_other() {
        books.bookAll(
                received("N1", "P1", goods(cheap, "10 KGM")),
                shippedForLines("S1", "SO1", goods(cheap, "2 KGM"), goods(cheap, "3 KGM")));

        assertEquals(List.of("1 EUR -1.00"), goodsSold(books.book(returned("R1", "S1", goods(cheap, "1 KGM")))));
        assertEquals(
                List.of("1 EUR -1.00", "2 EUR -3.00", "- EUR -1.00"),
                goodsSold(books.book(returned("R2", "S1", goods(cheap, "5 KGM")))));
        assertEquals(List.of("- EUR -1.00"), goodsSold(books.book(returned("R3", "S1", goods(cheap, "1 KGM")))));
    }

    private static List<String> goodsSold(Optional<JournalEntry> entry) {
        return entry.orElseThrow().lines().stream()
                .filter(line -> line.account() == Account.COST_OF_GOODS_SOLD)
                .map(line -> line.orderLine()
                                .map(sold -> String.valueOf(sold.line()))
                                .orElse("-") + " " + line.amount())
                .toList();
    }

    @Test
    void what_comes_back_beyond_what_left_comes_back_at_the_cost_of_its_lot() {
        books.bookAll(
                received("N1", "P1", goods(cheap, "2 KGM")),
                shipped("S1", "SO1", goods(cheap, "1 KGM")),
                returned("R1", "S1", goods(cheap, "1.5 KGM")));

        assertEquals(euros("-0.50"), books.balance(Account.COST_OF_GOODS_SOLD));
        assertEquals(euros("0.00"), books.balance(Account.INVENTORY_ADJUSTMENT));
        assertEquals(euros("2.50"), books.valueOf(cheap));
    }

    @Test
    void a_return_takes_the_cost_of_its_own_shipment() {
        books.bookAll(
                received("N1", "P1", goods(cheap, "2 KGM")),
                shipped("S1", "SO1", goods(cheap, "1 KGM")),
                received("N2", "P10", goods(cheap, "1 KGM")),
                shipped("S2", "SO2", goods(cheap, "1 KGM")),
                returned("R1", "S2", goods(cheap, "1 KGM")));

        assertEquals(euros("1.00"), books.balance(Account.COST_OF_GOODS_SOLD));
        assertEquals(euros("11.00"), books.valueOf(cheap));
    }

    @Test
    void what_came_back_beyond_its_shipment_or_without_one_is_worth_the_unit_cost_of_its_lot() {
        books.bookAll(
                received("N1", "P1", goods(cheap, "2 KGM")),
                shipped("S1", "SO1", goods(cheap, "1 KGM")),
                received("N2", "P3", goods(cheap, "1 KGM")),
                returned("R1", "S1", goods(cheap, "2 KGM")));

        // 4.00 for 2 on stock, 1.00 of the shipment, then 1 at 5.00 for 3
        assertEquals(euros("6.67"), books.valueOf(cheap));

        books.book(anEvent("R2", EventType.RETURN)
                .of(DocumentType.RETURN_ORDER, "R2")
                .moving(cheap, "1 KGM", Place.party(MARKET), STOCK)
                .build());

        assertEquals(euros("8.33"), books.valueOf(cheap)); // 5 at 5.00 for 3
    }

    /** It came back at 20.00, the average of all that was ever received. */
    @Test
    void a_lot_that_was_counted_to_nought_and_is_found_again_is_worth_what_was_written_off() {
        books.bookAll(
                received("N1", "P1", goods(cheap, "10 KGM")),
                shipped("S1", "SO1", goods(cheap, "10 KGM")),
                received("N2", "P3", goods(cheap, "10 KGM")),
                missed("K1", cheap, "10 KGM"));
        assertEquals(euros("30.00"), books.balance(Account.INVENTORY_ADJUSTMENT));

        books.book(found("K2", cheap, "10 KGM"));

        assertEquals(euros("30.00"), books.valueOf(cheap));
        assertEquals(euros("0.00"), books.balance(Account.INVENTORY_ADJUSTMENT));
    }

    @Test
    void what_went_back_to_the_supplier_is_owed_no_longer() {
        books.bookAll(received("N1", "P1", goods(cheap, "100 KGM")));

        books.book(anEvent("V1", EventType.SUPPLIER_RETURN)
                .of(DocumentType.RETURN_ORDER, "V1")
                .moving(cheap, "90 KGM", STOCK, Place.party(MILL))
                .build());

        assertEquals(euros("10.00"), books.valueOf(cheap));
        assertEquals(euros("-10.00"), books.balance(Account.GOODS_RECEIVED_NOT_INVOICED));
        assertEquals(euros("0.00"), books.balance(Account.INVENTORY_ADJUSTMENT));
    }

    @Test
    void a_count_books_differences_at_the_unit_cost_of_the_lot() {
        books.bookAll(
                received("N1", "P3", goods(dear, "10 KGM")),
                missed("K1", dear, "1 KGM"),
                consumed("C1", "MO1", goods(dear, "5 KGM")),
                found("K2", dear, "2 KGM"));

        assertEquals(euros("-3.00"), books.balance(Account.INVENTORY_ADJUSTMENT));
        assertEquals(euros("33.00"), books.valueOf(dear));
    }

    @Test
    void what_is_found_of_a_used_up_lot_is_worth_what_the_lot_has_cost() {
        books.bookAll(
                received("N1", "P3", goods(dear, "10 KGM")),
                shipped("S1", "SO1", goods(dear, "10 KGM")),
                found("K1", dear, "1 KGM"));

        assertEquals(euros("3.00"), books.valueOf(dear));
    }

    @Test
    void what_is_found_of_a_lot_that_never_had_a_cost_is_booked_at_zero() {
        books.book(found("K1", dear, "1 KGM"));

        assertEquals(euros("0.00"), books.valueOf(dear));
        assertEquals(quantity("1 KGM"), books.costOf(dear).orElseThrow().quantity());
    }

    @Test
    void goods_counted_at_another_location_change_no_value() {
        books.bookAll(
                received("N1", "P1", goods(cheap, "5 KGM")),
                shipped("S1", "SO1", goods(cheap, "5 KGM")),
                received("N2", "P3", goods(cheap, "5 KGM")));

        Place difference = Place.countDifference(BERLIN);
        books.book(anEvent("K1", EventType.COUNT)
                .of(COUNT_SHEET, "K1")
                .moving(cheap, "5 KGM", STOCK, difference)
                .moving(cheap, "5 KGM", difference, Bakery.in(GATE))
                .build());

        assertEquals(euros("15.00"), books.valueOf(cheap));
        assertEquals(euros("0.00"), books.balance(Account.INVENTORY_ADJUSTMENT));
    }

    @Test
    void opening_stock_is_worth_what_its_record_says() {
        books.book(anEvent("O1", EventType.OPENING)
                .of(COUNT_SHEET, "O1")
                .with(new EventLine(
                                dear,
                                Position.at(Place.opening(BERLIN)),
                                Position.at(STOCK),
                                quantity("40 KGM"),
                                quantity("40 KGM"),
                                Optional.empty())
                        .at(new LinePrice(
                                dear.item(),
                                new UnitPrice(new BigDecimal("12.50"), "EUR", new UnitOfMeasure("BG")),
                                new BigDecimal("25"),
                                Optional.empty())))
                .build());

        assertEquals(euros("20.00"), books.valueOf(dear));
        assertEquals(euros("-20.00"), books.balance(Account.OPENING_BALANCE));
    }

    @Test
    void a_disposal_is_written_off() {
        books.bookAll(received("N1", "P3", goods(dear, "10 KGM")), disposed("X1", dear, "4 KGM"));

        assertEquals(euros("12.00"), books.balance(Account.WRITE_OFF));
        assertEquals(euros("18.00"), books.valueOf(dear));
    }

    @Test
    void goods_on_the_road_between_own_sites_are_worth_what_they_were_until_they_are_lost() {
        Place road = Place.inTransit(Bakery.POTSDAM);
        books.book(received("N1", "P3", goods(dear, "10 KGM")));

        assertTrue(books.book(transferred("T1", STOCK, road, "4 KGM")).isEmpty());
        assertTrue(books.book(transferred("T2", road, Place.location(Bakery.POTSDAM, Bakery.SHELF), "1 KGM"))
                .isEmpty());
        assertEquals(euros("30.00"), books.balance(Account.INVENTORY));

        books.bookAll(
                anEvent("C1", EventType.COUNT)
                        .of(COUNT_SHEET, "C1")
                        .moving(dear, "1 KGM", road, Place.countDifference(Bakery.POTSDAM))
                        .build(),
                anEvent("D1", EventType.DISPOSE)
                        .of(DISPOSAL_ORDER, "D1")
                        .moving(dear, "2 KGM", road, Place.disposal(Bakery.POTSDAM))
                        .build());
        assertEquals(euros("3.00"), books.balance(Account.INVENTORY_ADJUSTMENT));
        assertEquals(euros("6.00"), books.balance(Account.WRITE_OFF));
        assertEquals(euros("21.00"), books.valueOf(dear));
    }

    private TraceEvent transferred(String id, Place from, Place to, String quantity) {
        return anEvent(id, EventType.TRANSFER)
                .of(TRANSFER_ORDER, id)
                .moving(dear, quantity, from, to)
                .build();
    }

    @ParameterizedTest
    @EnumSource(names = {"PUT_AWAY", "TRANSFER", "PICK", "PACK"})
    void goods_that_move_within_the_company_are_not_posted(EventType type) {
        books.book(received("N1", "P3", goods(dear, "10 KGM")));

        Optional<JournalEntry> entry = books.book(anEvent("T1", type)
                .of(TRANSFER_ORDER, "T1")
                .moving(dear, "4 KGM", STOCK, Bakery.in(GATE))
                .build());

        assertTrue(entry.isEmpty());
    }

    @ParameterizedTest
    @EnumSource(names = {"HOLD", "RELEASE"})
    void dispositions_are_not_posted(EventType type) {
        var event =
                anEvent("Q1", type).setting(dear, Disposition.ON_HOLD, "smell").build();

        assertTrue(books.book(event).isEmpty());
    }

    @Test
    void an_ingredient_is_opened_down_to_its_receipt() {
        books.bookAll(
                received("N1", "P1", goods(cheap, "9 KGM")),
                received("N2", "P10", goods(salt, "1 KGM")),
                consumed("C1", "MO1", goods(cheap, "3 KGM"), goods(salt, "0.5 KGM")),
                produced("M1", "MO1", goods(dough, "3 KGM"), goods(cheap, "3 KGM"), goods(salt, "0.5 KGM")),
                consumed("C2", "MO2", goods(dough, "3 KGM")),
                produced("M2", "MO2", goods(bread, "4 C62"), goods(dough, "3 KGM")),
                shipped("S1", "SO1", goods(bread, "4 C62")));

        var fromDough = books.sourcesOf(bread).get(0);
        assertEquals(Optional.of(dough), fromDough.ingredient());
        assertEquals(euros("8.00"), fromDough.value());
        assertEquals(
                List.of(Optional.of(cheap), Optional.of(salt)),
                fromDough.sources().stream().map(source -> source.ingredient()).toList());
        var flourReceipt = fromDough.sources().get(0).sources().get(0);
        assertEquals("SHIP_NOTICE N1", flourReceipt.document().toString());
        assertEquals(euros("9.00"), flourReceipt.value());
    }

    @Test
    void a_rework_loop_ends_and_its_sources_add_up() {
        books.bookAll(
                received("N1", "P3", goods(dear, "10 KGM")),
                consumed("C1", "MO1", goods(dear, "10 KGM")),
                produced("M1", "MO1", goods(dough, "10 KGM"), goods(dear, "10 KGM")),
                consumed("C2", "MO2", goods(dough, "4 KGM")),
                produced("M2", "MO2", goods(bread, "8 C62"), goods(dough, "4 KGM")),
                consumed("C3", "MO3", goods(bread, "2 C62")),
                produced("M3", "MO3", goods(dough, "1 KGM"), goods(bread, "2 C62")));

        var sources = books.sourcesOf(dough);
        assertEquals(
                List.of(euros("30.00"), euros("3.00")),
                sources.stream().map(s -> s.value()).toList());
        assertEquals(Optional.of(dough), sources.get(1).sources().get(0).ingredient());
        assertTrue(sources.get(1).sources().get(0).sources().isEmpty());
        assertEquals(euros("21.00"), books.valueOf(dough));
    }

    @Test
    void a_lot_without_a_cost_has_no_sources() {
        assertEquals(List.of(), books.sourcesOf(dear));
    }

    private static Money euros(String amount) {
        return Money.parse("EUR " + amount);
    }
}
