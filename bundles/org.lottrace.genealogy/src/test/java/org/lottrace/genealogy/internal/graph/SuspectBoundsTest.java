package org.lottrace.genealogy.internal.graph;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Seed;
import org.lottrace.api.genealogy.SuspectQuantity;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.api.lot.LotKey;

/** Whatever really happened to the suspect kilograms, piece by piece and with rework, it is within the bounds. */
class SuspectBoundsTest {
    private static final int LOTS = 5;

    private final Random random = new Random();
    private LotGraph graph;
    private int[] goods;
    private int[] suspect;
    private int[] shipped;

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void what_really_happened_is_within_the_bounds(@ForAll long seed) {
        random.setSeed(seed);
        graph = new LotGraph();
        goods = new int[LOTS];
        suspect = new int[LOTS];
        shipped = new int[LOTS];
        for (int lot = 0; lot < LOTS; lot++) {
            goods[lot] = 20;
            take(anEvent("r" + lot, RECEIVE).moving(key(lot), "20 KGM", Place.party(MILL), in(SHELF)));
        }
        int stated = 1 + random.nextInt(20);
        suspect[0] = stated;
        for (int i = 0; i < 12; i++) {
            step(i);
        }
        Seed tank = Seed.of(key(0), quantity(stated + " KGM"));

        for (TracedLot traced : new GraphTracer()
                .trace(
                        graph,
                        TraceRequest.ofSeeds(Direction.FORWARD, List.of(tank)).withSuspectQuantities(),
                        graph.head().position())
                .lots()) {
            int lot = Integer.parseInt(traced.lot().number().value().substring(1));
            traced.suspect().forEach(content -> {
                assertWithin(suspect[lot], content.onHand());
                assertWithin(shipped[lot], content.outside());
            });
        }
    }

    private void step(int number) {
        int from = random.nextInt(LOTS);
        int to = (from + 1 + random.nextInt(LOTS - 1)) % LOTS;
        if (goods[from] == 0) {
            return;
        }
        int drawn = 1 + random.nextInt(goods[from]);
        int drawnSuspect = draw(from, drawn);
        String kilograms = drawn + " KGM";
        if (random.nextInt(4) == 0) {
            shipped[from] += drawnSuspect;
            take(anEvent("s" + number, SHIP).moving(key(from), kilograms, in(SHELF), Place.party(MARKET)));
        } else {
            goods[to] += drawn;
            suspect[to] += drawnSuspect;
            take(anEvent("p" + number, PRODUCE)
                    .moving(key(from), kilograms, in(SHELF), Place.transformation(BERLIN))
                    .making(key(to), key(from), kilograms)
                    .moving(key(to), kilograms, Place.transformation(BERLIN), in(SHELF)));
        }
    }

    /** Takes suspect kilograms first, last or by chance. */
    private int draw(int from, int drawn) {
        int least = Math.max(0, drawn - (goods[from] - suspect[from]));
        int most = Math.min(drawn, suspect[from]);
        int taken = Arrays.asList(least, most, least + random.nextInt(most - least + 1))
                .get(random.nextInt(3));
        goods[from] -= drawn;
        suspect[from] -= taken;
        return taken;
    }

    private void take(EventBuilder event) {
        graph.take(new RecordedEvent(event.build(), graph.head().position() + 1, Bakery.NOW, "0".repeat(64)));
    }

    private static void assertWithin(int actual, SuspectQuantity bounds) {
        assertTrue(
                bounds.minimum().amount().intValueExact() <= actual
                        && actual <= bounds.maximum().amount().intValueExact(),
                actual + " is not within " + bounds);
        assertTrue(
                bounds.minimum().compareTo(bounds.proportional()) <= 0
                        && bounds.proportional().compareTo(bounds.maximum()) <= 0,
                bounds.toString());
    }

    private static LotKey key(int number) {
        return aLot("L" + number).key();
    }
}
