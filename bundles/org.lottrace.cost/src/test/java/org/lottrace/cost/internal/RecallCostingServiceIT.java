package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.cost.internal.Captured.consumed;
import static org.lottrace.cost.internal.Captured.found;
import static org.lottrace.cost.internal.Captured.produced;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Captured.returned;
import static org.lottrace.cost.internal.Captured.shipped;
import static org.lottrace.cost.internal.Captured.shippedForLines;
import static org.lottrace.cost.internal.Goods.goods;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.cost.DraftEntry;
import org.lottrace.api.cost.DraftLine.Source;
import org.lottrace.api.cost.RecallCostDraft;
import org.lottrace.api.cost.RecallGoods;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;

/**
 * 100 kg of flour for 200.00; 50 kg became 50 breads, 100.00; 30 left for 60.00, 2 of them came back. Another bread, 10 for
 * 25.00, was bought and is not affected.
 */
class RecallCostingServiceIT {
    private final LotKey flour = aLot("L1").key();
    private final LotKey bread = aLot("F1").of(BREAD).madeAt(BERLIN).key();
    private final LotKey bought = aLot("F2").of(BREAD).key();
    private final DocumentReference s1 = new DocumentReference(DocumentType.SHIPMENT, "S1");
    private final BakeryBooks books = new BakeryBooks()
            .ordered("P1", FLOUR, "100 KGM", "2.00")
            .ordered("P2", BREAD, "10 C62", "2.50")
            .recorded(
                    received("N1", "P1", goods(flour, "100 KGM")),
                    received("N2", "P2", goods(bought, "10 C62")),
                    consumed("C1", "MO1", goods(flour, "50 KGM")),
                    produced("M1", "MO1", goods(bread, "50 C62"), goods(flour, "50 KGM")),
                    shipped("S1", "SO1", goods(bread, "30 C62")),
                    returned("R1", "S1", goods(bread, "2 C62")));

    @Test
    void drafts_what_the_journal_does_not_have_yet() {
        RecallCostDraft draft = books.recallCosting()
                .draft(new RecallGoods(
                        List.of(flour),
                        List.of(flour, bread),
                        List.of(new RecallGoods.Sold(s1, MARKET, bread, quantity("10 C62"), quantity("7 C62"))),
                        TODAY));

        // own stock: 50 kg for 100.00, 22 breads for 44.00; to come: 7 breads for 14.00
        assertEquals(
                List.of(
                        "WRITE_DOWN EUR 158.00",
                        "COGS_REVERSAL EUR 14.00",
                        "CREDIT_ACCRUAL EUR 20.00",
                        "SUPPLIER_CHARGE_BACK EUR 200.00"),
                draft.entries().stream()
                        .map(entry -> entry.purpose() + " " + entry.total())
                        .toList());
        assertEquals(
                Optional.of(flour.issuer()),
                draft.entries().get(3).lines().get(0).party());
    }

    /** Ten kilograms are in process as well; five that were found at a count were received from nobody. */
    @Test
    void each_line_says_account_lot_quantity_amount_and_party() {
        books.recorded(consumed("C2", "MO2", goods(flour, "10 KGM")), found("K1", flour, "5 KGM"));

        List<String> lines = books
                .recallCosting()
                .draft(new RecallGoods(
                        List.of(flour, bread),
                        List.of(flour, bread),
                        List.of(new RecallGoods.Sold(s1, MARKET, bread, quantity("10 C62"), quantity("7 C62"))),
                        TODAY))
                .entries()
                .stream()
                .flatMap(entry -> entry.lines().stream())
                .map(line -> line.account() + " " + line.lot().number() + " " + line.quantity() + " " + line.amount()
                        + line.party().map(party -> " " + party).orElse(""))
                .toList();

        assertEquals(
                List.of(
                        "INVENTORY_WRITE_DOWN F1 22 C62 EUR 44.00",
                        "INVENTORY F1 -22 C62 EUR -44.00",
                        "INVENTORY_WRITE_DOWN L1 45 KGM EUR 90.00",
                        "INVENTORY L1 -45 KGM EUR -90.00",
                        "INVENTORY_WRITE_DOWN L1 10 KGM EUR 20.00",
                        "WORK_IN_PROCESS L1 -10 KGM EUR -20.00",
                        "INVENTORY_WRITE_DOWN F1 7 C62 EUR 14.00 MARKET",
                        "GOODS_TO_COME_BACK F1 -7 C62 EUR -14.00 MARKET",
                        "GOODS_TO_COME_BACK F1 7 C62 EUR 14.00 MARKET",
                        "COST_OF_GOODS_SOLD F1 -7 C62 EUR -14.00 MARKET",
                        "CUSTOMER_CREDITS F1 10 C62 EUR 20.00 MARKET",
                        "CREDIT_ACCRUAL F1 -10 C62 EUR -20.00 MARKET",
                        "SUPPLIER_CLAIM L1 100 KGM EUR 200.00 MILL",
                        "RECALL_COMPENSATION L1 -100 KGM EUR -200.00 MILL"),
                lines);
    }

    @Test
    void customers_are_credited_at_the_price_of_the_order_line_of_their_shipment() {
        books.sold(aSalesOrder("SO1").ordering(BREAD, "30 C62", "40.00 CS").build());

        DraftEntry credits = credits(s1, bread, "10 C62");

        // 10 breads at 40.00 for 12, rounded once
        assertEquals(Money.parse("EUR 33.33"), credits.total());
        assertEquals(Optional.empty(), credits.total(Source.LOT_COST));
        assertEquals(Source.SALES_PRICE, credits.lines().get(0).source());
    }

    @ParameterizedTest
    @CsvSource({"USD, CS", "EUR, KGM"})
    void a_price_that_cannot_be_used_leaves_the_cost_and_says_so(String currency, String per) {
        books.sold(new SalesOrder(
                "SO1",
                MARKET,
                "4711",
                BERLIN,
                TODAY,
                List.of(new SalesOrder.Line(
                        1,
                        BREAD,
                        quantity("30 C62"),
                        Optional.of(new UnitPrice(BigDecimal.TEN, currency, new UnitOfMeasure(per)))))));

        DraftEntry credits = credits(s1, bread, "10 C62");

        assertEquals(Optional.of(Money.parse("EUR 20.00")), credits.total(Source.LOT_COST));
        assertTrue(credits.basis().contains("EUR 20.00 of it is at cost"), credits.basis());
    }

    /** 6 for a line with a price and 3 for a line without: 2 and 1 of 3 that are credited. */
    @Test
    void a_lot_that_left_for_several_order_lines_is_credited_in_their_shares() {
        DocumentReference s2 = new DocumentReference(DocumentType.SHIPMENT, "S2");
        books.sold(aSalesOrder("SO2")
                        .ordering(BREAD, "6 C62", "5.00 C62")
                        .ordering(BREAD, "3 C62")
                        .build())
                .recorded(shippedForLines("S2", "SO2", goods(bread, "6 C62"), goods(bread, "3 C62")));

        DraftEntry credits = credits(s2, bread, "3 C62");

        assertEquals(
                List.of("2 C62 EUR 10.00 SALES_PRICE", "1 C62 EUR 2.00 LOT_COST"),
                credits.lines().stream()
                        .filter(line -> line.amount().isPositive())
                        .map(line -> line.quantity() + " " + line.amount() + " " + line.source())
                        .toList());
    }

    private DraftEntry credits(DocumentReference shipment, LotKey lot, String quantity) {
        RecallGoods.Sold sold = new RecallGoods.Sold(shipment, MARKET, lot, quantity(quantity), quantity("0 C62"));
        return books
                .recallCosting()
                .draft(new RecallGoods(List.of(flour), List.of(flour, bread), List.of(sold), TODAY))
                .entries()
                .stream()
                .filter(entry -> entry.purpose() == DraftEntry.Purpose.CREDIT_ACCRUAL)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void says_what_a_recall_of_the_whole_product_would_have_taken_more() {
        RecallCostDraft draft = books.recallCosting()
                .draft(new RecallGoods(
                        List.of(flour),
                        List.of(flour, bread),
                        List.of(new RecallGoods.Sold(s1, MARKET, bread, quantity("0 C62"), quantity("0 C62"))),
                        TODAY));

        RecallCostDraft.OverRecall overRecall = draft.overRecall().orElseThrow();
        assertEquals(1, overRecall.affectedLots());
        assertEquals(2, overRecall.productLots());
        assertEquals(Money.parse("EUR 100.00"), overRecall.affectedValue());
        assertEquals(Money.parse("EUR 25.00"), overRecall.avoided());
    }

    /** Another bread, 10 for 10.00 of which 4 are sold, is good today; a third, sold with it, expired yesterday. */
    @Test
    void a_recall_of_the_product_would_take_what_is_good_on_that_day_and_what_was_sold_of_it() {
        LotKey good = aLot("F3").of(BREAD).key();
        LotKey expired = aLot("F4").of(BREAD).key();
        books.registered(aLot("F3").of(BREAD).expiring(TODAY.toString()).build())
                .registered(aLot("F4")
                        .of(BREAD)
                        .expiring(TODAY.minusDays(1).toString())
                        .build())
                .ordered("P3", BREAD, "30 C62", "1.00")
                .recorded(
                        received("N3", "P3", goods(good, "10 C62"), goods(expired, "20 C62")),
                        shipped("S3", "SO3", goods(good, "4 C62"), goods(expired, "1 C62")));

        RecallCostDraft.OverRecall overRecall = books.recallCosting()
                .draft(new RecallGoods(List.of(bought), List.of(bought), List.of(), TODAY))
                .overRecall()
                .orElseThrow();

        // without sales it is the product of the affected lot; 50 breads for 100.00 and 10 for 10.00 besides its 25.00
        assertEquals(1, overRecall.affectedLots());
        assertEquals(3, overRecall.productLots());
        assertEquals(Money.parse("EUR 25.00"), overRecall.affectedValue());
        assertEquals(Money.parse("EUR 110.00"), overRecall.avoided());
    }

    @Test
    void where_everything_of_the_product_is_affected_nothing_is_avoided() {
        RecallCostDraft.OverRecall overRecall = books.recallCosting()
                .draft(new RecallGoods(List.of(flour), List.of(flour), List.of(), TODAY))
                .overRecall()
                .orElseThrow();

        assertEquals(1, overRecall.productLots());
        assertEquals(Money.parse("EUR 0.00"), overRecall.avoided());
    }

    @Test
    void goods_that_never_had_a_cost_give_no_entry() {
        assertEquals(
                new RecallCostDraft(List.of(), Optional.empty()),
                books.recallCosting()
                        .draft(new RecallGoods(
                                List.of(aLot("X").key()), List.of(aLot("X").key()), List.of(), TODAY)));
    }
}
