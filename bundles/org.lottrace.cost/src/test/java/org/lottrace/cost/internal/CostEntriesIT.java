package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.Outcomes.refusals;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Documents.orderLine;
import static org.lottrace.cost.internal.Goods.goods;

import java.math.BigDecimal;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.AbsorbedCost;
import org.lottrace.api.cost.AllocationKey;
import org.lottrace.api.cost.CostElement;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LandedCost;
import org.lottrace.api.cost.Revaluation;
import org.lottrace.api.cost.SupplierInvoice;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;

/** Costs as they are said, on the real stores. */
class CostEntriesIT {
    private static final LotKey LOT = aLot("L1").key();

    private final BakeryBooks books = new BakeryBooks()
            .ordered("P1", FLOUR, "100 KGM", "2.00")
            .recorded(received("N1", "P1", goods(LOT, "50 KGM")));

    @Test
    void a_repeated_invoice_is_recorded_once_and_another_one_under_its_id_is_refused() {
        RecordedEvent recorded = done(invoice("i1", "R-1", MILL, "2 BG", "110.00"));

        assertEquals(new Outcome.AlreadyDone<>(recorded), invoice("i1", "R-1", MILL, "2 BG", "110.00"));
        assertEquals(List.of("EVENT_ID_REUSED"), refusals(invoice("i1", "R-1", MILL, "2 BG", "111.00")));
        assertEquals(
                Money.parse("EUR 110.00"),
                books.costing().costOf(LOT).orElseThrow().value());
    }

    @Test
    void a_number_is_used_once_by_each_supplier() {
        done(invoice("i1", "R-1", MILL, "1 KGM", "2.00"));

        assertEquals(List.of("DOCUMENT_KNOWN"), refusals(invoice("i2", "R-1", MILL, "1 KGM", "2.00")));
        done(invoice("i3", "R-1", MARKET, "1 KGM", "2.00"));
    }

    @Test
    void every_problem_of_an_invoice_is_told_and_nothing_is_recorded() {
        Outcome<RecordedEvent> outcome = books.entries()
                .invoice(new SupplierInvoice(
                        aContext("i1").request(),
                        " ",
                        MILL,
                        List.of(
                                new SupplierInvoice.Line(orderLine("NONE"), quantity("1 KGM"), Money.parse("EUR 1.00")),
                                new SupplierInvoice.Line(orderLine("P1"), quantity("1 LTR"), Money.parse("USD 1.00")),
                                new SupplierInvoice.Line(
                                        orderLine("P1"), quantity("0 KGM"), Money.parse("EUR 0.00")))));

        assertEquals(
                List.of(
                        "NUMBER_MISSING",
                        "ORDER_LINE_UNKNOWN",
                        "CURRENCY_NOT_FUNCTIONAL",
                        "UNIT_UNKNOWN",
                        "AMOUNT_NOT_POSITIVE",
                        "AMOUNT_NOT_POSITIVE"),
                refusals(outcome));
        assertEquals(1, books.costing().progress().head());
    }

    @Test
    void every_problem_of_a_freight_bill_is_told() {
        LandedCost.Target unknown = new LandedCost.Target(aLot("X").of(BREAD).key(), BigDecimal.ZERO);
        LandedCost.Target known = new LandedCost.Target(LOT, BigDecimal.ONE);

        assertEquals(
                List.of("ELEMENT_WRONG", "LOT_WITHOUT_COST", "MEASURE_WRONG", "LOT_TWICE"),
                refusals(books.entries()
                        .landed(new LandedCost(
                                aContext("f1").request(),
                                "F-1",
                                MARKET,
                                CostElement.OVERHEAD,
                                AllocationKey.WEIGHT,
                                Money.parse("EUR 1.00"),
                                List.of(known, unknown, known)))));
    }

    @Test
    void a_production_order_that_nobody_knows_absorbs_nothing() {
        assertEquals(
                List.of("ELEMENT_WRONG", "ORDER_UNKNOWN"),
                refusals(books.entries()
                        .absorb(new AbsorbedCost(
                                aContext("a1").request(), "A-1", "MO-X", CostElement.DUTY, Money.parse("EUR 1.00")))));
    }

    @Test
    void a_write_down_lowers_and_its_reversal_raises_by_what_was_written_down() {
        assertEquals(List.of("NEW_VALUE_WRONG"), refusals(revalue("v1", Revaluation.Kind.WRITE_DOWN, "2.00")));
        done(revalue("v2", Revaluation.Kind.WRITE_DOWN, "1.50"));
        assertEquals(List.of("NEW_VALUE_WRONG"), refusals(revalue("v3", Revaluation.Kind.WRITE_DOWN_REVERSAL, "2.01")));
        done(revalue("v4", Revaluation.Kind.WRITE_DOWN_REVERSAL, "1.75"));

        assertEquals(
                Money.parse("EUR 87.50"),
                books.costing().costOf(LOT).orElseThrow().value());
    }

    @Test
    void books_that_are_built_again_are_the_same() {
        done(invoice("i1", "R-1", MILL, "50 KGM", "107.00"));
        done(revalue("v1", Revaluation.Kind.WRITE_DOWN, "1.50"));
        List<JournalEntry> before = journal();

        books.forgetEverythingBooked();

        assertEquals(3, before.size());
        assertEquals(before, journal());
    }

    private List<JournalEntry> journal() {
        return books.costing().journal(Bakery.TODAY.minusDays(1), Bakery.TODAY.plusDays(1), 0, 100);
    }

    private Outcome<RecordedEvent> invoice(String id, String number, PartyId from, String quantity, String euros) {
        return books.entries()
                .invoice(new SupplierInvoice(
                        aContext(id).request(),
                        number,
                        from,
                        List.of(new SupplierInvoice.Line(
                                orderLine("P1"), quantity(quantity), Money.parse("EUR " + euros)))));
    }

    private Outcome<RecordedEvent> revalue(String id, Revaluation.Kind kind, String perUnit) {
        return books.entries()
                .revalue(new Revaluation(
                        aContext(id).request(),
                        "V-" + id,
                        LOT,
                        kind,
                        new UnitPrice(new BigDecimal(perUnit), "EUR", new UnitOfMeasure("KGM")),
                        "sold for less"));
    }
}
