package org.lottrace.allocation.fefo.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.quantity.Quantity;

/** Whatever happens in whichever order, on the real ledger and the real stores. */
class ReservationInvariantIT {
    private static final List<Lot> LOTS =
            List.of(bread("A", "2026-03-20"), bread("B", "2026-03-20"), bread("C", "2026-04-20"));
    private static final List<LocationId> LOCATIONS = List.of(Bakery.SHELF, Bakery.PICK_FACE);

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void never_more_is_reserved_than_there_is_and_no_line_gets_more_than_it_wants(@ForAll("steps") List<Step> steps) {
        Warehouse warehouse = new Warehouse();

        for (Step step : steps) {
            take(step, warehouse);

            assertNothingIsReservedTwice(warehouse);
        }
    }

    private static void take(Step step, Warehouse warehouse) {
        String order = "O" + step.which;
        switch (step.kind) {
            case ARRIVE -> warehouse.with(LOTS.get(step.which), step.pieces + " C62", LOCATIONS.get(step.pieces % 2));
            case ORDER ->
                warehouse.ordered(aSalesOrder(order)
                        .ordering(BREAD, step.pieces + " C62")
                        .ordering(BREAD, "1 C62")
                        .build());
            case ALLOCATE ->
                warehouse
                        .allocation
                        .allocate(order)
                        .fold(
                                lines -> {
                                    lines.forEach(line -> assertTrue(isNoMoreThanWanted(line), line::toString));
                                    return lines;
                                },
                                List::of);
            case CANCEL -> warehouse.allocation.cancel(order);
            case SHIP -> warehouse.ship(order);
            default -> throw new IllegalArgumentException(step.toString());
        }
    }

    /** An order may be changed to less than has shipped: then it wants nothing. */
    private static boolean isNoMoreThanWanted(LineAllocation line) {
        return line.reserved().isZero()
                || line.reserved().compareTo(line.ordered().minus(line.shipped())) <= 0;
    }

    private static void assertNothingIsReservedTwice(Warehouse warehouse) {
        List<Reservation> reservations = warehouse.database.unitOfWork().required(() -> warehouse
                .database
                .reservations()
                .ofLots(LOTS.stream().map(Lot::key).toList()));
        for (StockBalance balance : warehouse
                .database
                .unitOfWork()
                .required(() -> warehouse.database.stock().at(BERLIN))) {
            Quantity reserved = reservations.stream()
                    .filter(r -> r.lot().equals(balance.lot()) && r.position().equals(balance.position()))
                    .map(Reservation::quantity)
                    .reduce(Quantity.zero(balance.quantity().unit()), Quantity::plus);
            assertTrue(reserved.compareTo(balance.quantity()) <= 0, () -> reserved + " reserved of " + balance);
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, LOTS.size() - 1),
                        Arbitraries.integers().between(1, 9))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(25);
    }

    private static Lot bread(String number, String expiry) {
        return aLot(number).of(BREAD).madeAt(BERLIN).expiring(expiry).build();
    }

    enum Kind {
        ARRIVE,
        ORDER,
        ALLOCATE,
        CANCEL,
        SHIP
    }

    record Step(Kind kind, int which, int pieces) {}
}
