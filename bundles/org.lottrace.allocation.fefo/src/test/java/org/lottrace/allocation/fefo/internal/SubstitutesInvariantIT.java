package org.lottrace.allocation.fefo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.lottrace.api.allocation.AllocationRules;
import org.lottrace.api.allocation.AllocationWaves;
import org.lottrace.api.allocation.Fairness;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.quantity.Quantity;

/**
 * Whatever happens: no goods are reserved twice, no line gets more than it wants, and what a line wants and what is replaced of it are
 * together what was ordered, unless more of a substitute has left than is wanted by now.
 */
class SubstitutesInvariantIT {
    private static final Caller ANNA = new Caller("anna", Set.of(Role.ADMINISTRATOR));
    private static final String EITHER = "instead=FLOUR:2_C62:1_KGM,SALT:3_C62:2_KGM takes";
    private static final List<Lot> LOTS = List.of(
            aLot("B").of(BREAD).expiring("2026-04-20").build(),
            aLot("F").of(FLOUR).expiring("2026-05-20").build(),
            aLot("S").of(SALT).build());

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void what_is_replaced_and_what_is_left_are_what_was_ordered(@ForAll("steps") List<Step> steps) {
        Warehouse warehouse = new Warehouse();
        done(warehouse
                .company
                .service(AllocationRules.class)
                .save(ANNA, new RuleChange(scope(BREAD), TODAY, Terms.of(EITHER), "test")));
        Map<String, Integer> sent = new HashMap<>();

        for (Step step : steps) {
            take(step, warehouse, sent);

            assertNothingIsReservedTwice(warehouse);
            sent.forEach((order, breads) -> assertOrdered(warehouse, order, breads));
        }
    }

    private static void take(Step step, Warehouse warehouse, Map<String, Integer> sent) {
        String order = "O" + step.which;
        switch (step.kind) {
            case ARRIVE -> warehouse.with(LOTS.get(step.which), step.pieces + (step.which == 0 ? " C62" : " KGM"));
            case ORDER -> {
                warehouse.ordered(aSalesOrder(order)
                        .ordering(BREAD, step.pieces + " C62")
                        .ordering(SALT, "1 KGM")
                        .build());
                sent.put(order, step.pieces);
            }
            case ALLOCATE -> warehouse.allocation.allocate(order);
            case WAVE -> {
                if (!sent.isEmpty()) {
                    done(warehouse
                            .company
                            .service(AllocationWaves.class)
                            .allocate(
                                    sent.keySet().stream().sorted().toList(),
                                    Fairness.values()[step.pieces % Fairness.values().length]));
                }
            }
            case REPLAN -> warehouse.allocation.replan(order);
            case GIVE_BACK ->
                warehouse
                        .orders
                        .find(order)
                        .map(SalesOrder::reference)
                        .ifPresent(reference -> warehouse.allocation.giveBackSubstitute(
                                new OrderLineReference(reference, SalesOrder.FIRST_SUBSTITUTE)));
            case CANCEL -> warehouse.allocation.cancel(order);
            case SHIP -> warehouse.ship(order);
            default -> throw new IllegalArgumentException(step.toString());
        }
    }

    private static void assertOrdered(Warehouse warehouse, String number, int breads) {
        SalesOrder order = warehouse.orders.find(number).orElseThrow();
        List<LineAllocation> lines = done(warehouse.allocation.show(number));
        lines.forEach(line -> assertTrue(
                line.reserved().isZero()
                        || line.reserved().compareTo(line.ordered().minus(line.shipped())) <= 0,
                line::toString));
        Quantity replaced = quantity("0 C62");
        for (SalesOrder.Line line : order.lines()) {
            if (line.insteadOf().isPresent()) {
                Quantity of = line.insteadOf().get().quantity();
                replaced = replaced.plus(of);
                int each = line.item().equals(FLOUR) ? 2 : 3;
                int by = line.item().equals(FLOUR) ? 1 : 2;
                assertEquals(
                        line.quantity().amount().intValueExact() * each,
                        of.amount().intValueExact() * by,
                        order::toString);
            }
        }
        Quantity left = order.line(1).orElseThrow().quantity();
        Quantity ordered = quantity(breads + " C62");
        assertTrue(
                left.plus(replaced).compareTo(ordered) == 0 || left.isZero() && replaced.compareTo(ordered) > 0,
                () -> breads + " ordered, but " + order);
        assertEquals(quantity("1 KGM"), order.line(2).orElseThrow().quantity());
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
                    .filter(one ->
                            one.lot().equals(balance.lot()) && one.position().equals(balance.position()))
                    .map(Reservation::quantity)
                    .reduce(Quantity.zero(balance.quantity().unit()), Quantity::plus);
            assertTrue(reserved.compareTo(balance.quantity()) <= 0, () -> reserved + " reserved of " + balance);
        }
    }

    private static RuleScope scope(ItemNumber item) {
        return new RuleScope(Optional.of(item), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
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
                .ofMaxSize(30);
    }

    enum Kind {
        ARRIVE,
        ORDER,
        ALLOCATE,
        WAVE,
        REPLAN,
        GIVE_BACK,
        CANCEL,
        SHIP
    }

    record Step(Kind kind, int which, int pieces) {}
}
