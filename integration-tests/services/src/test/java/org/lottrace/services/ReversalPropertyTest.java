package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

/**
 * Whatever happened and whatever is reversed of it: afterwards everything is as in a company in which only what is still in
 * force ever happened. Prices are such that no value has to be rounded: what was rounded stays where it was booked.
 */
class ReversalPropertyTest {
    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void what_is_left_is_a_company_without_what_was_reversed(
            @ForAll("histories") List<History.Action> history, @ForAll @IntRange(max = 200) int which) {
        WorkingBakery bakery = new WorkingBakery().withFlour();
        for (int i = 0; i < history.size(); i++) {
            if (history.get(i).step() != History.Step.RETURN || isShipped(bakery)) {
                history.get(i).happen(bakery, "e" + i);
            }
        }
        List<RecordedEvent> events = bakery.ledger().after(0, 1_000);
        // a gain keeps the cost of the day on which it was found: GainPropertyTest
        Assume.that(events.stream().noneMatch(recorded -> recorded.event().type() == EventType.GAIN));
        EventId wrong = events.get(which % events.size()).event().id();

        Outcome<?> outcome = bakery.reverseAll("undo", wrong.value());

        assertEquals(List.of(), outcome.violations());
        assertEquals(Optional.empty(), bakery.ledger().firstBrokenPosition());
        List<LotKey> lots = List.of(FLOUR_1, FLOUR_2, History.BREAD_LOT);
        Everything left = Everything.in(bakery, lots);
        List<RecordedEvent> inForce = InForce.of(bakery.ledger().after(0, 1_000));
        Map<LotKey, Lot> registered = lots.stream()
                .flatMap(lot -> bakery.lots().find(lot).stream())
                .collect(Collectors.toMap(Lot::key, lot -> lot));
        // from here on the database of the first company is empty
        WorkingBakery other = new WorkingBakery().expectingFlour();
        inForce.forEach(event -> replay(other, registered, event));
        assertEquals(
                Everything.in(other, lots),
                left,
                () -> wrong + " reversed after "
                        + events.stream()
                                .map(e -> e.event().type() + " " + e.event().id())
                                .toList());
    }

    /** What comes back of a shipment that nobody knows keeps the cost of that day, as a gain does. */
    private static boolean isShipped(WorkingBakery bakery) {
        return bakery.ledger().after(0, 1_000).stream()
                .anyMatch(recorded -> recorded.event().type() == EventType.SHIP);
    }

    private static void replay(WorkingBakery other, Map<LotKey, Lot> registered, RecordedEvent event) {
        lotsOf(event.event())
                .filter(registered::containsKey)
                .map(registered::get)
                .filter(lot -> other.lots().find(lot.key()).isEmpty())
                .forEach(lot -> other.unitOfWork().run(() -> other.database()
                        .lots()
                        .insert(lot))); // a lot that was only found lacks what others must have
        WorkingBakery.recorded(other.ledger().append(event.event()));
    }

    private static Stream<LotKey> lotsOf(TraceEvent event) {
        return Stream.of(
                        event.lines().stream().map(EventLine::lot),
                        event.dispositionChanges().stream().map(DispositionChange::lot))
                .flatMap(lots -> lots)
                .distinct();
    }

    @Provide
    Arbitrary<List<History.Action>> histories() {
        return History.of(EnumSet.range(History.Step.RECEIVE, History.Step.RELEASE));
    }
}
