package org.lottrace.allocation.fefo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationDecision.Deviation;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.AllocationRules;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.OtherLot;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;

/** The market takes nothing with less than 5 days left; orders are delivered on 2026-03-03. */
class DecisionsIT {
    private static final Caller ANNA = new Caller("anna", Set.of(Role.QUALITY));
    private static final Lot MARCH =
            aLot("MARCH").of(BREAD).expiring("2026-03-20").build();
    private static final Lot APRIL =
            aLot("APRIL").of(BREAD).expiring("2026-04-20").build();
    private static final Lot OLD = aLot("OLD").of(BREAD).expiring("2026-03-04").build();

    private final Warehouse warehouse = new Warehouse()
            .with(OLD, "9 C62")
            .with(MARCH, "4 C62")
            .with(APRIL, "9 C62")
            .ordered(
                    aSalesOrder("O1").ordering(BREAD, "6 C62").build(),
                    aSalesOrder("O2").ordering(BREAD, "1 C62").build());
    private final AllocationDecisions decisions = warehouse.company.service(AllocationDecisions.class);

    @Test
    void an_allocation_keeps_what_it_looked_at_and_by_which_rules() {
        done(warehouse
                .company
                .service(AllocationRules.class)
                .save(ANNA, new RuleChange(RuleScope.EVERYTHING, TODAY, Terms.of("rotation=LEFO days=20"), "test")));

        LineAllocation line = warehouse.allocate("O1").get(0);

        AllocationDecision kept = decisions.ofOrder("O1", Optional.empty(), 10).get(0);
        assertEquals(line.candidates(), kept.candidates());
        assertEquals(line.orderLine(), kept.orderLine());
        assertEquals(Rotation.LEFO, kept.rotation());
        assertEquals(List.of(1L), kept.rules());
        assertEquals(quantity("6 C62"), kept.needed());
        assertEquals("2026-03-03", kept.delivery().toString());
        assertEquals(Optional.empty(), kept.deviation());
        assertEquals(
                "REMAINING_LIFE_BELOW_RULE",
                kept.candidates().get(1).reasons().get(0).code());
    }

    @Test
    void decisions_of_an_order_come_newest_first_a_page_at_a_time_and_none_when_nothing_was_looked_for() {
        warehouse.allocate("O1");
        warehouse.allocate("O1");
        warehouse.allocate("O2");
        warehouse.allocation.cancel("O1");
        warehouse.allocate("O1");

        List<AllocationDecision> all = decisions.ofOrder("O1", Optional.empty(), 10);
        assertEquals(2, all.size());
        assertEquals(
                List.of(all.get(1)),
                decisions.ofOrder("O1", Optional.of(all.get(0).number()), 10));
        assertEquals(List.of(all.get(0)), decisions.ofOrder("O1", Optional.empty(), 1));
    }

    @Test
    void of_many_candidates_those_that_gave_are_kept_and_it_is_said_how_many_are_not() {
        IntStream.range(0, 250)
                .forEach(i -> warehouse.with(
                        aLot("X" + i).of(BREAD).expiring("2026-03-05").build(), "1 C62"));

        warehouse.allocate("O1");

        AllocationDecision kept = decisions.ofOrder("O1", Optional.empty(), 1).get(0);
        assertEquals(AllocationDecision.MOST_CANDIDATES, kept.candidates().size());
        assertEquals(53, kept.leftOut());
        assertEquals(
                quantity("6 C62"),
                kept.candidates().stream().map(c -> c.taken()).reduce(quantity("0 C62"), (a, b) -> a.plus(b)));
    }

    @Test
    void another_lot_takes_the_place_of_the_newest_reservation_and_is_kept_as_a_deviation() {
        assertEquals("MARCH 4, APRIL 2", warehouse.allocated("O1"));

        done(take(APRIL, "5 C62", "customer asked for it"));

        assertEquals("MARCH 1, APRIL 5", warehouse.shown("O1"));
        AllocationDecision kept = decisions.deviations(Optional.empty(), 10).get(0);
        assertEquals(Optional.of(new Deviation("anna", "customer asked for it")), kept.deviation());
        assertEquals(quantity("3 C62"), kept.needed());
        assertInstanceOf(Outcome.AlreadyDone.class, take(APRIL, "5 C62", "again"));
        assertEquals(1, decisions.deviations(Optional.empty(), 10).size());
    }

    @Test
    void what_only_a_rule_has_against_a_lot_can_be_overruled() {
        done(warehouse
                .company
                .service(AllocationRules.class)
                .save(ANNA, new RuleChange(RuleScope.EVERYTHING, TODAY, Terms.of("days=20"), "test")));

        done(take(MARCH, "4 C62", "agreed by phone"));

        assertEquals("MARCH 4 - 2", warehouse.shown("O1"));
        done(warehouse.allocation.replan("O1"));
        assertEquals("MARCH 4, APRIL 2", warehouse.shown("O1"), "a new plan does not overrule who overruled the rules");
    }

    /** 9 pieces of each lot but MARCH, of which there are 4; one piece of it is reserved for O2. */
    @ParameterizedTest
    @CsvSource({
        "OLD, 1 C62, x, SHELF_LIFE_TOO_SHORT",
        "MARCH, 4 C62, x, NOT_FREE",
        "APRIL, 7 C62, x, MORE_THAN_OPEN",
        "APRIL, 0 C62, x, QUANTITY_NOT_POSITIVE",
        "APRIL, 1 CS, x, UNIT_UNKNOWN",
        "APRIL, 1 C62, ' ', REASON_MISSING"
    })
    void a_wish_is_refused_and_changes_nothing(String lot, String quantity, String reason, String code) {
        assertEquals("MARCH 1", warehouse.allocated("O2"));

        Outcome<LineAllocation> refused =
                take(lot.equals("OLD") ? OLD : lot.equals("MARCH") ? MARCH : APRIL, quantity, reason);

        assertEquals(code, refused.violations().get(0).code());
        assertEquals(List.of(), warehouse.reservations("O1"));
        assertEquals(List.of(), decisions.deviations(Optional.empty(), 10));
    }

    @Test
    void a_wish_for_what_is_not_ordered_is_refused() {
        assertEquals(
                "ORDER_UNKNOWN",
                decisions
                        .takeOther(ANNA, other("O9", 1, APRIL, "1 C62", "x"))
                        .violations()
                        .get(0)
                        .code());
        assertEquals(
                "ORDER_LINE_UNKNOWN",
                decisions
                        .takeOther(ANNA, other("O1", 9, APRIL, "1 C62", "x"))
                        .violations()
                        .get(0)
                        .code());
    }

    @Test
    void reservations_never_exceed_what_there_is() {
        warehouse.allocate("O1");
        warehouse.allocate("O2");

        take(APRIL, "6 C62", "all of it");

        assertEquals(
                List.of("APRIL 6", "APRIL 1"),
                List.of("O1", "O2").stream()
                        .flatMap(order -> warehouse.reservations(order).stream())
                        .map(DecisionsIT::text)
                        .toList());
    }

    /** MARCH has 17 days left on the day of delivery, and a rule that came later wants 20. */
    @Test
    void a_new_plan_gives_back_what_may_not_go_any_more_and_keeps_the_rest() {
        assertEquals("MARCH 4, APRIL 2", warehouse.allocated("O1"));
        assertEquals("APRIL 1", warehouse.allocated("O2"));
        done(warehouse
                .company
                .service(AllocationRules.class)
                .save(ANNA, new RuleChange(RuleScope.EVERYTHING, TODAY, Terms.of("days=20"), "test")));
        warehouse.with(aLot("MAY").of(BREAD).expiring("2026-05-20").build(), "1 C62");

        List<LineAllocation> lines = done(warehouse.allocation.replan("O1"));

        assertEquals("APRIL 6", warehouse.shown("O1"));
        assertEquals("APRIL 1", warehouse.shown("O2"));
        assertEquals(quantity("6 C62"), lines.get(0).reserved());
        assertEquals(
                quantity("4 C62"),
                decisions.ofOrder("O1", Optional.empty(), 1).get(0).needed());
        assertEquals(
                "APRIL 6",
                text(done(warehouse.allocation.replan("O1"))
                        .get(0)
                        .reservations()
                        .get(0)));
        assertEquals(2, decisions.ofOrder("O1", Optional.empty(), 10).size());
        assertEquals(
                "ORDER_UNKNOWN",
                warehouse.allocation.replan("O9").violations().get(0).code());
    }

    private static String text(Reservation reservation) {
        return reservation.lot().number() + " " + reservation.quantity().amount();
    }

    private Outcome<LineAllocation> take(Lot lot, String quantity, String reason) {
        return decisions.takeOther(ANNA, other("O1", 1, lot, quantity, reason));
    }

    private static OtherLot other(String order, int line, Lot lot, String quantity, String reason) {
        return new OtherLot(
                new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, order), line),
                lot.key(),
                Position.at(in(SHELF)),
                quantity(quantity),
                reason);
    }
}
