package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.of;
import static org.lottrace.company.WorkingBakery.on;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.LedgerProjection;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.LogisticUnit;
import org.lottrace.api.movement.LogisticUnits;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.NestedUnit;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.movement.UnitMove;
import org.lottrace.api.movement.UnitNesting;
import org.lottrace.api.movement.UnitTakingOut;
import org.lottrace.api.movement.UnitUnpacking;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.company.WorkingBakery;

/** However units are packed, nested, moved and emptied, asked for or told of afterwards: the rules of aggregation hold. */
class UnitPropertyIT {
    private static final List<Sscc> UNITS =
            IntStream.rangeClosed(1, 5).mapToObj(number -> pallet(number)).toList();

    private enum Step {
        PACK,
        NEST,
        TAKE_OUT,
        MOVE,
        MOVE_BY_LINES,
        UNPACK,
        REVERSE
    }

    private record Action(Step step, int unit, int other, boolean toGate, boolean reported) {}

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void a_unit_has_one_parent_no_cycle_one_place_and_nothing_is_lost(@ForAll("histories") List<Action> history) {
        WorkingBakery bakery = new WorkingBakery().withFlour();
        LogisticUnits units = bakery.company().service(LogisticUnits.class);
        Map<Long, List<Optional<LogisticUnit>>> shown = new TreeMap<>();
        for (int i = 0; i < history.size(); i++) {
            happen(history.get(i), i, bakery, units);

            List<StockBalance> stock =
                    bakery.unitOfWork().required(() -> bakery.database().stock().ofLots(List.of(FLOUR_1)));
            assertFalse(stock.stream().anyMatch(balance -> balance.quantity().isNegative()));
            assertEquals(
                    of("1000 KGM"), stock.stream().map(StockBalance::quantity).reduce(of("0 KGM"), Quantity::plus));
            UNITS.forEach(unit -> units.find(unit).ifPresent(UnitPropertyIT::isRight));
            shown.put(bakery.ledger().head(), all(units, AsOf.LATEST));
        }
        shown.forEach((position, then) ->
                assertEquals(then, all(units, AsOf.position(position)), () -> "as it was at position " + position));
        List<String> rows = bakery.database().contents().get("unit_nesting");
        bakery.company().services(LedgerProjection.class).stream()
                .filter(projection -> projection.name().equals("units"))
                .forEach(projection -> projection.rebuild(difference -> {
                    throw new AssertionError(difference);
                }));
        assertEquals(rows, bakery.database().contents().get("unit_nesting"));
    }

    /** Each unit, with what is in it in one order. */
    private static List<Optional<LogisticUnit>> all(LogisticUnits units, AsOf asOf) {
        return UNITS.stream()
                .map(unit -> units.find(unit, asOf)
                        .map(one -> new LogisticUnit(
                                one.unit(),
                                one.in(),
                                one.nested().stream()
                                        .sorted(Comparator.comparing(NestedUnit::toString))
                                        .toList(),
                                one.content(),
                                one.place())))
                .toList();
    }

    private static void isRight(LogisticUnit unit) {
        assertFalse(unit.in().contains(unit.unit()), "in itself");
        assertEquals(unit.in().size(), new HashSet<>(unit.in()).size(), "a cycle");
        List<Sscc> children = unit.nested().stream().map(one -> one.unit()).toList();
        assertEquals(children.size(), new HashSet<>(children).size(), "two parents");
        Set<Place> places =
                unit.content().stream().map(one -> one.position().place()).collect(Collectors.toSet());
        assertTrue(places.size() <= 1, () -> unit + " is at " + places);
    }

    private static void happen(Action action, int number, WorkingBakery bakery, LogisticUnits units) {
        Sscc unit = UNITS.get(action.unit());
        Sscc other = UNITS.get(action.other());
        LocationId to = action.toGate() ? GATE : SHELF;
        CaptureContext context = action.reported()
                ? aContext("e" + number).reported().request()
                : aContext("e" + number).requested().request();
        switch (action.step()) {
            case PACK -> {
                // a unit that is elsewhere already would be at two places: that is no step of a warehouse
                LocationId there = units.find(unit)
                        .flatMap(LogisticUnit::place)
                        .map(Place::location)
                        .orElse(SHELF);
                bakery.capture()
                        .transfer(
                                EventType.PACK,
                                new Transfer(
                                        context,
                                        BERLIN,
                                        there,
                                        Optional.of(unit),
                                        List.of(on(SHELF, FLOUR_1, "7 KGM"))));
            }
            case NEST -> units.nest(new UnitNesting(context, List.of(unit), other));
            case TAKE_OUT -> units.takeOut(new UnitTakingOut(context, List.of(unit)));
            case MOVE -> units.move(new UnitMove(context, List.of(unit), BERLIN, to));
            case MOVE_BY_LINES -> {
                List<LotQuantity> own = units.find(unit).map(LogisticUnit::content).orElse(List.of()).stream()
                        .filter(balance -> balance.position().container().equals(Optional.of(unit)))
                        .map(balance -> new LotQuantity(
                                LotReference.to(balance.lot()),
                                balance.position().place().location(),
                                Optional.of(unit),
                                balance.quantity()))
                        .toList();
                if (!own.isEmpty()) {
                    bakery.capture()
                            .transfer(EventType.TRANSFER, new Transfer(context, BERLIN, to, Optional.of(unit), own));
                }
            }
            case UNPACK -> units.unpack(new UnitUnpacking(context, unit));
            case REVERSE -> bakery.reverse("e" + number, "e" + (number / 2));
        }
    }

    @Provide
    Arbitrary<List<Action>> histories() {
        return Combinators.combine(
                        Arbitraries.of(Step.class),
                        Arbitraries.integers().between(0, UNITS.size() - 1),
                        Arbitraries.integers().between(0, UNITS.size() - 1),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(Action::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(40);
    }
}
