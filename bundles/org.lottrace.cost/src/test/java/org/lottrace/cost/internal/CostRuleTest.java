package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.DocumentType.PRODUCTION_ORDER;
import static org.lottrace.api.event.DocumentType.PURCHASE_ORDER;
import static org.lottrace.api.event.DocumentType.SHIP_NOTICE;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.cost.internal.Captured.STOCK;
import static org.lottrace.cost.internal.Captured.consumed;
import static org.lottrace.cost.internal.Captured.disposed;
import static org.lottrace.cost.internal.Captured.produced;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Captured.reversed;
import static org.lottrace.cost.internal.Captured.shipped;
import static org.lottrace.cost.internal.Documents.absorbed;
import static org.lottrace.cost.internal.Documents.creditNote;
import static org.lottrace.cost.internal.Documents.invoice;
import static org.lottrace.cost.internal.Documents.landed;
import static org.lottrace.cost.internal.Documents.orderLine;
import static org.lottrace.cost.internal.Documents.revalued;
import static org.lottrace.cost.internal.Documents.target;
import static org.lottrace.cost.internal.Goods.goods;
import static org.lottrace.cost.internal.LateCost.Policy.CASCADE;
import static org.lottrace.cost.internal.LateCost.Policy.VARIANCE;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.AllocationKey;
import org.lottrace.api.cost.CostSource;
import org.lottrace.api.cost.Revaluation;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;

/** What documents that come after the goods mean in the books. */
class CostRuleTest {
    private static final LotKey FLOUR = aLot("L1").key();
    private static final LotKey OTHER = aLot("L2").key();
    private static final LotKey LOAF =
            aLot("F1").of(BREAD).madeAt(Bakery.BERLIN).key();

    private final MemoryBooks books = new MemoryBooks().priced("P2", "2.00").priced("P3", "3.00");

    @AfterEach
    void value_is_neither_made_nor_lost() {
        assertEquals(
                euros("0.00"),
                Stream.of(Account.values())
                        .map(books::balance)
                        .reduce(Money::plus)
                        .orElseThrow());
        assertEquals(
                books.balance(Account.INVENTORY),
                books.lots().stream().map(cost -> cost.onStock().value()).reduce(euros("0.00"), Money::plus));
    }

    @ParameterizedTest
    @CsvSource({"VARIANCE, 2.80, 0.00, 50.00", "CASCADE, 0.00, 1.05, 51.75"})
    void a_dearer_invoice_raises_what_is_there_and_the_rest_goes_by_policy(
            LateCost.Policy policy, String variance, String moreSold, String loaves) {
        books.bookAll(
                received("N1", "P2", goods(FLOUR, "100 KGM")),
                consumed("C1", "MO1", goods(FLOUR, "40 KGM")),
                produced("M1", "MO1", goods(LOAF, "80 C62"), goods(FLOUR, "40 KGM")),
                shipped("S1", "SO1", goods(LOAF, "30 C62")));
        Money sold = books.balance(Account.COST_OF_GOODS_SOLD);

        books.book(invoice("I1", "P2", "100 KGM", "207.00", policy));

        assertEquals(euros("124.20"), books.valueOf(FLOUR));
        assertEquals(euros(variance), books.balance(Account.PURCHASE_PRICE_VARIANCE));
        assertEquals(sold.plus(euros(moreSold)), books.balance(Account.COST_OF_GOODS_SOLD));
        assertEquals(euros(loaves), books.valueOf(LOAF));
        assertEquals(euros("0.00"), books.balance(Account.GOODS_RECEIVED_NOT_INVOICED));
        assertEquals(euros("-207.00"), books.balance(Account.ACCOUNTS_PAYABLE));
    }

    @Test
    void a_late_cost_of_what_was_thrown_away_is_a_variance_even_when_it_follows_the_goods() {
        books.bookAll(
                received("N1", "P2", goods(FLOUR, "10 KGM")),
                shipped("S1", "SO1", goods(FLOUR, "4 KGM")),
                disposed("D1", FLOUR, "6 KGM"),
                invoice("I1", "P2", "10 KGM", "30.00", CASCADE));

        assertEquals(euros("12.00"), books.balance(Account.COST_OF_GOODS_SOLD)); // 8.00 and 4.00 of the 10.00
        assertEquals(euros("6.00"), books.balance(Account.PURCHASE_PRICE_VARIANCE));
        assertEquals(euros("0.00"), books.valueOf(FLOUR));
    }

    /** odoo/odoo#77895: lots that go around in rework. */
    @Test
    void a_late_cost_ends_in_a_rework_loop() {
        books.bookAll(
                received("N1", "P2", goods(FLOUR, "10 KGM")),
                consumed("C1", "MO1", goods(FLOUR, "10 KGM")),
                produced("M1", "MO1", goods(LOAF, "10 C62"), goods(FLOUR, "10 KGM")),
                consumed("C2", "MO2", goods(LOAF, "10 C62")),
                produced("M2", "MO2", goods(FLOUR, "5 KGM"), goods(LOAF, "10 C62")),
                consumed("C3", "MO3", goods(FLOUR, "5 KGM")),
                produced("M3", "MO3", goods(LOAF, "5 C62"), goods(FLOUR, "5 KGM")));

        books.book(invoice("I1", "P2", "10 KGM", "30.00", CASCADE));

        assertEquals(
                euros("30.00"), books.balance(Account.INVENTORY).plus(books.balance(Account.PURCHASE_PRICE_VARIANCE)));
    }

    @Test
    void what_is_invoiced_before_it_comes_stays_open_until_it_comes() {
        books.bookAll(received("N1", "P2", goods(FLOUR, "10 KGM")), invoice("I1", "P2", "15 KGM", "30.00", VARIANCE));
        assertEquals(euros("10.00"), books.balance(Account.GOODS_RECEIVED_NOT_INVOICED));

        books.book(received("N2", "P2", goods(OTHER, "5 KGM")));

        assertEquals(euros("0.00"), books.balance(Account.GOODS_RECEIVED_NOT_INVOICED));
        assertEquals(euros("0.00"), books.balance(Account.PURCHASE_PRICE_VARIANCE));
    }

    /** 10 kg are invoiced for 30.00 and then come for 20.00: the goods cost 30.00, and nothing stays open. */
    @Test
    void goods_that_were_invoiced_before_they_came_cost_what_was_invoiced() {
        books.bookAll(invoice("I1", "P2", "10 KGM", "30.00", VARIANCE));
        assertEquals(euros("30.00"), books.balance(Account.GOODS_RECEIVED_NOT_INVOICED));

        books.book(received("N1", "P2", goods(FLOUR, "10 KGM")));

        assertEquals(euros("30.00"), books.valueOf(FLOUR));
        assertEquals(euros("0.00"), books.balance(Account.GOODS_RECEIVED_NOT_INVOICED));
        assertEquals(euros("-30.00"), books.balance(Account.ACCOUNTS_PAYABLE));
    }

    /** Of 10 kg that come, 4 were invoiced for 12.00: 24.00, of which 12.00 are still to be invoiced. */
    @Test
    void of_what_was_invoiced_in_part_before_it_came_the_rest_stays_open_at_the_agreed_price() {
        books.bookAll(invoice("I1", "P2", "4 KGM", "12.00", VARIANCE), received("N1", "P2", goods(FLOUR, "10 KGM")));
        assertEquals(euros("24.00"), books.valueOf(FLOUR));
        assertEquals(euros("-12.00"), books.balance(Account.GOODS_RECEIVED_NOT_INVOICED));

        books.book(invoice("I2", "P2", "6 KGM", "15.00", VARIANCE));

        assertEquals(euros("27.00"), books.valueOf(FLOUR));
        assertEquals(euros("0.00"), books.balance(Account.GOODS_RECEIVED_NOT_INVOICED));
    }

    /** An invoice of 7 kg for 10.00 is taken by two receipts: 4.29 and 5.71. */
    @Test
    void receipts_share_an_invoice_that_came_before_them_to_the_cent() {
        books.bookAll(
                invoice("I1", "P2", "7 KGM", "10.00", VARIANCE),
                received("N1", "P2", goods(FLOUR, "3 KGM")),
                received("N2", "P2", goods(OTHER, "4 KGM")));

        assertEquals(euros("4.29"), books.valueOf(FLOUR));
        assertEquals(euros("5.71"), books.valueOf(OTHER));
        assertEquals(euros("0.00"), books.balance(Account.GOODS_RECEIVED_NOT_INVOICED));
    }

    @Test
    void an_invoice_is_open_again_when_the_receipt_that_took_it_is_reversed() {
        TraceEvent receipt = received("N1", "P2", goods(FLOUR, "10 KGM"));
        books.bookAll(invoice("I1", "P2", "10 KGM", "30.00", VARIANCE), receipt, reversed("R1", receipt));
        assertEquals(euros("30.00"), books.balance(Account.GOODS_RECEIVED_NOT_INVOICED));
        assertEquals(euros("0.00"), books.valueOf(FLOUR));

        books.book(received("N2", "P2", goods(OTHER, "10 KGM")));

        assertEquals(euros("30.00"), books.valueOf(OTHER));
        assertEquals(euros("0.00"), books.balance(Account.GOODS_RECEIVED_NOT_INVOICED));
    }

    /** A wrong invoice is taken back by a credit note, as it cannot be reversed; the right one then holds for the goods. */
    @Test
    void an_invoice_that_was_credited_before_the_goods_came_settles_none_of_them() {
        books.bookAll(invoice("I1", "P2", "10 KGM", "30.00", VARIANCE), creditNote("K1", "P2", "10 KGM", "30.00"));
        assertEquals(euros("0.00"), books.balance(Account.GOODS_RECEIVED_NOT_INVOICED));

        books.bookAll(invoice("I2", "P2", "10 KGM", "25.00", VARIANCE), received("N1", "P2", goods(FLOUR, "10 KGM")));

        assertEquals(euros("25.00"), books.valueOf(FLOUR));
        assertEquals(euros("0.00"), books.balance(Account.GOODS_RECEIVED_NOT_INVOICED));
        assertEquals(euros("-25.00"), books.balance(Account.ACCOUNTS_PAYABLE));
    }

    /** 10 kg are invoiced for 30.00, 4 come, and 6 never do: what came stays worth 12.00. */
    @Test
    void a_credit_note_for_what_never_came_leaves_the_cost_of_what_came() {
        books.bookAll(
                invoice("I1", "P2", "10 KGM", "30.00", VARIANCE),
                received("N1", "P2", goods(FLOUR, "4 KGM")),
                creditNote("K1", "P2", "6 KGM", "18.00"));

        assertEquals(euros("12.00"), books.valueOf(FLOUR));
        assertEquals(euros("0.00"), books.balance(Account.GOODS_RECEIVED_NOT_INVOICED));
        assertEquals(euros("-12.00"), books.balance(Account.ACCOUNTS_PAYABLE));

        books.bookAll(received("N2", "P2", goods(OTHER, "6 KGM")), invoice("I2", "P2", "6 KGM", "12.00", VARIANCE));
        assertEquals(euros("12.00"), books.valueOf(OTHER), "the next goods want an invoice of their own");
        assertEquals(euros("0.00"), books.balance(Account.GOODS_RECEIVED_NOT_INVOICED));
    }

    @Test
    void a_lower_price_that_is_credited_before_the_goods_came_is_theirs() {
        books.bookAll(
                invoice("I1", "P2", "10 KGM", "30.00", VARIANCE),
                creditNote("K1", "P2", "10 KGM", "5.00"),
                received("N1", "P2", goods(FLOUR, "10 KGM")));

        assertEquals(euros("25.00"), books.valueOf(FLOUR));
        assertEquals(euros("0.00"), books.balance(Account.GOODS_RECEIVED_NOT_INVOICED));
    }

    @Test
    void an_invoice_that_a_receipt_took_settles_no_other_goods() {
        books.bookAll(
                invoice("I1", "P2", "10 KGM", "30.00", VARIANCE),
                received("N1", "P2", goods(FLOUR, "10 KGM")),
                received("N2", "P2", goods(OTHER, "5 KGM")),
                invoice("I2", "P2", "5 KGM", "20.00", VARIANCE));

        assertEquals(euros("30.00"), books.valueOf(FLOUR));
        assertEquals(euros("20.00"), books.valueOf(OTHER));
        assertEquals(euros("0.00"), books.balance(Account.GOODS_RECEIVED_NOT_INVOICED));
    }

    /** Receipts and invoices of an order line as they come, some receipts reversed, until all that came is invoiced. */
    @Test
    void whichever_comes_first_nothing_stays_open_once_all_that_came_is_invoiced() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            MemoryBooks mixed = new MemoryBooks().priced("P2", "2.00");
            int open = 0; // received and not invoiced; negative for what was invoiced ahead
            for (int i = 0; i < 12; i++) {
                int quantity = 1 + random.nextInt(9);
                int kind = random.nextInt(5);
                TraceEvent receipt =
                        received("N" + i, "P2", goods(random.nextBoolean() ? FLOUR : OTHER, quantity + " KGM"));
                if (kind < 2) {
                    mixed.book(receipt);
                    open += quantity;
                } else if (kind == 2) {
                    mixed.bookAll(receipt, reversed("R" + i, receipt));
                } else {
                    mixed.book(invoice("I" + i, "P2", quantity + " KGM", quantity + "." + (10 + i), VARIANCE));
                    open -= quantity;
                }
            }
            if (open > 0) {
                mixed.book(invoice("IX", "P2", open + " KGM", open * 2 + ".07", VARIANCE));
            } else if (open < 0) {
                mixed.book(received("NX", "P2", goods(FLOUR, -open + " KGM")));
            }

            assertEquals(euros("0.00"), mixed.balance(Account.GOODS_RECEIVED_NOT_INVOICED), "seed " + seed);
            assertEquals(
                    mixed.balance(Account.ACCOUNTS_PAYABLE).negated(),
                    mixed.balance(Account.INVENTORY).plus(mixed.balance(Account.PURCHASE_PRICE_VARIANCE)),
                    "seed " + seed);
        }
    }

    @Test
    void part_invoices_settle_lots_in_the_order_in_which_they_came() {
        books.bookAll(
                received("N1", "P2", goods(FLOUR, "10 KGM")),
                received("N2", "P2", goods(OTHER, "10 KGM")),
                invoice("I1", "P2", "12 KGM", "36.00", VARIANCE),
                invoice("I2", "P2", "8 KGM", "24.00", VARIANCE));

        assertEquals(euros("30.00"), books.valueOf(FLOUR));
        assertEquals(euros("30.00"), books.valueOf(OTHER));
        assertEquals(euros("0.00"), books.balance(Account.GOODS_RECEIVED_NOT_INVOICED));
    }

    @Test
    void a_cheaper_invoice_never_makes_stock_worth_less_than_nothing() {
        books.bookAll(
                received("N1", "P2", goods(FLOUR, "10 KGM")),
                received("N2", "P3", goods(FLOUR, "10 KGM")),
                shipped("S1", "SO1", goods(FLOUR, "18 KGM")),
                invoice("I1", "P3", "10 KGM", "0.01", VARIANCE));

        assertEquals(euros("0.00"), books.valueOf(FLOUR)); // 5.00 for 2 cannot bear 6.00
        assertEquals(euros("-24.99"), books.balance(Account.PURCHASE_PRICE_VARIANCE));
    }

    @Test
    void a_credit_note_settles_what_went_back_and_its_difference_is_a_variance() {
        books.bookAll(
                received("N1", "P2", goods(FLOUR, "100 KGM")),
                invoice("I1", "P2", "100 KGM", "200.00", VARIANCE),
                anEvent("B1", EventType.SUPPLIER_RETURN)
                        .of(PURCHASE_ORDER, "P2")
                        .moving(FLOUR, "10 KGM", Position.at(STOCK), Position.at(Place.party(MILL)), orderLine("P2"))
                        .build(),
                creditNote("K1", "P2", "10 KGM", "21.00"));

        assertEquals(euros("-179.00"), books.balance(Account.ACCOUNTS_PAYABLE));
        assertEquals(euros("0.00"), books.balance(Account.GOODS_RECEIVED_NOT_INVOICED));
        assertEquals(euros("-1.00"), books.balance(Account.PURCHASE_PRICE_VARIANCE));
        assertEquals(euros("180.00"), books.valueOf(FLOUR));
    }

    @Test
    void a_credit_note_without_goods_makes_what_was_received_cheaper() {
        books.bookAll(
                received("N1", "P2", goods(FLOUR, "100 KGM")),
                shipped("S1", "SO1", goods(FLOUR, "25 KGM")),
                invoice("I1", "P2", "100 KGM", "200.00", VARIANCE),
                creditNote("K1", "P2", "0 KGM", "10.00"));

        assertEquals(euros("142.50"), books.valueOf(FLOUR));
        assertEquals(euros("-2.50"), books.balance(Account.PURCHASE_PRICE_VARIANCE));
    }

    @ParameterizedTest
    @CsvSource({
        "QUANTITY, 0, 0,  8.00, 2.00",
        "VALUE,    0, 0,  7.27, 2.73",
        "EQUAL,    0, 0,  5.00, 5.00",
        "WEIGHT,   1, 3,  2.50, 7.50",
        "VOLUME,   2, 1,  6.67, 3.33"
    })
    void freight_is_split_by_its_key(AllocationKey key, String measure, String other, String share, String rest) {
        books.bookAll(
                received("N1", "P2", goods(FLOUR, "40 KGM")),
                received("N2", "P3", goods(OTHER, "10 KGM")),
                landed("F1", "10.00", key, target(measure, FLOUR), target(other, OTHER)));

        assertEquals(euros("80.00").plus(euros(share)), books.valueOf(FLOUR));
        assertEquals(euros("30.00").plus(euros(rest)), books.valueOf(OTHER));
        assertEquals(euros("-10.00"), books.balance(Account.ACCOUNTS_PAYABLE));
    }

    @Test
    void the_next_output_takes_over_what_its_order_has_absorbed_since_the_one_before() {
        books.bookAll(
                received("N1", "P2", goods(FLOUR, "20 KGM")),
                consumed("C1", "MO1", goods(FLOUR, "20 KGM")),
                absorbed("A1", "MO1", "5.00"),
                produced("M1", "MO1", goods(LOAF, "10 C62"), goods(FLOUR, "10 KGM")));
        assertEquals(euros("25.00"), books.valueOf(LOAF));

        books.bookAll(
                absorbed("A2", "MO1", "3.00"), produced("M2", "MO1", goods(LOAF, "10 C62"), goods(FLOUR, "10 KGM")));

        assertEquals(euros("48.00"), books.valueOf(LOAF));
        assertEquals(euros("0.00"), books.balance(Account.CONVERSION_IN_PROCESS));
        assertEquals(euros("-8.00"), books.balance(Account.CONVERSION_ABSORBED));
    }

    @ParameterizedTest
    @CsvSource({"1.00, 5.00, 35.00", "0.00, 0.00, 40.00", "9.00, 40.00, 0.00"})
    void a_by_product_takes_its_net_realisable_value_and_the_main_output_the_rest(
            String perUnit, String byProduct, String main) {
        LotKey bran = aLot("B1").madeAt(Bakery.BERLIN).key();
        books.bookAll(received("N1", "P2", goods(FLOUR, "20 KGM")), consumed("C1", "MO1", goods(FLOUR, "20 KGM")));
        EventBuilder event = anEvent("M1", EventType.PRODUCE).of(PRODUCTION_ORDER, "MO1");
        Captured.used(event, "MO1", goods(FLOUR, "20 KGM"));
        event.making(LOAF, FLOUR, "15 KGM").making(bran, FLOUR, "5 KGM");
        Captured.made(event, goods(LOAF, "30 C62"));
        event.with(new EventLine(
                        bran,
                        Position.at(Place.transformation(Bakery.BERLIN)),
                        Position.at(STOCK),
                        quantity("5 KGM"),
                        quantity("5 KGM"),
                        Optional.empty())
                .at(new LinePrice(
                        bran.item(),
                        new UnitPrice(new BigDecimal(perUnit), "EUR", new UnitOfMeasure("KGM")),
                        BigDecimal.ONE,
                        Optional.empty())));

        books.book(event.build());

        assertEquals(euros(byProduct), books.valueOf(bran));
        assertEquals(euros(main), books.valueOf(LOAF));
        assertEquals(euros("0.00"), books.balance(Account.WORK_IN_PROCESS));
    }

    @Test
    void a_write_down_is_reversed_by_what_was_written_down_at_most() {
        books.bookAll(
                received("N1", "P2", goods(FLOUR, "10 KGM")),
                revalued("V1", FLOUR, Revaluation.Kind.WRITE_DOWN, "1.5"),
                revalued("V2", FLOUR, Revaluation.Kind.WRITE_DOWN, "1.9"));
        assertEquals(euros("15.00"), books.valueOf(FLOUR));

        books.book(revalued("V3", FLOUR, Revaluation.Kind.WRITE_DOWN_REVERSAL, "9"));

        assertEquals(euros("20.00"), books.valueOf(FLOUR));
        assertEquals(euros("0.00"), books.balance(Account.INVENTORY_WRITE_DOWN));
    }

    @Test
    void a_receipt_that_never_was_leaves_no_value_of_its_invoice_in_the_lot() {
        books.bookAll(
                received("N1", "P2", goods(FLOUR, "100 KGM")),
                invoice("I1", "P2", "100 KGM", "207.00", VARIANCE),
                anEvent("R1", EventType.REVERSE)
                        .of(SHIP_NOTICE, "N1")
                        .of(PURCHASE_ORDER, "P2")
                        .correcting("N1")
                        .build());

        assertEquals(euros("0.00"), books.valueOf(FLOUR));
        assertEquals(euros("7.00"), books.balance(Account.PURCHASE_PRICE_VARIANCE));
        assertEquals(euros("200.00"), books.balance(Account.GOODS_RECEIVED_NOT_INVOICED)); // the supplier owes it
        assertEquals(
                List.of(euros("7.00")),
                books.sourcesOf(FLOUR).stream()
                        .map(CostSource::value)
                        .filter(Money::isPositive)
                        .toList());
    }

    @Test
    void the_sources_of_a_lot_name_the_documents_that_changed_its_cost() {
        books.bookAll(
                received("N1", "P2", goods(FLOUR, "10 KGM")),
                invoice("I1", "P2", "10 KGM", "21.00", VARIANCE),
                landed("F1", "2.00", AllocationKey.EQUAL, target("0", FLOUR)));

        assertEquals(
                List.of(euros("20.00"), euros("1.00"), euros("2.00")),
                books.sourcesOf(FLOUR).stream().map(CostSource::value).toList());
    }

    private static Money euros(String amount) {
        return Money.parse("EUR " + amount);
    }
}
