package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.event.EventType.PICK;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.lines;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

/** What all movements refuse alike; and transfer, count and disposal. */
class SharedRefusalsIT {
    private final WorkingBakery bakery = new WorkingBakery().withFlour();

    @ParameterizedTest
    @CsvSource({
        "BER, A-01, FLOUR/L1,      1 KGM,      ''",
        "BER, A-01, L1,            1 BG,       ''",
        "XXX, A-01, L1,            1 KGM,      SITE_UNKNOWN site",
        "BER, Z-99, L1,            1 KGM,      LOCATION_UNKNOWN lines[1].location",
        "BER, A-01, L9,            1 KGM,      LOT_UNKNOWN lines[1].lot",
        "BER, A-01, SALT/L1,       1 KGM,      LOT_UNKNOWN lines[1].lot",
        "BER, A-01, 77,            1 KGM,      LOT_AMBIGUOUS lines[1].lot",
        "BER, A-01, L1,            1 CS,       UNIT_UNKNOWN lines[1].quantity",
        "BER, A-01, L1,            0 KGM,      QUANTITY_NOT_POSITIVE lines[1].quantity",
        "BER, A-01, L1,            -1 KGM,     QUANTITY_NOT_POSITIVE lines[1].quantity",
        "BER, A-01, L1,            999999999999999 BG, QUANTITY_NOT_EXACT lines[1].quantity",
        "BER, A-01, L1,            1001 KGM,   STOCK_INSUFFICIENT lines[1].quantity",
        "BER, P-01, L1,            1 KGM,      STOCK_INSUFFICIENT lines[1].quantity",
    })
    void refuses_what_is_wrong_with_a_line(String site, String location, String lot, String quantity, String refusal) {
        bakery.lots().register(aLot("77").expiring("2026-12-31").build());
        bakery.lots().register(aLot("77").of(Bakery.SALT).build());

        Outcome<RecordedEvent> result = bakery.capture()
                .dispose(new Disposal(
                        aContext("d1").in(new SiteId(site)).requested().request(),
                        "D1",
                        List.of(on(new LocationId(location), LotReference.parse(lot), quantity))));

        assertEquals(refusal.isEmpty() ? List.of() : List.of(refusal), refusals(result));
    }

    @Test
    void gives_the_reasons_for_all_lines_at_once() {
        assertEquals(
                List.of(
                        "LOCATION_UNKNOWN lines[1].location",
                        "LOT_UNKNOWN lines[1].lot",
                        "UNIT_UNKNOWN lines[2].quantity",
                        "LOT_UNKNOWN lines[3].lot"),
                refusals(dispose(
                        "d1",
                        on(new LocationId("Z-99"), LotReference.parse("FLOUR/L8"), "1 KGM"),
                        on(SHELF, FLOUR_1, "1 CS"),
                        on(SHELF, LotReference.parse("L9"), "1 KGM"))));
        assertEquals(List.of("LINES_MISSING lines"), refusals(dispose("d1")));
    }

    @Test
    void takes_destroyed_goods_out_even_when_they_are_held() {
        bakery.hold(FLOUR_1);

        assertEquals(
                List.of("L1: BER/A-01 → DISPOSAL BER 100 KGM"),
                lines(recorded(dispose("d1", on(SHELF, FLOUR_1, "4 BG")))));
    }

    @Test
    void a_repeated_request_is_known_again_after_the_pack_was_changed() {
        var event = recorded(dispose("d1", on(SHELF, FLOUR_1, "4 BG"), on(SHELF, FLOUR_2, "10 KGM")));
        flourIsPacked("BG", "20");

        assertEquals(event, recorded(dispose("d1", on(SHELF, FLOUR_1, "4 BG"), on(SHELF, FLOUR_2, "10 KGM"))));
        assertEquals(
                List.of("EVENT_ID_REUSED id"),
                refusals(dispose("d1", on(SHELF, FLOUR_1, "5 BG"), on(SHELF, FLOUR_2, "10 KGM"))));
        assertEquals(List.of("EVENT_ID_REUSED id"), refusals(dispose("d1", on(SHELF, FLOUR_1, "4 BG"))));
        assertEquals(event, recorded(dispose("d1", on(SHELF, FLOUR_1, "100 KGM"), on(SHELF, FLOUR_2, "10 KGM"))));

        flourIsPacked("CS", "10");
        assertEquals(event, recorded(dispose("d1", on(SHELF, FLOUR_1, "4 BG"), on(SHELF, FLOUR_2, "10 KGM"))));
    }

    @Test
    void a_count_records_its_whole_sheet_and_another_sheet_needs_another_id() {
        var event = recorded(count("c1", on(SHELF, FLOUR_1, "39 BG"), on(SHELF, FLOUR_2, "40 BG")));

        assertEquals(
                List.of("39 BG MILL/FLOUR/L1 LOCATION:BER/A-01", "40 BG MILL/FLOUR/L2 LOCATION:BER/A-01"),
                event.keyData().stream().map(datum -> datum.value().text()).toList());
        assertEquals(event, recorded(count("c1", on(SHELF, FLOUR_2, "40 BG"), on(SHELF, FLOUR_1, "39 BG"))));
        assertEquals(
                List.of("EVENT_ID_REUSED id"),
                refusals(count("c1", on(SHELF, FLOUR_1, "39 BG"), on(SHELF, FLOUR_2, "39 BG"))));
        assertEquals(
                List.of("EVENT_ID_REUSED id"),
                refusals(count(
                        "c1", on(SHELF, FLOUR_1, "39 BG"), on(SHELF, FLOUR_2, "40 BG"), on(GATE, FLOUR_2, "1 BG"))));
        assertEquals(
                List.of("EVENT_ID_REUSED id"),
                refusals(count("c1", on(SHELF, FLOUR_1, "39 BG"), on(SHELF, FLOUR_1, "39 BG"))));
    }

    /** Only what differed was recorded then. */
    @Test
    void a_count_from_before_the_sheet_was_recorded_is_known_again() {
        var now = recorded(count("c1", on(SHELF, FLOUR_1, "39 BG"), on(SHELF, FLOUR_2, "40 BG")));
        WorkingBakery before = new WorkingBakery().withFlour();
        recorded(before.ledger().append(now.saying(List.of())));

        StockCount again = new StockCount(
                aContext("c1").request(), "C1", List.of(on(SHELF, FLOUR_1, "39 BG"), on(SHELF, FLOUR_2, "40 BG")));
        assertEquals(List.of(), recorded(before.capture().count(again)).keyData());
        assertEquals(
                List.of("EVENT_ID_REUSED id"),
                refusals(before.capture()
                        .count(new StockCount(aContext("c1").request(), "C1", List.of(on(SHELF, FLOUR_2, "40 BG"))))));
    }

    @Test
    void books_what_a_count_finds_different() {
        var event = recorded(
                count("c1", on(SHELF, FLOUR_1, "39 BG"), on(SHELF, FLOUR_2, "1003 KGM"), on(GATE, FLOUR_2, "0 KGM")));

        assertEquals(
                List.of("L1: BER/A-01 → COUNT_DIFFERENCE BER 25 KGM", "L2: COUNT_DIFFERENCE BER → BER/A-01 3 KGM"),
                lines(event));
        assertEquals(
                event,
                recorded(count(
                        "c1",
                        on(SHELF, FLOUR_1, "39 BG"),
                        on(SHELF, FLOUR_2, "1003 KGM"),
                        on(GATE, FLOUR_2, "0 KGM"))));
        assertEquals(List.of("EVENT_ID_REUSED id"), refusals(count("c1", on(SHELF, FLOUR_1, "39 BG"))));
        assertEquals(
                List.of("COUNTED_TWICE lines[2]"),
                refusals(count("c3", on(SHELF, FLOUR_1, "1 KGM"), on(SHELF, FLOUR_1, "2 KGM"))));
        assertEquals(
                List.of("QUANTITY_NOT_POSITIVE lines[1].quantity"),
                refusals(count("c4", on(SHELF, FLOUR_1, "-1 KGM"))));
    }

    @Test
    void moves_goods_to_another_site() {
        recorded(bakery.capture()
                .transfer(
                        TRANSFER,
                        new Transfer(
                                aContext("t1").request(),
                                Bakery.POTSDAM,
                                SHELF,
                                Optional.empty(),
                                List.of(on(SHELF, FLOUR_1, "1 BG")))));

        assertEquals(List.of("BER/A-01 975 KGM", "POT/A-01 25 KGM"), bakery.stock(FLOUR_1));
    }

    @Test
    void refuses_a_move_that_moves_nothing() {
        assertEquals(
                List.of("SAME_POSITION lines[1].location"),
                refusals(bakery.capture()
                        .transfer(
                                PICK,
                                new Transfer(
                                        aContext("t1").request(),
                                        BERLIN,
                                        SHELF,
                                        Optional.empty(),
                                        List.of(on(SHELF, FLOUR_1, "1 BG"))))));
        assertThrows(IllegalArgumentException.class, () -> bakery.capture()
                .transfer(SHIP, new Transfer(aContext("t1").request(), BERLIN, SHELF, Optional.empty(), List.of())));
    }

    private Outcome<RecordedEvent> dispose(String id, LotQuantity... goods) {
        return bakery.capture().dispose(new Disposal(aContext(id).request(), "D1", List.of(goods)));
    }

    private Outcome<RecordedEvent> count(String id, LotQuantity... found) {
        return bakery.capture().count(new StockCount(aContext(id).request(), "C1", List.of(found)));
    }

    private void flourIsPacked(String unit, String kilograms) {
        bakery.unitOfWork().run(() -> bakery.database()
                .items()
                .save(anItem(Bakery.FLOUR).in("KGM").packed(unit, kilograms).build()));
    }
}
