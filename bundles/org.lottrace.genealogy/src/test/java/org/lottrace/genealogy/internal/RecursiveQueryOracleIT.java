package org.lottrace.genealogy.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.testing.TestDatabase;

/** The graph against a recursive query of PostgreSQL over the tables of the ledger: equal sets. */
class RecursiveQueryOracleIT {
    private static final String QUERY = """
            with recursive reached(lot) as (
                select id from lot where lot_number in (%s)
                union
                select e.%s from reached r join lot_edge e on e.%s = r.lot)
            select l.lot_number from reached r join lot l on l.id = r.lot""";

    private final TestDatabase database = TestDatabase.postgresql().withBakery();
    private final RecordedEvents recorded = new RecordedEvents(database);

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void random_graphs(@ForAll("links") List<Link> links, @ForAll("seeds") Set<Integer> seeds) {
        TestDatabase.postgresql().withBakery();

        assertSameSets(links, seeds);
    }

    /** A tank that everything goes into and comes out of, rework into it, and a loop of two. */
    @Test
    void a_hub_with_rework() {
        List<Link> links = new ArrayList<>();
        IntStream.range(1, 60).forEach(i -> links.add(new Link(i, 0)));
        IntStream.range(60, 120).forEach(i -> links.add(new Link(0, i)));
        IntStream.range(60, 70).forEach(i -> links.add(new Link(i, i - 59)));
        links.add(new Link(119, 120));
        links.add(new Link(120, 119));

        assertSameSets(links, Set.of(5, 120));
    }

    private void assertSameSets(List<Link> links, Set<Integer> seeds) {
        Set<Integer> lots = new TreeSet<>(seeds);
        links.forEach(link -> lots.addAll(List.of(link.from, link.to)));
        lots.forEach(lot -> recorded.lots(aLot("L" + lot).build()));
        for (int i = 0; i < links.size(); i++) {
            EventBuilder event = anEvent("e" + i, PRODUCE);
            recorded.append(event.making(key(links.get(i).to), key(links.get(i).from), "1 KGM")
                    .build());
        }
        Genealogy genealogy = recorded.genealogy();
        List<LotKey> keys = seeds.stream().map(RecursiveQueryOracleIT::key).toList();

        assertEquals(reached(seeds, "output_lot_id", "input_lot_id"), traced(genealogy, Direction.FORWARD, keys));
        assertEquals(reached(seeds, "input_lot_id", "output_lot_id"), traced(genealogy, Direction.BACKWARD, keys));
    }

    private Set<String> reached(Set<Integer> seeds, String far, String near) {
        String numbers = seeds.stream().map(seed -> "'L" + seed + "'").collect(Collectors.joining(", "));
        return new TreeSet<>(database.texts(String.format(QUERY, numbers, far, near)));
    }

    private static Set<String> traced(Genealogy genealogy, Direction direction, List<LotKey> seeds) {
        return genealogy.trace(TraceRequest.of(direction, seeds)).lotKeys().stream()
                .map(lot -> lot.number().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Provide
    Arbitrary<List<Link>> links() {
        Arbitrary<Integer> lot = Arbitraries.integers().between(0, 9);
        return Combinators.combine(lot, lot)
                .as(Link::new)
                .filter(link -> link.from != link.to)
                .list()
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<Set<Integer>> seeds() {
        return Arbitraries.integers().between(0, 9).set().ofMinSize(1).ofMaxSize(3);
    }

    private static LotKey key(int number) {
        return aLot("L" + number).key();
    }

    record Link(int from, int to) {}
}
