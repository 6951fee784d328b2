package org.lottrace.allocation.fefo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.QUARANTINE;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.AllocationRules;
import org.lottrace.api.allocation.AllocationWaves;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.allocation.DeliveryRules;
import org.lottrace.api.allocation.DeliveryRules.Wanted;
import org.lottrace.api.allocation.Fairness;
import org.lottrace.api.allocation.LotDemands;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.allocation.RuleTerms;
import org.lottrace.api.allocation.WantedAttribute;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;

/**
 * Everything that can speak against a lot, one row for each: of two lots the one that expires first is not good for it. Today is 2 March,
 * delivery is on 3 March. EARLY was made on 1 March, came today, is of grade B from France, and was 9 degrees warm and 1 below zero; LATE was
 * made on 28 February, came on 20 February, is of grade A from Germany with a certificate, and was always at 4 degrees.
 */
@ParameterizedClass
@EnumSource
class EveryDemandIT {
    private static final Caller ANNA = new Caller("anna", Set.of(Role.ADMINISTRATOR));
    private static final Lot EARLY = aLot("EARLY")
            .of(BREAD)
            .producedOn("2026-03-01")
            .expiring("2026-03-11")
            .build();
    private static final Lot LATE = aLot("LATE")
            .of(BREAD)
            .producedOn("2026-02-28")
            .expiring("2026-05-19")
            .build();

    private final Warehouse warehouse;
    private final AllocationRules rules;

    EveryDemandIT(Warehouse.On on) {
        warehouse = new Warehouse(on);
        rules = warehouse.company.service(AllocationRules.class);
        came(EARLY, "2026-03-02T06:00:00Z", "9 CEL", "-1 CEL");
        came(LATE, "2026-02-20T06:00:00Z", "4 CEL");
        says(EARLY, KeyDataElement.GRADE.is(new KeyDataValue.Code("B")), from("FR"));
        says(
                LATE,
                KeyDataElement.GRADE.is(new KeyDataValue.Code("A")),
                from("DE"),
                KeyDataElement.CERTIFICATE.is(new KeyDataValue.Text("BIO 17, DE-001")));
        warehouse.ordered(order("2026-03-03"));
    }

    /** What it is called in the requirements; the rule, or what happens to EARLY; what is said of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            status                      | held                         | LOT_ON_HOLD
            expiry at delivery          | ordered for 2026-03-12       | LOT_EXPIRED
            remaining life of a partner | ordered for 2026-03-07       | SHELF_LIFE_TOO_SHORT
            block window                | blocked=8                    | BLOCKED_BEFORE_EXPIRY
            remaining life in days      | days=9                       | REMAINING_LIFE_BELOW_RULE
            remaining life in percent   | percent=81                   | REMAINING_LIFE_BELOW_RULE
            remaining life as a date    | until=2026-03-12             | REMAINING_LIFE_BELOW_RULE
            the days on the road        | days=8 transit=2             | REMAINING_LIFE_BELOW_RULE
            quarantine as a place       | moved                        | LOCATION_NOT_ALLOCATABLE
            quarantine as a time        | quarantine=2                 | IN_QUARANTINE
            age                         | age=3                        | TOO_YOUNG
            grade                       | says=grade:A                 | ATTRIBUTE_NOT_WANTED
            origin                      | says=countryOfOrigin:DE/AT   | ATTRIBUTE_NOT_WANTED
            certificate                 | says=certificate:*           | ATTRIBUTE_NOT_WANTED
            production day              | says=productionDate:2026-02-28 | ATTRIBUTE_NOT_WANTED
            too warm once               | warmest=7                    | TEMPERATURE_EXCEEDED
            too cold once               | coldest=0                    | TEMPERATURE_EXCEEDED
            never older                 | shipped 2026-03-15           | OLDER_THAN_LAST_DELIVERY
            """)
    void the_earlier_lot_is_refused_and_the_later_one_goes(String name, String what, String code) {
        happens(what);

        List<Candidate> candidates = warehouse.allocate("O1").get(0).candidates();

        assertEquals("LATE 1", warehouse.shown("O1"), name);
        Candidate early = candidates.stream()
                .filter(one -> one.lot().equals(EARLY.key()))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(code), codes(early.reasons()), name);
        if (RuleJudge.CODES.contains(code)) {
            assertTrue(early.reasons().get(0).message().contains("rule 1"), early.toString());
            assertEquals(early.reasons(), againstDelivery(), "who picks and ships is told the same");
        }
        warehouse.allocation.cancel("O1");
        done(warehouse.company.service(AllocationWaves.class).allocate(List.of("O1"), Fairness.AS_LISTED));
        assertEquals("LATE 1", warehouse.shown("O1"), "in a wave");
    }

    /** The last day on which each still refuses is in the table above; here it does not any more. */
    @ParameterizedTest
    @CsvSource({
        "quarantine=1",
        "age=2",
        "warmest=9",
        "coldest=-1",
        "says=grade:B/C",
        "says=countryOfOrigin:FR",
        "without=MILK",
        // who is two days on the road leaves today, and is there on 4 March
        "transit=2 quarantine=0",
        "transit=2 age=3",
    })
    void what_is_just_good_enough_goes(String terms) {
        rule(RuleScope.EVERYTHING, terms);

        assertEquals("EARLY 1", warehouse.allocated("O1"));
    }

    @Test
    void a_customer_gets_nothing_of_a_class_that_it_must_not_get_even_where_a_more_special_rule_names_others() {
        warehouse.database.unitOfWork().run(() -> warehouse
                .database
                .items()
                .save(anItem(BREAD)
                        .in("C62")
                        .packed("CS", "12")
                        .having("NUTS")
                        .lastingDays(10)
                        .build()));
        rule(of(MARKET), "without=NUTS");
        rule(
                new RuleScope(
                        Optional.of(BREAD), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                "without=GLUTEN");

        assertEquals(
                List.of(List.of("CLASS_NOT_WANTED"), List.of("CLASS_NOT_WANTED")),
                warehouse.allocate("O1").get(0).candidates().stream()
                        .map(one -> codes(one.reasons()))
                        .toList());
        assertEquals("- 1", warehouse.shown("O1"));
        assertEquals(
                List.of(1L, 2L),
                warehouse
                        .company
                        .service(AllocationDecisions.class)
                        .ofOrder("O1", Optional.empty(), 10)
                        .get(0)
                        .rules());
    }

    @Test
    void of_each_attribute_the_most_special_rule_decides_and_what_it_does_not_name_another_one_does() {
        rule(RuleScope.EVERYTHING, "says=grade:A,countryOfOrigin:FR");
        rule(of(MARKET), "says=grade:B");

        assertEquals("EARLY 1", warehouse.allocated("O1"));
    }

    @Test
    void a_lot_without_a_production_date_has_no_age() {
        Lot unknown = aLot("UNKNOWN").of(BREAD).expiring("2026-03-10").build();
        warehouse.with(unknown, "5 C62");
        rule(RuleScope.EVERYTHING, "age=1");

        assertEquals(
                List.of("AGE_UNKNOWN"),
                codes(warehouse.allocate("O1").get(0).candidates().get(0).reasons()));
    }

    @Test
    void every_problem_of_demands_is_told_at_once() {
        LotDemands wrong = new LotDemands(
                Optional.of(-1),
                Optional.of(40_000),
                Optional.of(Quantity.of("300", "KEL")),
                Optional.of(Quantity.of("5000", "CEL")),
                List.of(
                        new WantedAttribute("colour", List.of("red")),
                        new WantedAttribute("grade", List.of("A", " ")),
                        new WantedAttribute("grade", List.of("B"))),
                List.of("MIXED NUTS"));

        assertEquals(
                List.of(
                        "VALUE_OUT_OF_RANGE terms.demands.minimumAgeDays",
                        "VALUE_OUT_OF_RANGE terms.demands.quarantineDays",
                        "VALUE_OUT_OF_RANGE terms.demands.coldest",
                        "VALUE_OUT_OF_RANGE terms.demands.warmest",
                        "ATTRIBUTE_UNKNOWN terms.demands.attributes[1].attribute",
                        "VALUE_OUT_OF_RANGE terms.demands.attributes[2].oneOf[2]",
                        "ATTRIBUTE_REPEATED terms.demands.attributes[3].attribute",
                        "VALUE_OUT_OF_RANGE terms.demands.withoutClasses[1]"),
                rules
                        .save(
                                ANNA,
                                new RuleChange(
                                        RuleScope.EVERYTHING,
                                        TODAY,
                                        RuleTerms.NONE.demanding(wrong),
                                        "customer's sheet"))
                        .violations()
                        .stream()
                        .map(one -> one.code() + " " + one.path())
                        .toList());
        assertEquals(
                List.of("VALUE_OUT_OF_RANGE terms.demands.warmest"),
                rules
                        .save(
                                ANNA,
                                new RuleChange(
                                        RuleScope.EVERYTHING, TODAY, Terms.of("coldest=8 warmest=2"), "cold chain"))
                        .violations()
                        .stream()
                        .map(one -> one.code() + " " + one.path())
                        .toList());
    }

    private void happens(String what) {
        switch (what.split(" ")[0]) {
            case "held" -> warehouse.holding(EARLY);
            case "ordered" -> warehouse.ordered(order(what.substring("ordered for ".length())));
            case "moved" ->
                warehouse.append(anEvent("moved", EventType.TRANSFER)
                        .moving(EARLY.key(), "9 C62", in(SHELF), in(QUARANTINE))
                        .build());
            case "shipped" -> {
                rule(of(MARKET), "neverOlder");
                Lot before =
                        aLot("BEFORE").of(BREAD).expiring(what.split(" ")[1]).build();
                warehouse
                        .with(before, "1 C62")
                        .append(anEvent("before", EventType.SHIP)
                                .moving(before.key(), "1 C62", in(SHELF), Place.party(MARKET))
                                .build());
            }
            default -> rule(RuleScope.EVERYTHING, what);
        }
    }

    private List<Violation> againstDelivery() {
        Wanted wanted = new Wanted(1, EARLY);
        return warehouse
                .company
                .service(DeliveryRules.class)
                .against(order("2026-03-03"), List.of(wanted, new Wanted(1, LATE)), TODAY, NOW)
                .get(wanted);
    }

    private static SalesOrder order(String day) {
        return aSalesOrder("O1").deliveredOn(day).ordering(BREAD, "1 C62").build();
    }

    private void rule(RuleScope scope, String terms) {
        done(rules.save(ANNA, new RuleChange(scope, TODAY, Terms.of(terms), "customer's sheet")));
    }

    private static RuleScope of(PartyId customer) {
        return new RuleScope(
                Optional.empty(), Optional.empty(), Optional.of(customer), Optional.empty(), Optional.empty());
    }

    private void came(Lot lot, String instant, String... degrees) {
        warehouse.database.unitOfWork().run(() -> warehouse.database.lots().insert(lot));
        warehouse.append(anEvent("in-" + lot.number(), EventType.RECEIVE)
                .in(aContext("in-" + lot.number()).at(instant).build())
                .with(new EventLine(
                        lot.key(),
                        Position.at(Place.party(MILL)),
                        Position.at(in(SHELF)),
                        quantity("9 C62"),
                        quantity("9 C62"),
                        Optional.empty(),
                        Optional.empty(),
                        Stream.of(degrees)
                                .map(one -> KeyDataElement.TEMPERATURE.is(new KeyDataValue.Amount(quantity(one))))
                                .collect(Collectors.toList())))
                .build());
    }

    private void says(Lot lot, KeyDatum... data) {
        warehouse.append(anEvent("says-" + lot.number(), EventType.LOT_CHANGE)
                .build()
                .changing(List.of(LotChange.changed(lot, List.of(), lot, List.of(data), "label"))));
    }

    private static KeyDatum from(String country) {
        return KeyDataElement.COUNTRY_OF_ORIGIN.is(new KeyDataValue.Code(country));
    }

    private static List<String> codes(List<Violation> reasons) {
        return reasons.stream().map(Violation::code).toList();
    }
}
