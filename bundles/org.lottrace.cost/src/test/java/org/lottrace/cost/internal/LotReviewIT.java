package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.cost.internal.Captured.disposed;
import static org.lottrace.cost.internal.Captured.on;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Captured.returned;
import static org.lottrace.cost.internal.Captured.reversed;
import static org.lottrace.cost.internal.Captured.shipped;
import static org.lottrace.cost.internal.Goods.goods;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.InventoryAges;
import org.lottrace.api.cost.LotFinding;
import org.lottrace.api.cost.LotMargin;
import org.lottrace.api.cost.ReviewedLot;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;

/** What an accountant looks at of the lots on stock. */
class LotReviewIT {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    private static final Lot OLD = aLot("OLD").expiring("2026-03-30").build();
    private static final Lot SOON = aLot("SOON").expiring("2026-04-30").build();
    private static final Lot DEAR = aLot("DEAR").expiring("2026-05-01").build();
    private static final Lot FREE = aLot("FREE").build();

    private final BakeryBooks books = new BakeryBooks()
            .ordered("P1", FLOUR, "100 KGM", "2.00")
            .ordered("P2", FLOUR, "100 KGM", "9.00")
            .ordered("P3", FLOUR, "100 KGM", "0")
            .registered(OLD)
            .registered(SOON)
            .registered(DEAR)
            .registered(FREE)
            .recorded(
                    on("2025-06-01", received("N1", "P1", goods(OLD.key(), "100 KGM"))),
                    on("2026-01-15", received("N2", "P1", goods(SOON.key(), "100 KGM"))),
                    on("2026-03-01", received("N3", "P2", goods(DEAR.key(), "10 KGM"))),
                    on("2026-03-31", received("N4", "P3", goods(FREE.key(), "1 KGM"))),
                    on("2026-04-01", disposed("D1", OLD.key(), "100 KGM")));

    @Test
    void each_lot_has_its_age_its_usual_value_and_what_is_unusual() {
        List<ReviewedLot> lots = review(Optional.empty(), 30);

        assertEquals(
                List.of(
                        "OLD 200.00 2025-06-01 [EXPIRED]",
                        "SOON 200.00 2026-01-15 [EXPIRES_SOON]",
                        "DEAR 90.00 2026-03-01 [COST_UNUSUAL]",
                        "FREE 0.00 2026-03-31 [COST_MISSING]"),
                lots.stream()
                        .map(lot -> lot.lot().number() + " "
                                + lot.onStock().value().getAmount() + " " + lot.since() + " " + lot.findings())
                        .toList());
        assertEquals("EUR 19.90", lots.get(2).usual().orElseThrow().toString()); // 400.00 for 201
    }

    @Test
    void only_what_is_asked_for_is_listed_a_page_at_a_time() {
        assertEquals(
                List.of("DEAR"),
                review(Optional.of(LotFinding.COST_UNUSUAL), 30).stream()
                        .map(lot -> lot.lot().number().value())
                        .toList());
        assertEquals(
                List.of("SOON", "DEAR"),
                books.review().review(DAY, 30, Optional.empty(), Optional.of(OLD.key()), 2).stream()
                        .map(lot -> lot.lot().number().value())
                        .toList());
    }

    @Test
    void ages_add_up_to_what_is_on_stock_and_the_provision_is_what_expires_within_the_days() {
        InventoryAges ages = books.review().ages(DAY, 31);

        assertEquals("EUR 90.00", ages.upTo30().toString());
        assertEquals("EUR 200.00", ages.upTo90().toString());
        assertEquals("EUR 0.00", ages.upTo180().toString());
        assertEquals("EUR 200.00", ages.older().toString());
        assertEquals("EUR 490.00", ages.total().toString());
        assertEquals("EUR 490.00", ages.provision().toString());
        assertEquals(
                "EUR 290.00", books.review().ages(DAY.plusDays(1), 30).total().toString());
    }

    @Test
    void a_lot_has_its_margin_at_the_prices_of_its_shipments_and_what_came_back_left_none() {
        LinePrice one = LinePrice.of(
                Bakery.item(FLOUR), new UnitPrice(new BigDecimal("2.50"), "EUR", new UnitOfMeasure("KGM")));
        books.recorded(
                priced(on("2026-03-10", shipped("S1", "SO1", goods(SOON.key(), "10 KGM"))), one),
                priced(on("2026-03-11", shipped("S2", "SO2", goods(DEAR.key(), "2 KGM"))), one),
                on("2026-03-12", shipped("S3", "SO3", goods(DEAR.key(), "1 KGM"))),
                on("2026-03-13", returned("R1", "S1", goods(SOON.key(), "4 KGM"))),
                on("2026-04-13", returned("R2", "S1", goods(SOON.key(), "1 KGM"))),
                priced(on("2026-03-14", shipped("S4", "SO4", goods(FREE.key(), "1 KGM"))), one),
                on("2026-03-15", reversed("X1", shipped("S4", "SO4", goods(FREE.key(), "1 KGM")))));

        assertEquals(
                List.of(
                        "SOON 6 KGM of it 0 KGM without a price, 15.00 - 12.00 = 3.00",
                        "DEAR 3 KGM of it 1 KGM without a price, 5.00 - 27.00 = -22.00",
                        "FREE 0 KGM of it 0 KGM without a price, 0.00 - 0.00 = 0.00"),
                margins(Optional.empty(), 10));
        assertEquals(2, margins(Optional.of(SOON.key()), 10).size());
        assertEquals(1, margins(Optional.empty(), 1).size());
        assertEquals(
                List.of(),
                books.review().margins(DAY.minusDays(30), DAY, true, Optional.empty(), 10)); // DEAR is not all priced
    }

    @Test
    void what_was_sold_for_less_than_it_cost_is_a_loss() {
        LinePrice cheap = LinePrice.of(
                Bakery.item(FLOUR), new UnitPrice(new BigDecimal("1.99"), "EUR", new UnitOfMeasure("KGM")));
        books.recorded(priced(on("2026-03-10", shipped("S1", "SO1", goods(SOON.key(), "10 KGM"))), cheap));

        assertEquals(
                List.of("EUR -0.10"),
                books.review().margins(DAY.minusDays(30), DAY, true, Optional.empty(), 10).stream()
                        .map(margin -> margin.margin().toString())
                        .toList());
        assertEquals(List.of(), books.review().margins(DAY, DAY.plusDays(1), false, Optional.empty(), 10));
    }

    /** More than two of the pages in which lots are looked at. */
    @Test
    void margins_of_many_lots_come_page_by_page_in_the_order_in_which_lots_were_registered() {
        List<String> numbers =
                IntStream.range(0, 101).mapToObj(number -> "M" + (500 - number)).toList();
        numbers.forEach(number -> books.recorded(
                on("2026-03-02", received("N" + number, "P1", goods(aLot(number).key(), "2 KGM"))),
                on("2026-03-10", shipped("S" + number, "SO1", goods(aLot(number).key(), "1 KGM")))));

        List<LotMargin> all = new ArrayList<>();
        List<LotMargin> page = books.review().margins(DAY.minusDays(30), DAY, false, Optional.empty(), 40);
        while (!page.isEmpty()) {
            all.addAll(page);
            Optional<LotKey> last = Optional.of(page.get(page.size() - 1).lot());
            page = books.review().margins(DAY.minusDays(30), DAY, false, last, 40);
        }

        assertEquals(
                numbers,
                all.stream().map(margin -> margin.lot().number().value()).toList());
        assertEquals("EUR 2.00", all.get(100).cost().toString());
    }

    private List<String> margins(Optional<LotKey> after, int limit) {
        return books.review().margins(DAY.minusDays(30), DAY, false, after, limit).stream()
                .map(margin -> margin.lot().number() + " " + margin.sold() + " of it " + margin.unpriced()
                        + " without a price, " + margin.revenue().getAmount() + " - "
                        + margin.cost().getAmount() + " = " + margin.margin().getAmount())
                .toList();
    }

    private static TraceEvent priced(TraceEvent shipped, LinePrice price) {
        EventContext said = shipped.context();
        EventContext context = new EventContext(
                said.id(),
                said.effective(),
                said.offset(),
                said.accountingDate(),
                said.actor(),
                said.onBehalfOf(),
                said.device(),
                Optional.of(Bakery.COMPANY),
                said.site(),
                said.source(),
                said.basis(),
                said.line(),
                said.shift());
        return new TraceEvent(
                context,
                shipped.type(),
                shipped.documents(),
                shipped.corrects(),
                shipped.lines().stream().map(line -> line.at(price)).toList(),
                shipped.edges(),
                shipped.dispositionChanges());
    }

    @Test
    void days_without_end_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> books.review().ages(DAY, -1));
        assertThrows(IllegalArgumentException.class, () -> review(Optional.empty(), 3_661));
    }

    private List<ReviewedLot> review(Optional<LotFinding> only, int days) {
        return books.review().review(DAY, days, only, Optional.empty(), 100);
    }
}
