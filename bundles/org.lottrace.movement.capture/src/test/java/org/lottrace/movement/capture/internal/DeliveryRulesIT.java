package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.PICK_FACE;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.leaving;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.AllocationRules;
import org.lottrace.api.allocation.OtherLot;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.allocation.RuleTerms;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

/** Bread of today expires on 2026-03-12; order SO1 of the market is delivered on 2026-03-03, when 9 days of 10 are left. */
class DeliveryRulesIT {
    private static final Caller ANNA = new Caller("anna", Set.of(Role.QUALITY));

    private final WorkingBakery bakery = new WorkingBakery().withFlourAt("2026-03-01T06:00:00Z");
    private LotKey bread;

    @BeforeEach
    void orders_bread() {
        bread = bakery.baked("B1");
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "10 CS").build());
    }

    @ParameterizedTest
    @CsvSource({
        "days 9, ''",
        "days 10, REMAINING_LIFE_BELOW_RULE",
        "percent 90, ''",
        "percent 91, REMAINING_LIFE_BELOW_RULE",
        "until 2026-03-12, ''",
        "until 2026-03-13, REMAINING_LIFE_BELOW_RULE",
        "blocked 8, ''",
        "blocked 9, BLOCKED_BEFORE_EXPIRY",
        "transit 10, ''",
        "transit 11, LOT_EXPIRED",
    })
    void what_a_rule_forbids_a_customer_is_refused_when_it_is_shipped_as_when_it_is_reserved(
            String rule, String refused) {
        bakery.reserve("SO1", 1, bread, SHELF, "24 C62");
        rule(rule);
        // what was agreed with the market as a partner is not asked for here
        List<String> expected = refused.isEmpty() ? List.of() : List.of(refused + " lines[1].lot");

        assertEquals(
                expected,
                refusals(bakery.ship("s1", "S1", "SO1", leaving(1, on(SHELF, bread, "24 C62")))).stream()
                        .filter(one -> !one.startsWith("SHELF_LIFE_TOO_SHORT"))
                        .toList());
    }

    @Test
    void it_is_said_in_the_same_words_and_names_the_version_of_the_rule() {
        bakery.ordered(aSalesOrder("SO2").ordering(BREAD, "1 CS").build());
        bakery.reserve("SO1", 1, bread, SHELF, "12 C62");
        rule("days 8");
        rule("days 10");

        String allocated = done(bakery.company().service(Allocation.class).allocate("SO2"))
                .get(0)
                .candidates()
                .get(0)
                .reasons()
                .get(0)
                .message();
        assertEquals(
                allocated,
                bakery.ship("s1", "S1", "SO1", leaving(1, on(SHELF, bread, "12 C62")))
                        .violations()
                        .get(0)
                        .message());
        assertTrue(allocated.endsWith("take another lot or change rule 2"), allocated);
    }

    @Test
    void goods_are_not_picked_for_an_order_whose_customer_must_not_get_them() {
        bakery.reserve("SO1", 1, bread, SHELF, "24 C62");
        rule("days 10");

        assertEquals(List.of("REMAINING_LIFE_BELOW_RULE lines[1].lot"), refusals(pick("p1", "1 C62")));
        assertEquals(List.of("BER/A-01 24 C62"), bakery.reserved(bread));
    }

    @Test
    void what_is_picked_for_nobody_is_judged_when_it_leaves() {
        rule("days 10");

        recorded(pick("p1", "1 C62"));
    }

    /** What has left has left: it is recorded, says what was broken, and somebody has to look at it. */
    @Test
    void a_shipment_without_reservation_that_is_reported_is_a_finding_and_a_case() {
        rule("days 10");

        recorded(bakery.capture()
                .ship(new Shipment(
                        aContext("s1").reported().request(),
                        "S1",
                        "SO1",
                        List.of(leaving(1, on(SHELF, bread, "12 C62"))))));

        assertEquals(
                List.of("NOT_RESERVED", "REMAINING_LIFE_BELOW_RULE"),
                bakery
                        .company()
                        .service(ExceptionCases.class)
                        .ofEvent(aContext("s1").request().id())
                        .stream()
                        .map(one -> one.code())
                        .sorted()
                        .toList());
    }

    @Test
    void who_may_overrule_says_why_and_then_it_leaves_and_is_kept_as_a_deviation() {
        bakery.reserve("SO1", 1, bread, SHELF, "24 C62");
        rule("days 10");
        AllocationDecisions decisions = bakery.company().service(AllocationDecisions.class);

        done(decisions.takeOther(ANNA, overruling("24 C62")));
        assertInstanceOf(Outcome.AlreadyDone.class, decisions.takeOther(ANNA, overruling("24 C62")));
        recorded(pick("p1", "24 C62"));
        recorded(bakery.ship("s1", "S1", "SO1", leaving(1, on(PICK_FACE, bread, "24 C62"))));

        List<AllocationDecision> kept = decisions.deviations(Optional.empty(), 10);
        assertEquals(1, kept.size());
        assertEquals(
                Optional.of(new AllocationDecision.Deviation("anna", "agreed by phone")),
                kept.get(0).deviation());
        assertEquals(List.of(1L), kept.get(0).rules());
    }

    @Test
    void nothing_older_leaves_than_the_customer_got_before_unless_it_left_first() {
        LotKey old = bakery.baked("OLD", "2026-03-01T08:00:00Z");
        rule("neverOlder");
        bakery.reserve("SO1", 1, bread, SHELF, "12 C62");
        bakery.reserve("SO1", 1, old, SHELF, "24 C62");
        recorded(bakery.ship("s1", "S1", "SO1", leaving(1, on(SHELF, bread, "12 C62"))));

        assertEquals(
                List.of("OLDER_THAN_LAST_DELIVERY lines[1].lot"),
                refusals(bakery.ship("s2", "S2", "SO1", leaving(1, on(SHELF, old, "12 C62")))));
        recorded(bakery.capture()
                .ship(new Shipment(
                        aContext("s3").at("2026-03-01T09:00:00Z").requested().request(),
                        "S3",
                        "SO1",
                        List.of(leaving(1, on(SHELF, old, "12 C62"))))));
    }

    /** Baked on two days. */
    @Test
    void lots_that_have_to_agree_do_not_leave_for_one_line_together_and_a_report_of_it_is_a_finding_of_each() {
        LotKey old = bakery.baked("OLD", "2026-03-01T08:00:00Z");
        rule("same productionDate");
        bakery.reserve("SO1", 1, bread, SHELF, "12 C62");
        bakery.reserve("SO1", 1, old, SHELF, "12 C62");
        Shipment.Line first = leaving(1, on(SHELF, bread, "12 C62"));
        Shipment.Line second = leaving(1, on(SHELF, old, "12 C62"));

        assertEquals(
                List.of("LOTS_DISAGREE lines[1].lot", "LOTS_DISAGREE lines[2].lot"),
                refusals(bakery.ship("s1", "S1", "SO1", first, second)).stream()
                        .filter(one -> one.startsWith("LOTS_"))
                        .toList());
        recorded(bakery.capture()
                .ship(new Shipment(aContext("s2").reported().request(), "S2", "SO1", List.of(first, second))));
        assertEquals(
                2,
                bakery
                        .company()
                        .service(ExceptionCases.class)
                        .ofEvent(aContext("s2").request().id())
                        .stream()
                        .filter(one -> one.code().equals("LOTS_DISAGREE"))
                        .count());
    }

    private Outcome<RecordedEvent> pick(String id, String quantity) {
        return bakery.capture()
                .transfer(
                        EventType.PICK,
                        new Transfer(
                                aContext(id).request(),
                                BERLIN,
                                PICK_FACE,
                                Optional.empty(),
                                List.of(on(SHELF, bread, quantity))));
    }

    private OtherLot overruling(String quantity) {
        return new OtherLot(
                new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "SO1"), 1),
                bread,
                Position.at(in(SHELF)),
                quantity(quantity),
                "agreed by phone");
    }

    private void rule(String text) {
        String[] words = (text + " ").split(" ", 2);
        String value = words[1].trim();
        RuleTerms terms = new RuleTerms(
                Optional.empty(),
                number("days", words[0], value),
                number("percent", words[0], value),
                Optional.of(value).filter(day -> words[0].equals("until")).map(LocalDate::parse),
                number("blocked", words[0], value),
                Optional.of(true).filter(yes -> words[0].equals("neverOlder")),
                number("transit", words[0], value),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(value).filter(word -> words[0].equals("same")),
                List.of(),
                Optional.empty());
        RuleScope market = new RuleScope(
                Optional.empty(), Optional.empty(), Optional.of(MARKET), Optional.empty(), Optional.empty());
        done(bakery.company()
                .service(AllocationRules.class)
                .save(ANNA, new RuleChange(market, TODAY.minusDays(9), terms, "test")));
    }

    private static Optional<Integer> number(String wanted, String word, String value) {
        return Optional.of(value).filter(one -> wanted.equals(word)).map(Integer::valueOf);
    }
}
