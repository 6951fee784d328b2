package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.lines;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

/** It is 08:00 UTC on 2 March; the flour, 1000 kg of each lot, came on 1 February at 08:00 UTC. */
class CountStockIT {
    private static final String BEFORE = "2026-02-10T08:00:00Z";
    private static final String NOON = "2026-02-10T12:00:00Z";

    private final WorkingBakery bakery = new WorkingBakery().withFlourAt("2026-02-01T08:00:00Z");

    /** At noon 100 kg left. */
    @ParameterizedTest
    @CsvSource({
        "2026-02-10T08:00:00Z, 1000 KGM, '', BER/A-01 900 KGM",
        "2026-02-10T08:00:00Z, 40 BG, '', BER/A-01 900 KGM",
        "2026-02-10T08:00:00Z, 900 KGM, L1: BER/A-01 → COUNT_DIFFERENCE BER 100 KGM, BER/A-01 800 KGM",
        "2026-02-10T08:00:00Z, 1001 KGM, L1: COUNT_DIFFERENCE BER → BER/A-01 1 KGM, BER/A-01 901 KGM",
        "2026-02-10T12:00:00Z, 900 KGM, '', BER/A-01 900 KGM",
        "2026-02-10T11:59:59Z, 900 KGM, L1: BER/A-01 → COUNT_DIFFERENCE BER 100 KGM, BER/A-01 800 KGM",
        "2026-02-20T08:00:00Z, 1000 KGM, L1: COUNT_DIFFERENCE BER → BER/A-01 100 KGM, BER/A-01 1000 KGM",
    })
    void a_count_is_compared_with_the_book_of_its_own_time(String time, String found, String line, String stock) {
        bakery.move("out", NOON, SHELF, GATE, FLOUR_1, "100 KGM");

        TraceEvent event = recorded(count(aContext("c1").at(time).request(), on(SHELF, FLOUR_1, found)));

        assertEquals(line.isEmpty() ? List.of() : List.of(line), lines(event));
        assertEquals(List.of(stock, "BER/GATE 100 KGM"), bakery.stock(FLOUR_1));
        assertEquals(List.of(), findings(event));
    }

    @Test
    void what_was_reversed_has_not_moved() {
        bakery.move("out", NOON, SHELF, GATE, FLOUR_1, "100 KGM");
        bakery.reverse("undo", "out");

        TraceEvent event = recorded(count(aContext("c1").at(BEFORE).request(), on(SHELF, FLOUR_1, "1000 KGM")));

        assertEquals(List.of(), lines(event));
    }

    @Test
    void a_count_without_a_difference_is_evidence_and_is_known_again() {
        CaptureContext context = aContext("c1").request();
        TraceEvent event = recorded(count(context, on(SHELF, FLOUR_1, "40 BG")));

        assertEquals(List.of(), lines(event));
        assertEquals(
                List.of("40 BG MILL/FLOUR/L1 LOCATION:BER/A-01"),
                event.keyData().stream().map(datum -> datum.value().text()).toList());
        assertEquals(event, recorded(count(context, on(SHELF, FLOUR_1, "40 BG"))));
        assertEquals(List.of("EVENT_ID_REUSED id"), refusals(count(context, on(SHELF, FLOUR_1, "39 BG"))));
        assertEquals(
                List.of("LINES_MISSING lines"), refusals(count(aContext("c2").request())));
    }

    @Test
    void a_clean_count_can_be_reversed() {
        recorded(count(aContext("c1").request(), on(SHELF, FLOUR_1, "40 BG")));

        bakery.reverse("undo", "c1").fold(done -> done, violations -> {
            throw new AssertionError(violations.toString());
        });
        assertEquals(List.of("BER/A-01 1000 KGM"), bakery.stock(FLOUR_1));
        bakery.reverse("again", "c1")
                .fold(
                        done -> {
                            throw new AssertionError(done);
                        },
                        violations -> {
                            assertEquals(List.of("ALREADY_REVERSED corrects"), WorkingBakery.codes(violations));
                            return violations;
                        });
    }

    /** 600 kg were found at eight; until now 900 kg left, so one of the records is wrong. */
    @Test
    void the_stock_of_now_never_goes_below_zero() {
        bakery.move("out", NOON, SHELF, GATE, FLOUR_1, "900 KGM");

        TraceEvent event = recorded(count(aContext("c1").at(BEFORE).request(), on(SHELF, FLOUR_1, "600 KGM")));

        assertEquals(List.of("L1: BER/A-01 → COUNT_DIFFERENCE BER 100 KGM"), lines(event));
        assertEquals(List.of("BER/GATE 900 KGM"), bakery.stock(FLOUR_1));
        assertEquals(List.of("COUNT_CONTRADICTS_LATER"), findings(event));
        assertEquals(
                List.of("COUNT_CONTRADICTS_LATER lines[1].quantity"),
                refusals(count(aContext("c2").at(BEFORE).requested().request(), on(SHELF, FLOUR_1, "600 KGM"))));
    }

    @Test
    void what_was_counted_away_is_reserved_no_longer_and_the_newest_order_is_short_first() {
        bakery.ordered(aSalesOrder("SO1").ordering(Bakery.FLOUR, "400 KGM").build());
        bakery.ordered(aSalesOrder("SO2").ordering(Bakery.FLOUR, "500 KGM").build());
        bakery.reserve("SO1", 1, FLOUR_1, SHELF, "400 KGM");
        bakery.reserve("SO2", 1, FLOUR_1, SHELF, "500 KGM");
        assertEquals(
                List.of("STOCK_RESERVED lines[1].quantity"),
                refusals(count(aContext("c1").requested().request(), on(SHELF, FLOUR_1, "600 KGM"))));

        TraceEvent event = recorded(count(aContext("c2").request(), on(SHELF, FLOUR_1, "600 KGM")));

        assertEquals(List.of("BER/A-01 400 KGM", "BER/A-01 200 KGM"), bakery.reserved(FLOUR_1));
        assertEquals(List.of("RESERVED_MISSING"), findings(event));
    }

    @Test
    void a_count_that_leaves_enough_frees_nothing() {
        bakery.ordered(aSalesOrder("SO1").ordering(Bakery.FLOUR, "400 KGM").build());
        bakery.reserve("SO1", 1, FLOUR_1, SHELF, "400 KGM");

        TraceEvent event = recorded(count(aContext("c1").request(), on(SHELF, FLOUR_1, "400 KGM")));

        assertEquals(List.of("BER/A-01 400 KGM"), bakery.reserved(FLOUR_1));
        assertEquals(List.of(), findings(event));
    }

    @Test
    void a_lot_that_nobody_has_told_of_is_counted_in_when_it_is_named_in_full() {
        LotKey salt = new LotKey(Bakery.MILL, SALT, new LotNumber("FOUND-1"));
        CaptureContext context = aContext("c1").request();

        TraceEvent event = recorded(count(context, on(SHELF, salt, "5 KGM")));

        assertEquals(List.of("FOUND-1: COUNT_DIFFERENCE BER → BER/A-01 5 KGM"), lines(event));
        assertEquals(List.of("LOT_UNKNOWN"), findings(event));
        assertEquals(
                salt,
                event.lotChanges().stream()
                        .map(change -> change.toLot().key())
                        .findFirst()
                        .orElseThrow());
        assertEquals(event, recorded(count(context, on(SHELF, salt, "5 KGM"))));
        assertEquals(List.of("BER/A-01 5 KGM"), bakery.stock(salt));
    }

    @Test
    void of_a_found_lot_that_should_expire_nobody_knows_when() {
        LotKey flour = aLot("FOUND-2").key();

        TraceEvent event = recorded(count(aContext("c1").request(), on(SHELF, flour, "1 BG")));

        assertEquals(List.of("LOT_UNKNOWN", "EXPIRY_MISSING"), findings(event));
        assertEquals(Optional.empty(), bakery.lots().find(flour).flatMap(Lot::expiry));
    }

    @ParameterizedTest
    @CsvSource({
        "FOUND-1,            5 KGM, LOT_UNKNOWN lines[1].lot",
        "SALT/FOUND-1,       5 KGM, LOT_UNKNOWN lines[1].lot",
        "MILL/SALT/FOUND-1,  0 KGM, LOT_UNKNOWN lines[1].lot",
        "MILL/PEPPER/FOUND-1, 5 KGM, ITEM_UNKNOWN lines[1].lot",
        "MILL/SALT/FOUND-1,  5 CS,  UNIT_UNKNOWN lines[1].quantity",
    })
    void a_found_lot_that_cannot_be_made_out_is_refused(String lot, String quantity, String refusal) {
        assertEquals(
                List.of(refusal),
                refusals(count(aContext("c1").request(), on(SHELF, LotReference.parse(lot), quantity))));
    }

    private Outcome<RecordedEvent> count(CaptureContext context, LotQuantity... found) {
        return bakery.capture().count(new StockCount(context, "C1", List.of(found)));
    }

    static List<String> findings(TraceEvent event) {
        return event.keyData().stream()
                .filter(datum -> datum.name().equals(KeyDataElement.FINDING.word()))
                .map(datum -> datum.value().text())
                .toList();
    }
}
