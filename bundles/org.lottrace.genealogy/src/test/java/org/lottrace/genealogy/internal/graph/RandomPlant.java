package org.lottrace.genealogy.internal.graph;

import static org.lottrace.api.event.EventType.COUNT;
import static org.lottrace.api.event.EventType.DISPOSE;
import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.event.EventType.RETURN;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Reversals.reversalOf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.lot.LotKey;

/**
 * What may happen in a plant, by chance: receipts, mixing with loss and gain, several outputs at once, rework, shipments and
 * returns, what is missed, found and destroyed, records with holes, reversals. Every third lot is counted in litres.
 */
final class RandomPlant {
    final LotGraph graph = new LotGraph();
    private final Random random;
    private final int lots;
    private final int decimals;
    private final long most;
    private final List<TraceEvent> events = new ArrayList<>();

    /**
     * @param most of one movement, in the last of the decimals
     * @param folded whether half of what happens is in the base of the graph
     */
    RandomPlant(long seed, int lots, int steps, int decimals, long most, boolean folded) {
        random = new Random(seed);
        this.lots = lots;
        this.decimals = decimals;
        this.most = most;
        take(coming(RECEIVE, 0, Place.party(MILL)));
        for (int i = 0; i < steps; i++) {
            step();
            if (folded && i == steps / 2) {
                graph.folded().run();
            }
        }
    }

    static LotKey lot(int number) {
        return aLot("L" + number).key();
    }

    private void step() {
        int lot = random.nextInt(lots);
        switch (random.nextInt(12)) {
            case 0, 1 -> take(coming(RECEIVE, lot, Place.party(MILL)));
            case 2, 3 -> take(leaving(SHIP, lot, Place.party(random.nextBoolean() ? MARKET : MILL)));
            case 4 -> take(coming(RETURN, lot, Place.party(MARKET)));
            case 5 -> take(leaving(random.nextBoolean() ? DISPOSE : COUNT, lot, Place.countDifference(BERLIN)));
            case 6 -> take(coming(COUNT, lot, Place.countDifference(BERLIN)));
            case 7 -> reverse();
            default -> take(make());
        }
    }

    private void reverse() {
        if (!events.isEmpty()) {
            take(reversalOf(events.remove(random.nextInt(events.size()))));
        }
    }

    private EventBuilder make() {
        EventBuilder event = anEvent("e" + graph.head().position(), PRODUCE);
        int outputs = 1 + random.nextInt(5) / 3;
        for (int i = 0; i < outputs; i++) {
            int output = random.nextInt(lots);
            for (int inputs = random.nextInt(4); inputs >= 0; inputs--) {
                int input = random.nextInt(lots);
                if (input != output) {
                    String quantity = quantity(input);
                    event.moving(lot(input), quantity, in(SHELF), Place.transformation(BERLIN));
                    event.making(lot(output), lot(input), quantity);
                }
            }
            if (random.nextInt(6) > 0) {
                event.moving(lot(output), quantity(output), Place.transformation(BERLIN), in(SHELF));
            }
        }
        return event;
    }

    private EventBuilder coming(EventType type, int lot, Place from) {
        return anEvent("e" + graph.head().position(), type).moving(lot(lot), quantity(lot), from, in(SHELF));
    }

    private EventBuilder leaving(EventType type, int lot, Place to) {
        return anEvent("e" + graph.head().position(), type).moving(lot(lot), quantity(lot), in(SHELF), to);
    }

    private String quantity(int lot) {
        long amount = 1 + (long) (random.nextDouble() * most);
        return BigDecimal.valueOf(amount, decimals).toPlainString() + (lot % 3 == 2 ? " LTR" : " KGM");
    }

    private void take(EventBuilder event) {
        TraceEvent built = event.build();
        events.add(built);
        take(built);
    }

    private void take(TraceEvent event) {
        graph.take(new RecordedEvent(event, graph.head().position() + 1, Bakery.NOW, "0".repeat(64)));
    }
}
