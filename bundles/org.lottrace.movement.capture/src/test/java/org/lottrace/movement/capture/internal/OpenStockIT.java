package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.lines;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.movement.OpeningStock;
import org.lottrace.api.order.PriceCheck;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.company.WorkingBakery;

class OpenStockIT {
    private static final Lot OLD =
            aLot("OLD").of(FLOUR).from(MILL).expiring("2026-12-31").build();

    private final WorkingBakery bakery = new WorkingBakery();

    @Test
    void lots_are_registered_and_put_into_stock_at_what_they_are_worth() {
        TraceEvent event = recorded(open(
                "o1",
                line(OLD, SHELF, "4 BG", "12.50", "BG"),
                line(OLD, DOCK, Optional.of(pallet(1)), "30 KGM", "0.50", "KGM")));

        assertEquals(
                List.of(
                        "OLD: OPENING BER → BER/A-01 100 KGM",
                        "OLD: OPENING BER (00)" + pallet(1) + " → BER/DOCK (00)" + pallet(1) + " 30 KGM"),
                lines(event));
        assertEquals(List.of("BER/A-01 100 KGM", "BER/DOCK (00)" + pallet(1) + " 30 KGM"), bakery.stock(OLD.key()));
        assertEquals(
                Optional.of(LocalDate.parse("2026-12-31")),
                bakery.lots().find(OLD.key()).orElseThrow().expiry());
        assertEquals(OLD.key(), event.lotChanges().get(0).lot());
        assertEquals(
                new UnitPrice(new BigDecimal("12.50"), "EUR", new UnitOfMeasure("BG")),
                event.lines().get(0).price().orElseThrow().price());
    }

    @Test
    void a_lot_that_is_known_must_be_the_same() {
        bakery.withFlour();

        assertEquals(
                List.of("LOT_DIFFERS lines[1].lot"),
                refusals(open(
                        "o1",
                        line(
                                aLot("L1")
                                        .of(FLOUR)
                                        .from(MILL)
                                        .expiring("2026-12-31")
                                        .build(),
                                SHELF,
                                "1 KGM",
                                "1",
                                "KGM"))));
        recorded(open("o2", line(bakery.lots().find(FLOUR_1).orElseThrow(), SHELF, "1 KGM", "1", "KGM")));
    }

    @Test
    void the_same_list_under_another_id_does_not_double_the_stock() {
        OpeningStock.Line line = line(OLD, SHELF, "4 BG", "12.50", "BG");
        recorded(open("o1", line));

        assertInstanceOf(Outcome.AlreadyDone.class, open("o1", line));
        assertEquals(List.of("OPENED_ALREADY lines[1]"), refusals(open("o2", line)));
        assertEquals(List.of("EVENT_ID_REUSED id"), refusals(open("o1", line(OLD, SHELF, "4 BG", "12.51", "BG"))));
        assertEquals(List.of("BER/A-01 100 KGM"), bakery.stock(OLD.key()));
    }

    @Test
    void a_lot_is_listed_once_at_a_position() {
        assertEquals(
                List.of("OPENED_ALREADY lines[2]"),
                refusals(open("o1", line(OLD, SHELF, "4 BG", "12.50", "BG"), line(OLD, SHELF, "1 BG", "12.50", "BG"))));
        assertEquals(Optional.empty(), bakery.lots().find(OLD.key()));
    }

    @Test
    void what_was_reversed_can_be_opened_again() {
        recorded(open("o1", line(OLD, SHELF, "4 BG", "12.50", "BG")));
        bakery.reverse("u1", "o1");

        recorded(open("o2", line(OLD, SHELF, "3 BG", "12.50", "BG")));
        assertEquals(List.of("BER/A-01 75 KGM"), bakery.stock(OLD.key()));
    }

    @Test
    void every_problem_is_told_with_its_line() {
        bakery.company()
                .with(
                        PriceCheck.class,
                        price -> price.currency().equals("EUR")
                                ? List.of()
                                : List.of(new Violation("CURRENCY_NOT_FUNCTIONAL", ViolationPath.WHOLE, "")));

        assertEquals(
                List.of(
                        "LOCATION_UNKNOWN lines[1].location",
                        "UNIT_UNKNOWN lines[1].cost",
                        "QUANTITY_NOT_POSITIVE lines[2].quantity",
                        "CURRENCY_NOT_FUNCTIONAL lines[3].cost"),
                refusals(open(
                        "o1",
                        line(OLD, new LocationId("NOWHERE"), "4 BG", "12.50", "LTR"),
                        line(OLD, SHELF, "0 BG", "12.50", "BG"),
                        new OpeningStock.Line(
                                OLD,
                                DOCK,
                                Optional.empty(),
                                WorkingBakery.of("1 BG"),
                                new UnitPrice(BigDecimal.ONE, "USD", new UnitOfMeasure("BG"))))));
        assertEquals(List.of("LINES_MISSING lines"), refusals(open("o2")));
    }

    private Outcome<RecordedEvent> open(String id, OpeningStock.Line... lines) {
        return bakery.capture().open(new OpeningStock(aContext(id).request(), "LIST-1", List.of(lines)));
    }

    private static OpeningStock.Line line(Lot lot, LocationId location, String quantity, String cost, String per) {
        return line(lot, location, Optional.empty(), quantity, cost, per);
    }

    private static OpeningStock.Line line(
            Lot lot, LocationId location, Optional<Sscc> container, String quantity, String cost, String per) {
        return new OpeningStock.Line(
                lot,
                location,
                container,
                WorkingBakery.of(quantity),
                new UnitPrice(new BigDecimal(cost), "EUR", new UnitOfMeasure(per)));
    }
}
