package org.lottrace.allocation.fefo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.AllocationRules;
import org.lottrace.api.allocation.AllocationWaves;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.allocation.DeliveryRules;
import org.lottrace.api.allocation.DeliveryRules.Wanted;
import org.lottrace.api.allocation.Fairness;
import org.lottrace.api.allocation.LostReservations;
import org.lottrace.api.allocation.OtherLot;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.violation.Violation;
import org.lottrace.persistence.testing.SentStatements;

/** Lots of bread from two countries; of the last one nobody says where it comes from. Orders want all lots of a line from one. */
@ParameterizedClass
@EnumSource
class AgreeingLotsIT {
    private static final Caller ANNA = new Caller("anna", Set.of(Role.ADMINISTRATOR));
    private static final Lot MARCH =
            aLot("MARCH").of(BREAD).expiring("2026-03-20").build();
    private static final Lot APRIL =
            aLot("APRIL").of(BREAD).expiring("2026-04-20").build();
    private static final Lot MAY = aLot("MAY").of(BREAD).expiring("2026-05-20").build();
    private static final Lot JUNE =
            aLot("JUNE").of(BREAD).expiring("2026-06-20").build();

    private final Warehouse warehouse;
    private final AllocationDecisions decisions;

    AgreeingLotsIT(Warehouse.On on) {
        warehouse = new Warehouse(on)
                .with(MARCH, "4 C62")
                .with(APRIL, "5 C62")
                .with(MAY, "3 C62")
                .with(JUNE, "6 C62")
                .ordered(aSalesOrder("O1").ordering(BREAD, "7 C62").build());
        decisions = warehouse.company.service(AllocationDecisions.class);
        from(MARCH, "DE");
        from(APRIL, "FR");
        from(MAY, "DE");
    }

    @Test
    void a_line_gets_lots_that_agree_and_is_told_why_others_are_passed_over() {
        rule();

        List<Candidate> candidates = warehouse.allocate("O1").get(0).candidates();

        assertEquals("MARCH 4, MAY 3", warehouse.shown("O1"));
        assertEquals(
                Map.of("APRIL", List.of("OTHER_LOTS_AGREE"), "JUNE", List.of("OTHER_LOTS_AGREE")),
                candidates.stream()
                        .filter(one -> !one.reasons().isEmpty())
                        .collect(Collectors.toMap(one -> one.lot().number().value(), one -> one.reasons().stream()
                                .map(Violation::code)
                                .toList())));
        String why = candidates.get(1).reasons().get(0).message();
        assertTrue(why.contains("FR") && why.contains("DE") && why.contains("countryOfOrigin"), why);
        assertTrue(why.contains("rule 1"), why);
        String unsaid = candidates.get(3).reasons().get(0).message();
        assertTrue(unsaid.contains("it says nothing as its countryOfOrigin"), unsaid);
    }

    @Test
    void a_lot_of_which_nobody_said_it_goes_alone() {
        warehouse.ordered(aSalesOrder("O1").ordering(BREAD, "9 C62").build());
        rule();
        assertEquals("MARCH 4, MAY 3 - 2", warehouse.allocated("O1"));

        warehouse.ordered(aSalesOrder("O2").ordering(BREAD, "6 C62").build());
        assertEquals("JUNE 6", warehouse.allocated("O2"));
    }

    @Test
    void an_order_that_wants_more_goes_on_with_lots_that_agree_with_what_it_has() {
        warehouse.ordered(aSalesOrder("O1").ordering(BREAD, "4 C62").build());
        rule();
        assertEquals("MARCH 4", warehouse.allocated("O1"));

        warehouse.ordered(aSalesOrder("O1").ordering(BREAD, "9 C62").build());

        assertEquals("MARCH 4, MAY 3 - 2", warehouse.allocated("O1"));
    }

    @Test
    void a_new_plan_gives_back_what_does_not_agree_with_the_most_that_is_reserved() {
        assertEquals("MARCH 4, APRIL 3", warehouse.allocated("O1"));
        rule();

        done(warehouse.allocation.replan("O1"));

        assertEquals("MARCH 4, MAY 3", warehouse.shown("O1"));
    }

    @Test
    void what_does_not_agree_any_more_is_mended_and_why_is_kept() {
        assertEquals("MARCH 4, APRIL 3", warehouse.allocated("O1"));
        rule();

        done(warehouse.company.service(LostReservations.class).mend("O1"));

        assertEquals("MARCH 4, MAY 3", warehouse.shown("O1"));
        String why = decisions.ofOrder("O1", Optional.empty(), 10).stream()
                .filter(one -> one.isLoss())
                .findFirst()
                .orElseThrow()
                .candidates()
                .get(0)
                .reasons()
                .get(0)
                .message();
        assertTrue(why.contains("countryOfOrigin"), why);
    }

    @Test
    void a_wave_keeps_it_whichever_lines_exchange_goods() {
        warehouse.ordered(
                aSalesOrder("O2").ordering(BREAD, "5 C62").build(),
                aSalesOrder("O3").ordering(BREAD, "6 C62").build());
        rule();

        done(warehouse.company.service(AllocationWaves.class).allocate(List.of("O1", "O2", "O3"), Fairness.AS_LISTED));

        assertEquals("MARCH 4, MAY 3", warehouse.shown("O1"));
        assertEquals("APRIL 5", warehouse.shown("O2"));
        assertEquals("JUNE 6", warehouse.shown("O3"));
    }

    @Test
    void a_wave_reads_what_lots_say_once_for_all_of_its_orders() {
        rule();
        warehouse.ordered(
                aSalesOrder("O2").ordering(BREAD, "1 C62").build(),
                aSalesOrder("O3").ordering(BREAD, "1 C62").build(),
                aSalesOrder("O4").ordering(BREAD, "1 C62").build());
        AllocationWaves waves = warehouse.company.service(AllocationWaves.class);
        // the rule is read once
        done(waves.whatIf(List.of("O1"), Fairness.AS_LISTED));
        long two = statements(() -> done(waves.whatIf(List.of("O1", "O2"), Fairness.AS_LISTED)));

        assertEquals(two, statements(() -> done(waves.whatIf(List.of("O1", "O2", "O3", "O4"), Fairness.AS_LISTED))));
    }

    @Test
    void who_takes_another_lot_that_does_not_agree_says_why_and_then_it_may_leave_with_the_others() {
        rule();
        assertEquals("MARCH 4, MAY 3", warehouse.allocated("O1"));

        done(decisions.takeOther(ANNA, other(APRIL, "3 C62")));

        assertEquals("MARCH 4, APRIL 3", warehouse.shown("O1"));
        assertEquals(
                List.of("LOTS_DISAGREE"),
                decisions.deviations(Optional.empty(), 1).get(0).candidates().stream()
                        .filter(one -> one.taken().isPositive())
                        .flatMap(one -> one.reasons().stream())
                        .map(Violation::code)
                        .filter(Agreement.LOTS_DISAGREE::equals)
                        .toList());
        assertEquals(Map.of(), against(MARCH, APRIL));
        done(warehouse.allocation.replan("O1"));
        assertEquals("MARCH 4, APRIL 3", warehouse.shown("O1"));
    }

    @Test
    void lots_that_do_not_agree_do_not_leave_for_one_line_together() {
        rule();

        assertEquals(Map.of(), against(MARCH, MAY));
        assertEquals(Map.of(), against(JUNE));
        assertEquals(
                Map.of("MARCH", List.of("LOTS_DISAGREE"), "APRIL", List.of("LOTS_DISAGREE")), against(MARCH, APRIL));
    }

    @Test
    void what_is_known_of_a_lot_by_itself_is_an_attribute_too() {
        rule("same=expiryDate");

        assertEquals("JUNE 6 - 1", warehouse.allocated("O1"));
    }

    private Map<String, List<String>> against(Lot... lots) {
        SalesOrder order = aSalesOrder("O1").ordering(BREAD, "7 C62").build();
        return warehouse
                .company
                .service(DeliveryRules.class)
                .against(
                        order,
                        List.of(lots).stream().map(lot -> new Wanted(1, lot)).toList(),
                        TODAY,
                        NOW)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        one -> one.getKey().lot().number().value(),
                        one -> one.getValue().stream().map(Violation::code).toList()));
    }

    private static OtherLot other(Lot lot, String quantity) {
        return new OtherLot(
                new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "O1"), 1),
                lot.key(),
                Position.at(in(SHELF)),
                quantity(quantity),
                "the customer takes both");
    }

    private void rule() {
        rule("same=countryOfOrigin");
    }

    private void rule(String terms) {
        done(warehouse
                .company
                .service(AllocationRules.class)
                .save(ANNA, new RuleChange(RuleScope.EVERYTHING, TODAY, Terms.of(terms), "label")));
    }

    private void from(Lot lot, String country) {
        warehouse.append(anEvent("from-" + lot.number(), EventType.LOT_CHANGE)
                .build()
                .changing(List.of(LotChange.changed(
                        lot,
                        List.of(),
                        lot,
                        List.of(KeyDataElement.COUNTRY_OF_ORIGIN.is(new KeyDataValue.Code(country))),
                        "label"))));
    }

    private long statements(Runnable work) {
        return SentStatements.of(work::run).size();
    }
}
