package org.lottrace.allocation.fefo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.ProductionOrderBuilder.aProductionOrder;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.allocation.AllocationRule;
import org.lottrace.api.allocation.AllocationRules;
import org.lottrace.api.allocation.ComponentAllocation;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.allocation.RuleTerms;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.fixture.SalesOrderBuilder;
import org.lottrace.api.id.ChannelId;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.movement.store.ProductionOrderStore;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.order.ProductionOrder;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.violation.Violation;

/** Today is 2 March; the market takes nothing with less than 5 days left; orders are delivered on 2026-03-03. */
@ParameterizedClass
@EnumSource
class RuledAllocationIT {
    private static final Caller ANNA = new Caller("anna", Set.of(Role.MASTER_DATA));
    private static final RuleScope BREAD_ONLY = scope("BREAD", "", "", "");

    private static final RuleScope EXPORT = new RuleScope(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new ChannelId("EXPORT")),
            Optional.empty());

    private final Warehouse warehouse;
    private final AllocationRules rules;

    RuledAllocationIT(Warehouse.On on) {
        warehouse = new Warehouse(on);
        rules = warehouse.company.service(AllocationRules.class);
    }

    /** Bread of 10 days, made on 1 and 9 March, and what each rule leaves of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                | EARLY 1
            days=8            | EARLY 1
            days=9            | LATE 1
            # of ten days: 8 have to be left, then 8.1, which are 9
            percent=80        | EARLY 1
            percent=81        | LATE 1
            until=2026-03-11  | EARLY 1
            until=2026-03-12  | LATE 1
            # delivered on 3 March: the 8 days before 11 March begin there
            blocked=7         | EARLY 1
            blocked=8         | LATE 1
            # it leaves on 2 March and is 3 days on the road: 6 days left on 5 March
            transit=4         | EARLY 1
            transit=5         | LATE 1
            rotation=LEFO     | LATE 1
            days=99           | - 1
            """)
    void a_rule_decides_what_may_go(String terms, String expected) {
        stock();
        save(BREAD_ONLY, TODAY, terms);

        assertEquals(expected, warehouse.allocated("O1"));
    }

    /** Those are the days to the customer. */
    @Test
    void what_is_used_where_it_is_needs_no_days_on_the_road() {
        stock();
        save(RuleScope.EVERYTHING, TODAY, "transit=10");
        ProductionOrder crumbs = aProductionOrder("P1")
                .making(SALT, "1 KGM")
                .of(BREAD, "1 C62", "0")
                .build();
        warehouse.database.unitOfWork().run(() -> warehouse
                .database
                .productionOrders()
                .save(new ProductionOrderStore.Kept(crumbs, Optional.empty())));

        ComponentAllocation components = warehouse.company.service(ComponentAllocation.class);
        assertEquals(
                List.of("EARLY"),
                done(components.allocate("P1")).get(0).reservations().stream()
                        .map(one -> one.lot().number().value())
                        .toList());
    }

    @Test
    void what_a_rule_has_against_a_lot_is_told_with_the_candidate() {
        stock();
        save(BREAD_ONLY, TODAY, "days=30 blocked=20 until=2026-06-01");

        assertEquals(
                List.of("REMAINING_LIFE_BELOW_RULE", "REMAINING_LIFE_BELOW_RULE", "BLOCKED_BEFORE_EXPIRY"),
                warehouse.allocate("O1").get(0).candidates().get(0).reasons().stream()
                        .map(Violation::code)
                        .toList());
    }

    /** Each rule says LEFO for its scope, {@code item class customer site}; the other one says FEFO. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BREAD - - -        | - - - -         | LATE 1
            BREAD - - -        | - - MARKET BER  | LATE 1
            - - MARKET -       | - - - BER       | LATE 1
            BREAD - MARKET -   | BREAD - - BER   | LATE 1
            BREAD - - BER      | BREAD - - -     | LATE 1
            # not meant for it
            SALT - - -         | - - - -         | EARLY 1
            - - - POT          | - - - -         | EARLY 1
            - CRUST - -        | - - - -         | EARLY 1
            """)
    void the_most_special_rule_decides(String special, String other, String expected) {
        stock();
        save(scope(special), TODAY, "rotation=LEFO");
        save(scope(other), TODAY, "rotation=FEFO");

        assertEquals(expected, warehouse.allocated("O1"));
    }

    /** A rule of the channel, and one of what stands beside it; the order is of the channel that is named first. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EXPORT | - - - -      | LATE 1
            EXPORT | - - - BER    | LATE 1
            EXPORT | - - MARKET - | EARLY 1
            EXPORT | BREAD - - -  | EARLY 1
            # not meant for it
            RETAIL | - - - -      | EARLY 1
            -      | - - - -      | EARLY 1
            """)
    void a_rule_for_a_channel_comes_before_one_for_a_site_and_after_one_for_a_customer(
            String soldThrough, String other, String expected) {
        stock();
        SalesOrderBuilder order = aSalesOrder("O1").ordering(BREAD, "1 C62");
        if (!soldThrough.equals("-")) {
            order.through(soldThrough);
        }
        warehouse.ordered(order.build());
        save(EXPORT, TODAY, "rotation=LEFO");
        save(scope(other), TODAY, "rotation=FEFO");

        assertEquals(expected, warehouse.allocated("O1"));
    }

    @Test
    void what_was_reserved_for_another_channel_is_chosen_anew() {
        stock();
        save(EXPORT, TODAY, "rotation=LEFO");
        assertEquals("EARLY 1", warehouse.allocated("O1"));

        warehouse.ordered(
                aSalesOrder("O1").through("EXPORT").ordering(BREAD, "1 C62").build());

        assertEquals(List.of(), warehouse.reservations("O1"));
        assertEquals("LATE 1", warehouse.allocated("O1"));
    }

    @Test
    void what_the_special_rule_does_not_say_the_general_one_decides() {
        stock();
        save(RuleScope.EVERYTHING, TODAY, "days=9");
        save(BREAD_ONLY, TODAY, "faces");

        assertEquals("LATE 1", warehouse.allocated("O1"));
    }

    @Test
    void a_version_counts_from_its_day_on_and_a_later_one_ends_it() {
        stock();
        save(BREAD_ONLY, TODAY.plusDays(1), "rotation=LEFO");
        assertEquals("EARLY 1", warehouse.allocated("O1"));
        warehouse.allocation.cancel("O1");

        save(BREAD_ONLY, TODAY, "rotation=LEFO");
        assertEquals("LATE 1", warehouse.allocated("O1"));
        warehouse.allocation.cancel("O1");

        AllocationRule end = done(rules.save(ANNA, new RuleChange(BREAD_ONLY, TODAY, RuleTerms.NONE, "no more")));
        assertEquals("EARLY 1", warehouse.allocated("O1"));
        assertEquals(3, end.version());
        assertEquals(List.of(), rules.inForce(TODAY, Optional.empty(), 10));
        assertEquals(
                List.of(1L),
                rules.inForce(TODAY.plusDays(1), Optional.empty(), 10).stream()
                        .map(AllocationRule::version)
                        .toList());
        assertEquals(
                List.of(2L, 3L),
                rules.list(Optional.of(1L), 10).stream()
                        .map(AllocationRule::version)
                        .toList());
    }

    @Test
    void who_lists_page_by_page_gets_the_rest_when_the_last_rule_that_was_shown_has_a_new_version() {
        save(BREAD_ONLY, TODAY, "days=3");
        save(RuleScope.EVERYTHING, TODAY, "days=1");
        assertEquals(
                List.of(1L),
                rules.inForce(TODAY, Optional.empty(), 1).stream()
                        .map(AllocationRule::version)
                        .toList());

        done(rules.save(ANNA, new RuleChange(BREAD_ONLY, TODAY, RuleTerms.NONE, "no more")));

        assertEquals(
                List.of(2L),
                rules.inForce(TODAY, Optional.of(1L), 10).stream()
                        .map(AllocationRule::version)
                        .toList());
        assertEquals(List.of(), rules.inForce(TODAY, Optional.of(99L), 10));
    }

    @Test
    void the_same_again_makes_no_version() {
        save(BREAD_ONLY, TODAY, "days=3");

        assertInstanceOf(
                Outcome.AlreadyDone.class,
                rules.save(ANNA, new RuleChange(BREAD_ONLY, TODAY, Terms.of("days=3"), "again")));
        assertEquals(1, rules.list(Optional.empty(), 10).size());
    }

    @Test
    void every_problem_of_a_rule_is_told_at_once() {
        RuleTerms wrong = new RuleTerms(
                Optional.empty(),
                Optional.of(-1),
                Optional.of(101),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new UnitOfMeasure("BG")),
                Optional.of("colour"),
                List.of(),
                Optional.empty());

        Outcome<AllocationRule> refused =
                rules.save(ANNA, new RuleChange(scope("BREAD CRUST MILL XX"), TODAY, wrong, " "));

        assertEquals(
                List.of(
                        "SCOPE_UNCLEAR scope.itemClass",
                        "CUSTOMER_UNKNOWN scope.customer",
                        "SITE_UNKNOWN scope.site",
                        "VALUE_OUT_OF_RANGE terms.minimumRemainingDays",
                        "VALUE_OUT_OF_RANGE terms.minimumRemainingPercent",
                        "VALUE_OUT_OF_RANGE terms.maximumLots",
                        "UNIT_UNKNOWN terms.wholeUnit",
                        "ATTRIBUTE_UNKNOWN terms.sameAttribute",
                        "REASON_MISSING reason"),
                refused.violations().stream()
                        .map(v -> v.code() + " " + v.path())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "A_CLASS_OF_MORE_THAN_30_LETTERS"})
    void a_class_that_no_item_can_have_is_refused(String itemClass) {
        RuleScope scope = new RuleScope(
                Optional.empty(), Optional.of(itemClass), Optional.empty(), Optional.empty(), Optional.empty());

        assertEquals(
                List.of("SCOPE_UNCLEAR scope.itemClass"),
                rules.save(ANNA, new RuleChange(scope, TODAY, RuleTerms.NONE, "test")).violations().stream()
                        .map(v -> v.code() + " " + v.path())
                        .toList());
    }

    @Test
    void control_characters_are_refused_in_the_texts_of_a_rule() {
        RuleScope scope = new RuleScope(
                Optional.empty(), Optional.of("CR\0UST"), Optional.empty(), Optional.empty(), Optional.empty());

        assertEquals(
                List.of("CONTROL_CHARACTER scope.itemClass", "CONTROL_CHARACTER reason"),
                rules.save(ANNA, new RuleChange(scope, TODAY, RuleTerms.NONE, "new\0customer")).violations().stream()
                        .map(v -> v.code() + " " + v.path())
                        .toList());
    }

    /** w11 of the field: no expiry, the lot that came first has more left. */
    @Test
    void lots_without_expiry_leave_in_the_order_in_which_they_came() {
        came("OLD", "2026-02-01T08:00:00Z", "55 KGM");
        came("NEW", "2026-02-20T08:00:00Z", "5 KGM");
        warehouse.ordered(aSalesOrder("O1").ordering(SALT, "3 KGM").build());

        assertEquals("OLD 3", warehouse.allocated("O1"));
    }

    @Test
    void a_customer_gets_nothing_older_than_it_got_before() {
        save(scope("BREAD - MARKET -"), TODAY, "neverOlder");
        warehouse
                .with(bread("FIRST", "2026-03-15"), "1 C62")
                .ordered(aSalesOrder("O0").ordering(BREAD, "1 C62").build());
        assertEquals("FIRST 1", warehouse.allocated("O0"));
        warehouse.ship("O0");
        stock();

        assertEquals("LATE 1", warehouse.allocated("O1"));
        warehouse.allocation.cancel("O1");
        assertEquals(
                "OLDER_THAN_LAST_DELIVERY",
                warehouse
                        .allocate("O1")
                        .get(0)
                        .candidates()
                        .get(0)
                        .reasons()
                        .get(0)
                        .code());
    }

    private void came(String number, String instant, String quantity) {
        Lot lot = aLot(number).of(SALT).build();
        warehouse.database.unitOfWork().run(() -> warehouse.database.lots().insert(lot));
        warehouse.append(anEvent("in-" + number, EventType.RECEIVE)
                .in(aContext("in-" + number).at(instant).build())
                .moving(lot.key(), quantity, Place.party(MILL), in(SHELF))
                .build());
    }

    private void stock() {
        warehouse
                .with(
                        aLot("EARLY")
                                .of(BREAD)
                                .producedOn("2026-03-01")
                                .expiring("2026-03-11")
                                .build(),
                        "9 C62")
                .with(
                        aLot("LATE")
                                .of(BREAD)
                                .producedOn("2026-03-09")
                                .expiring("2026-03-19")
                                .build(),
                        "9 C62")
                .ordered(aSalesOrder("O1").ordering(BREAD, "1 C62").build());
    }

    private static Lot bread(String number, String expiry) {
        return aLot(number).of(BREAD).expiring(expiry).build();
    }

    private void save(RuleScope scope, LocalDate from, String terms) {
        done(rules.save(ANNA, new RuleChange(scope, from, Terms.of(terms), "test")));
    }

    private static RuleScope scope(String text) {
        String[] parts = text.replace('-', ' ').isBlank() ? new String[] {"", "", "", ""} : text.split(" ");
        return scope(parts[0], parts[1], parts[2], parts[3]);
    }

    private static RuleScope scope(String item, String itemClass, String customer, String site) {
        return new RuleScope(
                said(item).map(ItemNumber::new),
                said(itemClass),
                said(customer).map(PartyId::new),
                Optional.empty(),
                said(site).map(SiteId::new));
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(word -> !word.isEmpty() && !word.equals("-"));
    }
}
