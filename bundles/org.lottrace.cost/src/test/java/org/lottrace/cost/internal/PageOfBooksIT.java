package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.FLOUR;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.cost.internal.RandomBakery.Step;

/** Events are booked page by page, and it does not matter where a page ends. */
class PageOfBooksIT {
    /** {@link MemoryBooks} books one event after the other and reads everything again for each. */
    @Property(tries = 12)
    void books_are_the_same_wherever_a_page_ends(
            @ForAll("steps") List<Step> steps, @ForAll @IntRange(min = 1, max = 20) int page) {
        RandomBakery bakery = new RandomBakery();
        steps.forEach(bakery::take);
        BakeryBooks stored = books();

        List<TraceEvent> events = bakery.books().events();
        for (int begin = 0; begin < events.size(); begin += page) {
            stored.recorded(
                    events.subList(begin, Math.min(begin + page, events.size())).toArray(TraceEvent[]::new));
            stored.costing().inventory(Optional.empty(), 1); // books what is there
        }

        same(bakery, stored);
        stored.forgetEverythingBooked();
        same(bakery, stored);
    }

    private static void same(RandomBakery bakery, BakeryBooks stored) {
        assertEquals(
                bakery.books().entries(),
                stored.costing().journal(Bakery.TODAY.minusYears(9), Bakery.TODAY.plusYears(9), 0, 1_000));
        assertEquals(
                bakery.books().lots().stream()
                        .filter(PageOfBooksIT::isLeft)
                        .map(LotCost::toString)
                        .sorted()
                        .toList(),
                stored.costing().inventory(Optional.empty(), 1_000).stream()
                        .map(LotCost::toString)
                        .sorted()
                        .toList());
    }

    private static boolean isLeft(LotCost cost) {
        return !cost.quantity().isZero() || !cost.value().isZero();
    }

    private static BakeryBooks books() {
        return new BakeryBooks()
                .ordered("P0", FLOUR, "100 KGM", "0.37")
                .ordered("P1", FLOUR, "100 KGM", "0")
                .ordered("P2", FLOUR, "100 KGM", "12.999");
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(RandomBakery.Kind.values()),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(1, 1000))
                .as(Step::new)
                .list()
                .ofMinSize(40)
                .ofMaxSize(90);
    }
}
