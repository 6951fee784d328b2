package org.lottrace.genealogy.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventType;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.testing.TestDatabase;

/** Random graphs, loops included, on the real store against a fixpoint that is too simple to be wrong. */
class TraceOracleTest {
    private static final int LOTS = 8;

    @Property(tries = 50, shrinking = ShrinkingMode.BOUNDED)
    void finds_what_the_fixpoint_finds(@ForAll("edges") Set<Link> links, @ForAll boolean forward) {
        Direction direction = forward ? Direction.FORWARD : Direction.BACKWARD;
        Trace trace = trace(List.copyOf(links), direction);

        Map<LotKey, Integer> levels = fixpoint(links, direction);
        assertEquals(levels, trace.lots().stream().collect(Collectors.toMap(TracedLot::lot, TracedLot::level)));
        assertEquals(
                links.stream()
                        .filter(link -> levels.containsKey(link.near(direction)))
                        .collect(Collectors.toSet()),
                edges(trace));
        assertEquals(trace.edges().size(), trace.edges().stream().distinct().count());
    }

    /** odoo/odoo#94320: 67 deliveries or 1,393, depending on the place of the lot in the record set. */
    @Property(tries = 30, shrinking = ShrinkingMode.BOUNDED)
    void the_order_in_which_events_were_stored_changes_nothing(@ForAll("edges") Set<Link> links, @ForAll long seed) {
        List<Link> shuffled = new ArrayList<>(links);
        Collections.shuffle(shuffled, new Random(seed));

        Trace one = trace(List.copyOf(links), Direction.FORWARD);
        Trace other = trace(shuffled, Direction.FORWARD);

        assertEquals(one.lots(), other.lots());
        assertEquals(edges(one), edges(other));
    }

    private static Trace trace(List<Link> links, Direction direction) {
        RecordedEvents recorded = new RecordedEvents(TestDatabase.h2().withBakery());
        for (int i = 0; i < LOTS; i++) {
            recorded.lots(lot(i));
        }
        for (Link link : links) {
            EventBuilder event = anEvent("make-" + link.from + "-" + link.to, EventType.PRODUCE);
            recorded.append(event.making(key(link.to), key(link.from), "1 KGM").build());
        }
        return new GenealogyService(
                        recorded.database().unitOfWork(), recorded.database().ledger())
                .trace(TraceRequest.of(direction, key(0)));
    }

    private static Set<Link> edges(Trace trace) {
        return trace.edges().stream().map(e -> Link.of(e.edge())).collect(Collectors.toSet());
    }

    private static Map<LotKey, Integer> fixpoint(Set<Link> links, Direction direction) {
        Map<LotKey, Integer> levels = new HashMap<>(Map.of(key(0), 0));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Link link : links) {
                Integer near = levels.get(link.near(direction));
                if (near != null && near + 1 < levels.getOrDefault(link.far(direction), Integer.MAX_VALUE)) {
                    levels.put(link.far(direction), near + 1);
                    changed = true;
                }
            }
        }
        return levels;
    }

    @Provide
    Arbitrary<Set<Link>> edges() {
        Arbitrary<Integer> lot = Arbitraries.integers().between(0, LOTS - 1);
        return Combinators.combine(lot, lot)
                .as(Link::new)
                .filter(link -> link.from != link.to)
                .set()
                .ofMaxSize(20);
    }

    private static Lot lot(int number) {
        return aLot("L" + number).build();
    }

    private static LotKey key(int number) {
        return lot(number).key();
    }

    record Link(int from, int to) {
        static Link of(Edge edge) {
            return new Link(number(edge.input()), number(edge.output()));
        }

        LotKey near(Direction direction) {
            return key(direction == Direction.FORWARD ? from : to);
        }

        LotKey far(Direction direction) {
            return key(direction == Direction.FORWARD ? to : from);
        }

        private static int number(LotKey lot) {
            return Integer.parseInt(lot.number().value().substring(1));
        }
    }
}
