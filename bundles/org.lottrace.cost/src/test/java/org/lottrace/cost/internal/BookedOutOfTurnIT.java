package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.FLOUR;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.WaitingCost;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.cost.internal.RandomBakery.Kind;
import org.lottrace.cost.internal.RandomBakery.Step;

/** What waited because an order was not there is booked as if it had been. */
class BookedOutOfTurnIT {
    @Property(tries = 30)
    void each_event_is_booked_at_what_it_is_in_its_turn_and_has_its_number_again_after_a_rebuild(
            @ForAll("steps") List<Step> steps,
            @ForAll @IntRange(min = 1, max = 20) int page,
            @ForAll @IntRange(min = 0, max = 90) int first,
            @ForAll @IntRange(min = 0, max = 90) int second) {
        RandomBakery bakery = new RandomBakery();
        steps.forEach(bakery::take);
        BakeryBooks stored = new BakeryBooks().ordered("P0", FLOUR, "100 KGM", "0.37");

        List<TraceEvent> events = bakery.books().events();
        for (int begin = 0; begin < events.size(); begin += page) {
            int end = Math.min(begin + page, events.size());
            stored.recorded(events.subList(begin, end).toArray(TraceEvent[]::new));
            stored.costing().inventory(Optional.empty(), 1); // books what is there
            if (begin <= first && first < begin + page) {
                stored.ordered("P2", FLOUR, "100 KGM", "12.999");
                stored.costing().inventory(Optional.empty(), 1);
            }
            if (begin <= second && second < begin + page) {
                stored.ordered("P1", FLOUR, "100 KGM", "0");
            }
        }
        stored.ordered("P2", FLOUR, "100 KGM", "12.999");
        stored.costing().inventory(Optional.empty(), 1);
        stored.ordered("P1", FLOUR, "100 KGM", "0");
        reverseCostsOfWhatNeverCameIn(stored, events);

        List<JournalEntry> journal = journal(stored);
        assertEquals(List.of(), stored.costing().waiting(0, 1_000));
        if (!isUndone(events, journal)) {
            assertEquals(byEvent(bakery.books().entries()), byEvent(journal));
            assertEquals(left(bakery.books().lots()), left(stored.costing().inventory(Optional.empty(), 1_000)));
        }
        for (int i = 0; i < journal.size(); i++) {
            assertEquals(i + 1L, journal.get(i).number());
        }

        rebuild(stored);
        assertEquals(journal, journal(stored));
    }

    /** A late cost of a receipt that was reversed before it could be booked waits until somebody reverses it too. */
    private static void reverseCostsOfWhatNeverCameIn(BakeryBooks stored, List<TraceEvent> events) {
        Map<EventId, TraceEvent> byId = events.stream().collect(Collectors.toMap(TraceEvent::id, Function.identity()));
        for (Optional<WaitingCost> cost = neverCameIn(stored); cost.isPresent(); cost = neverCameIn(stored)) {
            EventId id = cost.get().event();
            stored.recorded(Captured.reversed("R" + id, byId.get(id)));
            stored.costing().inventory(Optional.empty(), 1);
        }
    }

    private static Optional<WaitingCost> neverCameIn(BakeryBooks stored) {
        return stored.costing().waiting(0, 1_000).stream()
                .filter(waiting -> waiting.reason().contains("ever came in at a cost"))
                .findFirst();
    }

    /** What was reversed before it could be booked never was, so what was said meanwhile of its lot is about less. */
    private static boolean isUndone(List<TraceEvent> events, List<JournalEntry> journal) {
        Set<EventId> booked = journal.stream().map(JournalEntry::event).collect(Collectors.toSet());
        return events.stream()
                .flatMap(event -> event.corrects().stream())
                .anyMatch(original -> !booked.contains(original));
    }

    private static Map<String, String> byEvent(List<JournalEntry> entries) {
        return entries.stream().collect(Collectors.toMap(entry -> entry.event().value(), entry -> entry.lines()
                .toString()));
    }

    private static List<String> left(List<LotCost> lots) {
        return lots.stream()
                .filter(cost -> !cost.quantity().isZero() || !cost.value().isZero())
                .map(LotCost::toString)
                .sorted()
                .toList();
    }

    private static List<JournalEntry> journal(BakeryBooks stored) {
        return stored.costing().journal(Bakery.TODAY.minusYears(9), Bakery.TODAY.plusYears(9), 0, 1_000);
    }

    private static void rebuild(BakeryBooks stored) {
        assertEquals(List.of(), stored.followers().rebuild("cost"));
        for (int look = 0;
                stored.costing().progress().booked()
                        < stored.costing().progress().head();
                look++) {
            assertTrue(look < 6_000, "the rebuild does not come to its end");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    /** A change of method counts for what is booked behind it. */
    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Kind.values()).filter(kind -> kind != Kind.METHOD),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(1, 1000))
                .as(Step::new)
                .list()
                .ofMinSize(40)
                .ofMaxSize(90);
    }
}
