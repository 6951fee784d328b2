package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.COMPANY;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.came;
import static org.lottrace.company.WorkingBakery.leaving;
import static org.lottrace.company.WorkingBakery.on;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.CustomerReturn;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

/**
 * Whatever happened and whatever is reversed of it: afterwards everything is as in a company in which only what is still in
 * force ever happened. Prices are such that no value has to be rounded: what was rounded stays where it was booked.
 */
class ReversalPropertyTest {
    private static final LotKey BREAD_LOT = new LotKey(COMPANY, BREAD, new LotNumber("B1"));

    private enum Step {
        RECEIVE,
        PUT_AWAY,
        CONSUME,
        PRODUCE,
        SHIP,
        RETURN,
        COUNT,
        DISPOSE,
        HOLD,
        RELEASE
    }

    private record Action(Step step, boolean first, int amount) {}

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void what_is_left_is_a_company_without_what_was_reversed(
            @ForAll("histories") List<Action> history, @ForAll @IntRange(max = 200) int which) {
        WorkingBakery bakery = new WorkingBakery().withFlour();
        for (int i = 0; i < history.size(); i++) {
            happen(bakery, "e" + i, history.get(i));
        }
        List<RecordedEvent> events = bakery.ledger().after(0, 1_000);
        EventId wrong = events.get(which % events.size()).event().id();

        Outcome<?> outcome = bakery.reverseAll("undo", wrong.value());

        assertEquals(List.of(), outcome.violations());
        assertEquals(Optional.empty(), bakery.ledger().firstBrokenPosition());
        List<LotKey> lots = List.of(FLOUR_1, FLOUR_2, BREAD_LOT);
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

    private static void replay(WorkingBakery other, Map<LotKey, Lot> registered, RecordedEvent event) {
        lotsOf(event.event())
                .filter(registered::containsKey)
                .map(registered::get)
                .forEach(other.lots()::register);
        WorkingBakery.recorded(other.ledger().append(event.event()));
    }

    private static Stream<LotKey> lotsOf(TraceEvent event) {
        return Stream.of(
                        event.lines().stream().map(EventLine::lot),
                        event.dispositionChanges().stream().map(DispositionChange::lot))
                .flatMap(lots -> lots)
                .distinct();
    }

    /** Asked for as it comes; what is refused did not happen. */
    private static void happen(WorkingBakery bakery, String id, Action action) {
        LotKey flour = action.first() ? FLOUR_1 : FLOUR_2;
        LocationId place = action.amount() % 2 == 0 ? SHELF : DOCK;
        String kilograms = 10 * action.amount() + " KGM";
        String pieces = action.amount() + " C62";
        switch (action.step()) {
            case RECEIVE -> bakery.receive(id, "N1", came(action.first() ? "L1" : "L2", action.amount() + " BG"));
            case PUT_AWAY ->
                bakery.capture()
                        .transfer(
                                EventType.PUT_AWAY,
                                new Transfer(
                                        aContext(id).request(),
                                        BERLIN,
                                        GATE,
                                        Optional.empty(),
                                        List.of(on(place, flour, kilograms))));
            case CONSUME -> bakery.consume(id, "P1", on(place, flour, kilograms));
            case PRODUCE -> produceAsMuchAsWasConsumed(bakery, id);
            case SHIP -> ship(bakery, id, pieces);
            case RETURN ->
                bakery.capture()
                        .takeBack(new CustomerReturn(
                                aContext(id).request(), "R" + id, "S1", List.of(on(GATE, BREAD_LOT, pieces))));
            case COUNT ->
                bakery.capture()
                        .count(new StockCount(
                                aContext(id).request(),
                                "C" + id,
                                List.of(on(place, flour, 50 * action.amount() + " KGM"))));
            case DISPOSE ->
                bakery.capture()
                        .dispose(new Disposal(aContext(id).request(), "D" + id, List.of(on(place, flour, kilograms))));
            case HOLD -> bakery.holds().hold(aContext(id).request(), List.of(flour), "beetles");
            case RELEASE -> bakery.holds().release(aContext(id).request(), List.of(flour), "no beetles");
        }
    }

    /** A piece for each kilogram, so that a piece costs what a kilogram does. */
    private static void produceAsMuchAsWasConsumed(WorkingBakery bakery, String id) {
        int consumed = bakery
                .unitOfWork()
                .required(() -> bakery.database()
                        .stock()
                        .at(Place.productionOrder(new DocumentReference(DocumentType.PRODUCTION_ORDER, "P1"))))
                .stream()
                .mapToInt(balance -> balance.quantity().amount().intValueExact())
                .sum();
        if (consumed > 0) {
            bakery.produce(id, "P1", BREAD, consumed + " C62", Optional.of("B1"));
        }
    }

    private static void ship(WorkingBakery bakery, String id, String pieces) {
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "1000 C62").build());
        if (bakery.lots().find(BREAD_LOT).isPresent()) {
            bakery.reserve("SO1", 1, BREAD_LOT, SHELF, pieces);
            bakery.ship(id, "S1", "SO1", leaving(1, on(SHELF, BREAD_LOT, pieces)));
        }
    }

    @Provide
    Arbitrary<List<Action>> histories() {
        return Combinators.combine(
                        Arbitraries.of(Step.class),
                        Arbitraries.of(true, true, false),
                        Arbitraries.integers().between(1, 9))
                .as(Action::new)
                .list()
                .ofMinSize(8)
                .ofMaxSize(25);
    }
}
