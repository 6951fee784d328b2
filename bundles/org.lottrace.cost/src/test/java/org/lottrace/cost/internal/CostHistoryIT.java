package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.cost.internal.Captured.on;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Captured.returned;
import static org.lottrace.cost.internal.Captured.reversed;
import static org.lottrace.cost.internal.Captured.shipped;
import static org.lottrace.cost.internal.Goods.goods;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CogsFigure;
import org.lottrace.api.cost.CogsFigures;
import org.lottrace.api.cost.CogsGroup;
import org.lottrace.api.cost.CogsMonth;
import org.lottrace.api.cost.CogsQuestion;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.MethodComparison;
import org.lottrace.api.cost.UninvoicedAge;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.LotKey;

/** What the books said, and what they say now about the same day. */
class CostHistoryIT {
    private static final LocalDate FEBRUARY = LocalDate.parse("2026-02-28");
    private static final LotKey ONE = aLot("L1").key();
    private static final LotKey TWO = aLot("L2").key();
    private static final LotKey LATE = aLot("L3").key();

    private final BakeryBooks books = new BakeryBooks()
            .ordered("P1", FLOUR, "100 KGM", "2.00")
            .ordered("P2", FLOUR, "100 KGM", "3.00")
            .recorded(
                    on("2026-02-10", received("N1", "P1", goods(ONE, "10 KGM"))),
                    on("2026-02-20", received("N2", "P2", goods(TWO, "10 KGM"))),
                    on("2026-02-25", shipped("S1", "SO1", goods(ONE, "4 KGM"))));

    @Test
    void a_report_of_last_month_comes_out_the_same_after_back_dated_entries_and_the_bridge_leads_to_todays_figure() {
        long known = books.history().knowledge(Optional.empty());
        List<LotCost> filed = books.history().inventory(FEBRUARY, known, Optional.empty(), 100);

        books.recorded(
                on("2026-02-27", received("N3", "P2", goods(LATE, "5 KGM"))),
                on("2026-03-02", shipped("S2", "SO2", goods(ONE, "6 KGM"))),
                on("2026-02-26", shipped("S3", "SO3", goods(TWO, "10 KGM"))));

        assertEquals(
                filed.toString(),
                books.history()
                        .inventory(FEBRUARY, known, Optional.empty(), 100)
                        .toString());
        long today = books.history().knowledge(Optional.empty());
        List<LotCost> now = books.history().inventory(FEBRUARY, today, Optional.empty(), 100);
        assertEquals(List.of(ONE, LATE), now.stream().map(LotCost::lot).toList());
        List<JournalEntry> bridge = books.history().bridge(FEBRUARY, known, 0, 100);
        assertEquals(
                List.of("N3", "S3"),
                bridge.stream().map(entry -> entry.event().value()).toList());
        assertEquals(value(now), value(filed).plus(inventory(bridge)));
    }

    /** odoo/odoo#262008: a lot that is used up since was worth nothing at any day before. */
    @Test
    void a_lot_that_is_used_up_since_was_there_on_its_days() {
        books.recorded(on("2026-03-02", shipped("S2", "SO2", goods(ONE, "6 KGM"))));
        long today = books.history().knowledge(Optional.empty());

        assertEquals(Money.parse("EUR 12.00"), value(books.history().inventory(FEBRUARY, today, Optional.empty(), 1)));
        assertEquals(
                List.of(TWO),
                books.history().inventory(Bakery.TODAY, today, Optional.empty(), 100).stream()
                        .map(LotCost::lot)
                        .toList());
    }

    @Test
    void every_page_size_gives_the_same_lots() {
        long today = books.history().knowledge(Optional.empty());
        List<LotCost> whole = books.history().inventory(FEBRUARY, today, Optional.empty(), 100);
        List<LotCost> read = new ArrayList<>();
        List<LotCost> page = books.history().inventory(FEBRUARY, today, Optional.empty(), 1);
        while (!page.isEmpty()) {
            read.addAll(page);
            page = books.history()
                    .inventory(FEBRUARY, today, Optional.of(page.get(0).lot()), 1);
        }

        assertEquals(2, whole.size());
        assertEquals(whole, read);
    }

    @Test
    void what_was_known_at_a_moment_is_known_by_the_time_at_which_it_was_recorded() {
        assertEquals(3, books.history().knowledge(Optional.of(Bakery.NOW)));
        assertEquals(0, books.history().knowledge(Optional.of(Bakery.NOW.minusSeconds(1))));
    }

    @Test
    void what_is_not_invoiced_is_aged_by_supplier_and_is_what_the_account_has() {
        LocalDate day = LocalDate.parse("2026-04-30");
        books.recorded(on("2026-03-25", received("N4", "P2", goods(LATE, "1 KGM"))));

        assertEquals(
                List.of("P1 EUR 20.00 79", "P2 EUR 33.00 69"),
                books.history().uninvoiced(day, 0, 10).stream()
                        .map(receipt ->
                                receipt.orderLine().orElseThrow().order().number() + " " + receipt.amount() + " "
                                        + receipt.age())
                        .toList());
        assertEquals(
                List.of("P2"),
                books.history().uninvoiced(day, 1, 10).stream()
                        .map(receipt ->
                                receipt.orderLine().orElseThrow().order().number())
                        .toList());
        UninvoicedAge age = books.history().uninvoicedBySupplier(day, 0, 10).get(0);
        assertEquals(Optional.of(Bakery.MILL), age.supplier());
        assertEquals(Money.parse("EUR 53.00"), age.upTo90());
        assertEquals(Money.parse("EUR 53.00"), age.total());
        assertEquals(List.of(), books.history().uninvoicedBySupplier(day, 1, 10));
        assertEquals(List.of(), books.history().uninvoicedBySupplier(LocalDate.parse("2026-02-01"), 0, 10));
    }

    @Test
    void the_cost_of_goods_sold_of_each_month_is_what_the_account_has_and_a_month_without_sales_is_there_too() {
        books.recorded(
                on("2026-02-27", returned("R1", "S1", goods(ONE, "1 KGM"))),
                on("2026-03-01", shipped("S3", "SO1", goods(ONE, "1 KGM"))));

        List<CogsMonth> months = books.history().cogsByMonth(LocalDate.parse("2026-03-15"), 3);

        assertEquals(
                List.of("2026-01-01 EUR 0.00", "2026-02-01 EUR 6.00", "2026-03-01 EUR 2.00"),
                months.stream().map(month -> month.first() + " " + month.net()).toList());
        assertEquals(months.subList(2, 3), books.history().cogsByMonth(LocalDate.parse("2026-03-31"), 1));
        for (int wrong : List.of(0, CostHistory.MOST_MONTHS + 1)) {
            assertThrows(IllegalArgumentException.class, () -> books.history().cogsByMonth(FEBRUARY, wrong));
        }
    }

    @Test
    void the_cost_of_goods_sold_is_added_up_by_customer_item_shipment_order_line_and_lot_and_ties_to_the_account() {
        books.recorded(
                on("2026-02-26", shipped("S2", "SO2", goods(TWO, "5 KGM"))),
                on("2026-02-27", returned("R1", "S1", goods(ONE, "1 KGM"))),
                on("2026-02-27", reversed("X1", on("2026-02-26", shipped("S2", "SO2", goods(TWO, "5 KGM"))))),
                on("2026-03-01", shipped("S3", "SO1", goods(ONE, "1 KGM"))));
        LocalDate first = FEBRUARY.withDayOfMonth(1);

        CogsFigures all = books.history().cogs(CogsQuestion.ofAll(first, FEBRUARY, CogsGroup.LOT), 0, 10);
        assertEquals("EUR 8.00 EUR -2.00 EUR 0.00", text(all.total()));
        assertEquals(all.account(), all.total().net());
        assertEquals(
                List.of("L1 EUR 8.00 EUR -2.00 EUR 0.00", "L2 EUR 0.00 EUR 0.00 EUR 0.00"),
                all.rows().stream()
                        .map(row -> row.lot().orElseThrow().number() + " " + text(row))
                        .toList());
        assertEquals(
                List.of("S1 EUR 8.00 EUR -2.00 EUR 0.00", "S2 EUR 0.00 EUR 0.00 EUR 0.00"),
                books.history().cogs(CogsQuestion.ofAll(first, FEBRUARY, CogsGroup.SHIPMENT), 0, 10).rows().stream()
                        .map(row -> row.shipment().orElseThrow() + " " + text(row))
                        .toList());
        assertEquals(
                List.of(Optional.of(Bakery.MARKET)),
                books.history().cogs(CogsQuestion.ofAll(first, FEBRUARY, CogsGroup.CUSTOMER), 0, 10).rows().stream()
                        .map(CogsFigure::customer)
                        .toList());
        assertEquals(
                List.of(Optional.of(FLOUR)),
                books.history().cogs(CogsQuestion.ofAll(first, FEBRUARY, CogsGroup.ITEM), 0, 10).rows().stream()
                        .map(CogsFigure::item)
                        .toList());
        assertEquals(
                List.of("SO1 EUR 8.00 EUR -2.00 EUR 0.00", "SO2 EUR 0.00 EUR 0.00 EUR 0.00"),
                books.history().cogs(CogsQuestion.ofAll(first, FEBRUARY, CogsGroup.ORDER_LINE), 0, 10).rows().stream()
                        .map(row -> row.orderLine().orElseThrow().order().number() + " " + text(row))
                        .toList());
        CogsFigures part = books.history()
                .cogs(
                        new CogsQuestion(
                                first,
                                FEBRUARY,
                                CogsGroup.SHIPMENT,
                                Optional.of(Bakery.MARKET),
                                Optional.of(FLOUR),
                                Optional.of(new OrderLineReference(
                                        new DocumentReference(DocumentType.SALES_ORDER, "SO1"), 1))),
                        0,
                        10);
        assertEquals("EUR 8.00 EUR -2.00 EUR 0.00", text(part.total()));
        assertEquals(
                List.of(Optional.of("S1")),
                part.rows().stream().map(CogsFigure::shipment).toList());
        assertEquals(
                Money.parse("EUR 0.00"),
                books.history()
                        .cogs(CogsQuestion.ofAll(first.minusYears(1), first.minusDays(1), CogsGroup.ITEM), 0, 10)
                        .account());
    }

    private static String text(CogsFigure figure) {
        return figure.gross() + " " + figure.returned() + " " + figure.other();
    }

    @Test
    void the_methods_are_compared_by_what_the_days_brought_and_what_was_undone_is_not_in_it() {
        var undone = shipped("S2", "SO2", goods(TWO, "5 KGM"));
        books.recorded(
                on("2026-03-01", undone),
                on("2026-03-02", reversed("X1", undone)),
                on("2026-03-03", shipped("S3", "SO3", goods(TWO, "6 KGM"))),
                on("2026-03-04", returned("R1", "S3", goods(TWO, "1 KGM"))),
                on("2026-04-01", shipped("S4", "SO4", goods(TWO, "4 KGM"))));

        List<MethodComparison> march = books.history()
                .compareMethods(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31"), Optional.empty(), 10);

        assertEquals(List.of(FLOUR), march.stream().map(MethodComparison::item).toList());
        MethodComparison flour = march.get(0);
        assertEquals("EUR 42.00", flour.opening().value().toString());
        assertEquals("EUR 0.00", flour.in().value().toString());
        assertEquals("5 KGM", flour.sold().toString());
        assertEquals(
                List.of("EUR 15.00 EUR 27.00", "EUR 15.00 EUR 27.00", "EUR 10.00 EUR 32.00", "EUR 13.13 EUR 28.87"),
                Stream.of(flour.booked(), flour.lotActual(), flour.fifo(), flour.weightedAverage())
                        .map(figures -> figures.costOfGoodsSold() + " " + figures.closing())
                        .toList());
        assertEquals(
                List.of(),
                books.history()
                        .compareMethods(
                                LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31"), Optional.of(FLOUR), 10));
        assertThrows(IllegalArgumentException.class, () -> books.history()
                .compareMethods(LocalDate.parse("2025-03-01"), LocalDate.parse("2026-03-31"), Optional.empty(), 10));
    }

    private static Money value(List<LotCost> lots) {
        return lots.stream().map(LotCost::value).reduce(Money.parse("EUR 0.00"), Money::plus);
    }

    private static Money inventory(List<JournalEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.account() == Account.INVENTORY)
                .map(JournalLine::amount)
                .reduce(Money.parse("EUR 0.00"), Money::plus);
    }
}
