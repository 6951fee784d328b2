package org.lottrace.genealogy.internal.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.EventBuilder.quantity;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Seed;
import org.lottrace.api.genealogy.SuspectContent;
import org.lottrace.api.genealogy.SuspectQuantity;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.genealogy.TraceStops;
import org.lottrace.api.genealogy.TracedLot;

/** Suspect quantities of random plants, against the same rules in exact fractions. */
class SuspectAgainstExactTest {
    /** Of the largest movement; and the last decimal that is shown, to which bounds are rounded outward. */
    private static final BigDecimal WIDER = new BigDecimal("0.000001");

    @Property(tries = 1000, shrinking = ShrinkingMode.BOUNDED)
    void small_cases_are_exact(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int steps,
            @ForAll @IntRange(max = 3) int decimals,
            @ForAll boolean folded,
            @ForAll @IntRange(max = 3) int asked) {
        RandomPlant plant = new RandomPlant(seed, 5, steps, decimals, 20, folded);
        TraceRequest request = request(asked);

        assertEquals(ExactSuspect.lots(plant.graph, request), lots(plant, request));
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void bounds_of_large_cases_contain_the_exact_ones_and_are_hardly_wider(
            @ForAll long seed, @ForAll @IntRange(max = 3) int asked, @ForAll @IntRange(max = 6) int decimals) {
        long most = 500_000;
        RandomPlant plant = new RandomPlant(seed, 12, 150, decimals, most, true);
        BigDecimal wider = WIDER.multiply(BigDecimal.valueOf(most, decimals)).max(WIDER);

        assertHolds(ExactSuspect.lots(plant.graph, request(asked)), lots(plant, request(asked)), wider);
    }

    /** Fifteen digits before the point and six behind it. */
    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void bounds_hold_for_the_largest_and_the_smallest_quantities_together(@ForAll long seed) {
        RandomPlant plant = new RandomPlant(seed, 5, 30, 6, 999_999_999_999_999_999L, false);
        TraceRequest request = request(0);

        assertHolds(ExactSuspect.lots(plant.graph, request), lots(plant, request), WIDER);
    }

    private static TraceRequest request(int asked) {
        TraceRequest all = TraceRequest.of(Direction.FORWARD, RandomPlant.lot(0));
        return switch (asked) {
            case 0 -> all;
            case 1 ->
                TraceRequest.ofSeeds(Direction.FORWARD, List.of(Seed.of(RandomPlant.lot(0), quantity("0.007 KGM"))));
            case 2 ->
                TraceRequest.ofSeeds(
                        Direction.FORWARD,
                        List.of(
                                Seed.of(RandomPlant.lot(0), quantity("3 KGM")),
                                Seed.of(RandomPlant.lot(1)),
                                Seed.of(RandomPlant.lot(2))));
            default -> all.stopping(TraceStops.NONE.afterLevels(1));
        };
    }

    private static List<TracedLot> lots(RandomPlant plant, TraceRequest request) {
        return new GraphTracer()
                .trace(
                        plant.graph,
                        request.withSuspectQuantities(),
                        plant.graph.head().position())
                .lots();
    }

    private static void assertHolds(List<TracedLot> exact, List<TracedLot> actual, BigDecimal wider) {
        assertEquals(exact.size(), actual.size());
        for (int i = 0; i < exact.size(); i++) {
            List<SuspectContent> expected = exact.get(i).suspect();
            List<SuspectContent> found = actual.get(i).suspect();
            assertEquals(exact.get(i).lot(), actual.get(i).lot());
            assertEquals(expected.size(), found.size());
            for (int unit = 0; unit < expected.size(); unit++) {
                assertHolds(expected.get(unit).contained(), found.get(unit).contained(), wider);
                assertHolds(expected.get(unit).onHand(), found.get(unit).onHand(), wider);
                assertHolds(expected.get(unit).outside(), found.get(unit).outside(), wider);
            }
        }
    }

    private static void assertHolds(SuspectQuantity exact, SuspectQuantity found, BigDecimal wider) {
        assertWithin(found.minimum().amount(), exact.minimum().amount(), wider, exact, found);
        assertWithin(exact.maximum().amount(), found.maximum().amount(), wider, exact, found);
        BigDecimal off =
                exact.proportional().amount().subtract(found.proportional().amount());
        assertTrue(off.abs().compareTo(wider) <= 0, exact + " and " + found);
    }

    private static void assertWithin(
            BigDecimal less, BigDecimal more, BigDecimal wider, SuspectQuantity exact, SuspectQuantity found) {
        BigDecimal difference = more.subtract(less);
        assertTrue(difference.signum() >= 0 && difference.compareTo(wider) <= 0, exact + " and " + found);
    }
}
