package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.lines;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.SiteBuilder;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.lot.LocationType;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

/** Two lots of flour run together in a silo. */
class TankIT {
    private static final LocationId SILO = new LocationId("SILO-1");

    private final WorkingBakery bakery = new WorkingBakery().withFlour();

    @BeforeEach
    void a_silo_with_three_parts_of_one_lot_and_one_of_another() {
        bakery.unitOfWork().run(() -> bakery.database()
                .sites()
                .save(SiteBuilder.aSite(Bakery.BERLIN)
                        .with(SHELF, LocationType.STORAGE)
                        .with(SILO, LocationType.TANK)
                        .build()));
        bakery.move("in1", Bakery.NOW.toString(), SHELF, SILO, FLOUR_1, "300 KGM");
        bakery.move("in2", Bakery.NOW.toString(), SHELF, SILO, FLOUR_2, "100 KGM");
    }

    @Test
    void what_is_taken_out_comes_from_all_that_is_in_it() {
        TraceEvent drawn = recorded(bakery.consume("c1", "P1", on(SILO, FLOUR_1, "40 KGM")));

        assertEquals(
                List.of("L1: BER/SILO-1 → PRODUCTION_ORDER P1 30 KGM", "L2: BER/SILO-1 → PRODUCTION_ORDER P1 10 KGM"),
                lines(drawn));
        assertInstanceOf(Outcome.AlreadyDone.class, bakery.consume("c1", "P1", on(SILO, FLOUR_1, "40 KGM")));
        assertEquals(List.of("EVENT_ID_REUSED id"), refusals(bakery.consume("c1", "P1", on(SILO, FLOUR_1, "41 KGM"))));
    }

    @Test
    void what_is_made_of_a_mixture_contains_its_lots_as_concluded_and_others_as_known() {
        recorded(bakery.consume("c1", "P1", on(SILO, FLOUR_2, "40 KGM")));
        assertEquals(
                List.of("L1 30 KGM INFERRED", "L2 10 KGM INFERRED"),
                edges(recorded(bakery.produce("p1", "P1", BREAD, "10 C62", Optional.of("B1")))));

        recorded(bakery.consume("c2", "P2", on(SHELF, FLOUR_2, "5 KGM")));
        assertEquals(
                List.of("L2 5 KGM KNOWN"),
                edges(recorded(bakery.produce("p2", "P2", BREAD, "10 C62", Optional.of("B2")))));
    }

    @Test
    void a_tank_that_was_cleaned_has_nothing_left_of_what_was_in_it() {
        recorded(bakery.capture()
                .dispose(new Disposal(
                        aContext("clean").request(),
                        "CLEAN-1",
                        List.of(on(SILO, FLOUR_1, "300 KGM"), on(SILO, FLOUR_2, "100 KGM")))));
        bakery.move("in3", Bakery.NOW.toString(), SHELF, SILO, FLOUR_2, "50 KGM");

        recorded(bakery.consume("c1", "P1", on(SILO, FLOUR_2, "40 KGM")));

        assertEquals(
                List.of("L2 40 KGM KNOWN"),
                edges(recorded(bakery.produce("p1", "P1", BREAD, "10 C62", Optional.of("B1")))));
    }

    @Test
    void a_lot_on_hold_in_it_stops_what_is_in_it() {
        bakery.hold(FLOUR_2);

        assertEquals(
                List.of("LOT_ON_HOLD lines[1].lot"), refusals(bakery.consume("c1", "P1", on(SILO, FLOUR_1, "40 KGM"))));
    }

    private static List<String> edges(TraceEvent event) {
        return event.edges().stream()
                .map(edge -> edge.input().number() + " " + edge.quantity() + " " + edge.certainty())
                .toList();
    }
}
