package org.lottrace.allocation.fefo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.AllocationRule;
import org.lottrace.api.allocation.AllocationRules;
import org.lottrace.api.allocation.AllocationWaves;
import org.lottrace.api.allocation.Fairness;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.LostReservations;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.allocation.Substitute;
import org.lottrace.api.allocation.TransferAllocation;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ChannelId;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.SalesOrder.InsteadOf;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.api.order.TransferOrders;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;

/** There are 4 breads, 3 kg of flour and 9 kg of salt; two breads may be replaced by one kilogram of either, flour first. */
@ParameterizedClass
@EnumSource
class SubstitutesIT {
    private static final Caller ANNA = new Caller("anna", Set.of(Role.ADMINISTRATOR));
    private static final String EITHER = "instead=FLOUR:2_C62:1_KGM,SALT:2_C62:1_KGM";
    private static final int FIRST = SalesOrder.FIRST_SUBSTITUTE;

    private final Warehouse warehouse;
    private final AllocationRules rules;

    SubstitutesIT(Warehouse.On on) {
        warehouse = new Warehouse(on)
                .with(aLot("B").of(BREAD).expiring("2026-04-20").build(), "4 C62")
                .with(aLot("F").of(FLOUR).expiring("2026-05-20").build(), "3 KGM")
                .with(aLot("S").of(SALT).build(), "9 KGM");
        rules = warehouse.company.service(AllocationRules.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            # enough of the bread itself
            4  ; B 4
            # whole steps only: one bread stays short
            7  ; B 4 - 1 | F 1
            # the second one when the first one is used up
            20 ; B 4 | F 3 | S 5
            50 ; B 4 - 22 | F 3 | S 9
            """)
    void what_is_short_is_replaced_in_the_order_of_the_rule(int wanted, String expected) {
        order(wanted);
        rule(EITHER + " takes");

        assertEquals(expected, warehouse.allocated("O1"));
        assertEquals(expected, warehouse.allocated("O1"), "the same again changes nothing");
    }

    @Test
    void the_order_says_what_stands_in_whose_place_and_the_decision_names_the_rule() {
        order(20);
        AllocationRule rule = rule(EITHER + " takes");

        List<LineAllocation> lines = warehouse.allocate("O1");

        assertEquals(
                List.of(Optional.empty(), Optional.of(1), Optional.of(1)),
                lines.stream().map(LineAllocation::insteadOf).toList());
        SalesOrder order = warehouse.orders.find("O1").orElseThrow();
        assertEquals(quantity("4 C62"), order.line(1).orElseThrow().quantity());
        assertEquals(
                Optional.of(new InsteadOf(1, quantity("6 C62"))),
                order.line(FIRST).orElseThrow().insteadOf());
        assertEquals(
                Optional.of(new InsteadOf(1, quantity("10 C62"))),
                order.line(FIRST + 1).orElseThrow().insteadOf());
        assertEquals(1, order.orderedLine(FIRST + 1));
        assertEquals(
                Set.of(rule.version()),
                warehouse.company.service(AllocationDecisions.class).ofOrder("O1", Optional.empty(), 10).stream()
                        .filter(one -> one.orderLine().line() >= FIRST)
                        .map(AllocationDecision::rules)
                        .flatMap(List::stream)
                        .collect(Collectors.toSet()));
    }

    @Test
    void a_substitute_costs_the_customer_what_it_would_have_paid_for_what_it_replaces() {
        warehouse.ordered(
                aSalesOrder("O1").ordering(BREAD, "20 C62", "3.00 C62").build());
        rule(EITHER + " takes");

        warehouse.allocate("O1");

        assertEquals(
                List.of("3 C62", "6 KGM", "6 KGM"),
                prices(),
                "6 breads of 3 euros are 3 kilograms of 6 euros, and so on");
        warehouse.ordered(
                aSalesOrder("O1").ordering(BREAD, "20 C62", "4.00 C62").build());
        assertEquals(List.of("4 C62", "8 KGM", "8 KGM"), prices(), "another price is agreed");
    }

    private List<String> prices() {
        return warehouse.orders.find("O1").orElseThrow().lines().stream()
                .flatMap(line -> line.price().stream())
                .map(price -> price.amount().toPlainString() + " " + price.per())
                .toList();
    }

    @Test
    void a_rule_that_does_not_take_says_what_could_be_taken_and_somebody_takes_it() {
        order(7);
        rule(EITHER);

        LineAllocation line = warehouse.allocate("O1").get(0);

        assertEquals(quantity("3 C62"), line.shortBy());
        assertEquals(
                List.of(
                        new Substitute(FLOUR, quantity("2 C62"), quantity("1 KGM")),
                        new Substitute(SALT, quantity("2 C62"), quantity("1 KGM"))),
                line.substitutes());
        assertEquals("B 4 - 1 | S 1", text(done(take(1, SALT))));
        assertEquals(List.of("NOT_FREE item"), codes(take(1, SALT)));
        assertEquals(List.of("SUBSTITUTE_NOT_ALLOWED item"), codes(take(1, BREAD)));
        assertEquals(List.of("SUBSTITUTE_NOT_ALLOWED item"), codes(take(FIRST, FLOUR)));
        assertEquals(List.of("ORDER_LINE_UNKNOWN orderLine"), codes(take(9, SALT)));
    }

    @Test
    void a_substitution_is_given_back_as_long_as_nothing_of_it_is_on_its_way() {
        order(20);
        rule(EITHER + " takes");
        warehouse.allocate("O1");

        assertEquals("B 4 - 6 | S 5", text(done(giveBack(FIRST))));
        assertEquals(List.of("ORDER_LINE_UNKNOWN orderLine"), codes(giveBack(FIRST)));
        assertEquals(List.of("ORDER_LINE_UNKNOWN orderLine"), codes(giveBack(1)));
        assertEquals("B 4 | S 5 | F 3", warehouse.allocated("O1"), "the rule takes it again");

        warehouse.ship("O1");
        assertEquals(List.of("SUBSTITUTE_IN_USE orderLine"), codes(giveBack(FIRST + 1)));
    }

    @Test
    void an_order_that_is_sent_again_keeps_what_was_substituted_while_it_wants_as_much() {
        order(20);
        rule(EITHER + " takes");
        warehouse.allocate("O1");

        order(20);
        assertEquals("B 4 | F 3 | S 5", warehouse.shown("O1"));
        order(22);
        assertEquals("B 4 - 2 | F 3 | S 5", warehouse.shown("O1"));
        // no bread is left that the salt could stand for
        order(7);
        assertEquals("B 1 | F 3", warehouse.shown("O1"));
        warehouse.ordered(warehouse.orders.find("O1").orElseThrow());
        assertEquals("B 1 | F 3", warehouse.shown("O1"), "who sends what was read changes nothing");
    }

    @Test
    void what_was_substituted_for_another_channel_is_given_back_unless_it_has_left() {
        order(20);
        rule(EITHER + " takes");
        warehouse.allocate("O1");

        warehouse.ordered(
                aSalesOrder("O1").through("EXPORT").ordering(BREAD, "20 C62").build());
        assertEquals("- 20", warehouse.shown("O1"));

        warehouse.allocate("O1");
        warehouse.ship("O1");
        warehouse.ordered(aSalesOrder("O1").ordering(BREAD, "20 C62").build());
        assertEquals(List.of(quantity("4 C62"), quantity("3 KGM"), quantity("5 KGM")), shipped());
        assertEquals(List.of(), warehouse.reservations("O1"));
    }

    @Test
    void a_rule_for_a_channel_replaces_nothing_for_others() {
        order(7);
        RuleScope export = new RuleScope(
                Optional.of(BREAD),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ChannelId("EXPORT")),
                Optional.empty());
        done(rules.save(ANNA, new RuleChange(export, TODAY, Terms.of(EITHER + " takes"), "test")));

        assertEquals("B 4 - 3", warehouse.allocated("O1"));
        warehouse.ordered(
                aSalesOrder("O1").through("EXPORT").ordering(BREAD, "7 C62").build());
        assertEquals("B 4 - 1 | F 1", warehouse.allocated("O1"));
    }

    @Test
    void what_an_order_wants_of_a_substitute_itself_is_not_taken_for_another_line() {
        warehouse.ordered(aSalesOrder("O1")
                .ordering(BREAD, "20 C62")
                .ordering(FLOUR, "3 KGM")
                .build());
        rule(EITHER + " takes");

        assertEquals("B 4 | F 3 | S 8", warehouse.allocated("O1"));
    }

    @Test
    void a_substitute_that_lost_its_goods_gets_them_back_and_more_of_them() {
        order(7);
        rule("instead=SALT:2_C62:1_KGM takes");
        assertEquals("B 4 - 1 | S 1", warehouse.allocated("O1"));
        warehouse.allocation.cancel("O1");
        order(20);

        assertEquals("B 4 | S 8", warehouse.allocated("O1"));
        assertEquals("B 4 | S 8", warehouse.shown("O1"));
    }

    /** A substitute goes by its own rules, and its goods are there once. */
    @Test
    void a_substitute_is_judged_by_the_rules_of_its_item_and_no_order_gets_it_twice() {
        order(20);
        warehouse.ordered(aSalesOrder("O2").ordering(FLOUR, "2 KGM").build());
        rule(EITHER + " takes");
        done(rules.save(ANNA, new RuleChange(scope(SALT), TODAY, Terms.of("whole=KGM lots=1"), "test")));
        warehouse.allocate("O2");

        assertEquals("B 4 | F 1 | S 7", warehouse.allocated("O1"));

        done(rules.save(ANNA, new RuleChange(scope(FLOUR), TODAY, Terms.of("until=2026-12-31"), "test")));
        assertEquals("B 4 - 2 | S 7", text(done(giveBack(FIRST))));
        assertEquals("B 4 | S 8", warehouse.allocated("O1"));
    }

    @Test
    void a_wave_replaces_what_is_short_when_all_orders_have_what_they_want_themselves() {
        order(7);
        warehouse.ordered(aSalesOrder("O2").ordering(FLOUR, "3 KGM").build());
        rule(EITHER + " takes");
        AllocationWaves waves = warehouse.company.service(AllocationWaves.class);
        List<String> orders = List.of("O1", "O2");

        assertEquals("B 4 - 1 | S 1 | F 3", text(done(waves.whatIf(orders, Fairness.AS_LISTED))));
        assertEquals("- 7", warehouse.shown("O1"), "what would be is not written");
        assertEquals("B 4 - 1 | S 1 | F 3", text(done(waves.allocate(orders, Fairness.AS_LISTED))));
        assertEquals("B 4 - 1 | S 1", warehouse.shown("O1"));
        assertEquals("B 4 - 1 | S 1 | F 3", text(done(waves.allocate(orders, Fairness.AS_LISTED))), "the same again");
    }

    @Test
    void orders_of_a_wave_share_what_may_replace_their_goods() {
        order(12);
        warehouse.ordered(aSalesOrder("O2").ordering(BREAD, "24 C62").build());
        rule(EITHER + " takes");

        done(warehouse.company.service(AllocationWaves.class).allocate(List.of("O1", "O2"), Fairness.PROPORTIONAL));

        assertEquals(
                Map.of(FLOUR, quantity("3 KGM"), SALT, quantity("9 KGM"), BREAD, quantity("4 C62")),
                Stream.of("O1", "O2")
                        .flatMap(order -> warehouse.reservations(order).stream())
                        .collect(Collectors.toMap(
                                one -> one.lot().item(), Reservation::quantity, (one, other) -> one.plus(other))));
    }

    @Test
    void a_wave_says_what_could_be_taken_where_the_rule_does_not_take_it() {
        order(7);
        rule(EITHER);

        LineAllocation line = done(warehouse
                        .company
                        .service(AllocationWaves.class)
                        .allocate(List.of("O1"), Fairness.AS_LISTED))
                .get(0);

        assertEquals(quantity("3 C62"), line.shortBy());
        assertEquals(
                List.of(
                        new Substitute(FLOUR, quantity("2 C62"), quantity("1 KGM")),
                        new Substitute(SALT, quantity("2 C62"), quantity("1 KGM"))),
                line.substitutes());
    }

    @Test
    void what_an_order_loses_is_replaced_when_it_is_mended() {
        order(4);
        rule(EITHER + " takes");
        warehouse.allocate("O1");
        warehouse.holding(aLot("B").of(BREAD).expiring("2026-04-20").build());

        assertEquals(
                " | F 2",
                text(done(warehouse.company.service(LostReservations.class).mend("O1"))));
        assertEquals(" | F 2", warehouse.shown("O1"));
        assertEquals(List.of(), warehouse.database.texts("select code from exception_case"), "nothing is missing");
    }

    @Test
    void every_problem_of_the_substitutes_of_a_rule_is_told_with_its_place() {
        String wrong = "instead=BREAD:1_C62:1_C62,CAKE:1_C62:1_C62,SALT:0_C62:1_C62,SALT:1_KGM:1_KGM";

        assertEquals(
                List.of(
                        "SUBSTITUTE_REPEATED terms.substitutes[1].item",
                        "ITEM_UNKNOWN terms.substitutes[2].item",
                        "QUANTITY_NOT_POSITIVE terms.substitutes[3].ordered",
                        "UNIT_UNKNOWN terms.substitutes[3].instead",
                        "SUBSTITUTE_REPEATED terms.substitutes[4].item",
                        "UNIT_UNKNOWN terms.substitutes[4].ordered"),
                codes(rules.save(ANNA, new RuleChange(scope(BREAD), TODAY, Terms.of(wrong), "test"))));
        assertEquals(
                List.of("SCOPE_UNCLEAR scope.item"),
                codes(rules.save(ANNA, new RuleChange(RuleScope.EVERYTHING, TODAY, Terms.of(EITHER), "test"))));
    }

    /** The other site, and who planned the product, count on that item. */
    @ParameterizedTest
    @EnumSource(
            value = DocumentType.class,
            names = {"TRANSFER_ORDER", "PRODUCTION_ORDER"})
    void nothing_takes_the_place_of_what_a_transfer_or_a_production_order_names(DocumentType type) {
        OrderLineReference line = new OrderLineReference(new DocumentReference(type, "T1"), 1);

        assertEquals(
                List.of("SUBSTITUTE_NOT_ALLOWED orderLine"), codes(warehouse.allocation.takeSubstitute(line, FLOUR)));
        assertEquals(List.of("ORDER_LINE_UNKNOWN orderLine"), codes(warehouse.allocation.giveBackSubstitute(line)));
    }

    @Test
    void a_transfer_order_that_is_short_is_offered_nothing_else() {
        rule(EITHER + " takes");
        assertEquals(
                List.of(),
                warehouse
                        .company
                        .service(TransferOrders.class)
                        .save(List.of(new TransferOrder(
                                "T1",
                                BERLIN,
                                POTSDAM,
                                TODAY,
                                Optional.empty(),
                                List.of(new TransferOrder.Line(1, BREAD, quantity("7 C62")))))));

        List<LineAllocation> lines =
                done(warehouse.company.service(TransferAllocation.class).allocate("T1"));

        assertEquals("B 4 - 3", text(lines));
        assertEquals(List.of(), lines.get(0).substitutes());
    }

    @ParameterizedTest
    @ValueSource(strings = {EITHER, "takes"})
    void a_rule_for_transfer_or_production_orders_names_no_substitutes(String terms) {
        for (ChannelId channel : List.of(RuleScope.TRANSFER, RuleScope.PRODUCTION)) {
            RuleScope scope = new RuleScope(
                    Optional.of(BREAD), Optional.empty(), Optional.empty(), Optional.of(channel), Optional.empty());

            assertEquals(
                    List.of("SCOPE_UNCLEAR scope.channel"),
                    codes(rules.save(ANNA, new RuleChange(scope, TODAY, Terms.of(terms), "test"))));
        }
    }

    @Test
    void a_line_that_says_in_whose_place_it_stands_names_one_that_was_ordered() {
        assertEquals(
                List.of(
                        "ORDER_LINE_UNKNOWN orders[1].lines[2].insteadOf.line",
                        "QUANTITY_NOT_POSITIVE orders[1].lines[3].insteadOf.quantity",
                        "UNIT_UNKNOWN orders[1].lines[3].insteadOf.quantity"),
                warehouse
                        .orders
                        .save(List.of(aSalesOrder("O9")
                                .ordering(BREAD, "1 C62")
                                .insteadOf(4, "1 C62", SALT, "1 KGM")
                                .insteadOf(1, "0 KGM", FLOUR, "1 KGM")
                                .build()))
                        .stream()
                        .map(one -> one.code() + " " + one.path())
                        .toList());
    }

    @Test
    void the_number_of_a_substitute_is_given_to_no_other_item() {
        order(20);
        rule(EITHER + " takes");
        warehouse.allocate("O1");
        SalesOrder known = warehouse.orders.find("O1").orElseThrow();

        SalesOrder other = new SalesOrder(
                known.number(),
                known.customer(),
                known.customerOrder(),
                known.shipFrom(),
                known.deliveryDate(),
                List.of(known.lines().get(0), new SalesOrder.Line(FIRST, SALT, quantity("1 KGM"))));

        assertEquals(
                List.of("LINE_REPEATED orders[1].lines[2].number"),
                warehouse.orders.save(List.of(other)).stream()
                        .map(one -> one.code() + " " + one.path())
                        .toList());
    }

    @Test
    void what_has_left_for_a_substitute_that_is_gone_counts_for_no_other_one() {
        order(20);
        rule(EITHER + " takes");
        warehouse.allocate("O1");
        warehouse.ship("O1");

        warehouse.ordered(aSalesOrder("O1").ordering(SALT, "1 KGM").build());
        order(20);
        warehouse.allocate("O1");

        assertEquals(List.of(quantity("4 C62"), quantity("0 KGM")), shipped());
        assertEquals("- 8 | S 4", warehouse.shown("O1"));
    }

    private void order(int breads) {
        warehouse.ordered(aSalesOrder("O1").ordering(BREAD, breads + " C62").build());
    }

    private AllocationRule rule(String terms) {
        return done(rules.save(ANNA, new RuleChange(scope(BREAD), TODAY, Terms.of(terms), "test")));
    }

    private static RuleScope scope(ItemNumber item) {
        return new RuleScope(Optional.of(item), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Outcome<List<LineAllocation>> take(int line, ItemNumber item) {
        return warehouse.company.service(Allocation.class).takeSubstitute(line(line), item);
    }

    private Outcome<List<LineAllocation>> giveBack(int line) {
        return warehouse.company.service(Allocation.class).giveBackSubstitute(line(line));
    }

    private static OrderLineReference line(int number) {
        return new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "O1"), number);
    }

    private List<Object> shipped() {
        return done(warehouse.allocation.show("O1")).stream()
                .<Object>map(LineAllocation::shipped)
                .toList();
    }

    private static List<String> codes(Outcome<?> refused) {
        return refused.violations().stream()
                .map((Violation one) -> one.code() + " " + one.path())
                .toList();
    }

    private static String text(List<LineAllocation> lines) {
        return Warehouse.text(lines);
    }
}
