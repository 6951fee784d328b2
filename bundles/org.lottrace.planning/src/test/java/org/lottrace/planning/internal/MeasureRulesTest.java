package org.lottrace.planning.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationDecision.Deviation;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.planning.ExpiringLot;
import org.lottrace.api.planning.Measures.Expiring;
import org.lottrace.api.planning.Measures.Fill;
import org.lottrace.api.planning.Measures.Life;
import org.lottrace.api.planning.Measures.UnitFill;
import org.lottrace.api.planning.Measures.UnitWaste;
import org.lottrace.api.planning.Measures.Waste;
import org.lottrace.api.planning.OrderedLine;
import org.lottrace.api.planning.PassedLot;
import org.lottrace.api.planning.PassedReason;
import org.lottrace.api.planning.ShippedLot;
import org.lottrace.api.planning.WastedLot;
import org.lottrace.api.planning.store.PlanningStore.Came;
import org.lottrace.api.planning.store.PlanningStore.Earlier;
import org.lottrace.api.violation.Violation;

class MeasureRulesTest {
    private static final LotKey LATE = aLot("LATE").of(BREAD).key();
    private static final LotKey EARLY = aLot("EARLY").of(BREAD).key();

    @Test
    void an_order_is_full_when_all_its_lines_are_and_more_on_one_line_fills_no_other() {
        Fill fill = FillRules.of(List.of(
                ordered("A", 1, "10 C62", "10 C62"),
                ordered("A", 2, "10 C62", "4 C62"),
                ordered("B", 1, "5 C62", "9 C62"),
                ordered("C", 1, "2.5 KGM", "0 KGM")));

        assertEquals(
                new Fill(
                        3,
                        1,
                        Optional.of(new BigDecimal("33.3")),
                        4,
                        2,
                        Optional.of(new BigDecimal("50.0")),
                        List.of(
                                new UnitFill(
                                        quantity("25 C62"), quantity("19 C62"), Optional.of(new BigDecimal("76.0"))),
                                new UnitFill(
                                        quantity("2.5 KGM"), quantity("0 KGM"), Optional.of(new BigDecimal("0.0"))))),
                fill);
    }

    @Test
    void without_orders_there_is_no_share() {
        assertEquals(new Fill(0, 0, Optional.empty(), 0, 0, Optional.empty(), List.of()), FillRules.of(List.of()));
    }

    @Test
    void life_is_the_mean_and_the_least_of_what_expires() {
        Life life = LifeRules.of(List.of(
                shipped(1, LATE, Optional.of(8), Optional.of(new BigDecimal("80.0"))),
                shipped(2, EARLY, Optional.of(-1), Optional.empty()),
                shipped(3, LATE, Optional.of(3), Optional.of(new BigDecimal("30.0"))),
                shipped(4, LATE, Optional.empty(), Optional.empty())));

        assertEquals(
                new Life(
                        4,
                        1,
                        Optional.of(new BigDecimal("3.3")),
                        Optional.of(-1),
                        Optional.of(new BigDecimal("55.0")),
                        Optional.of(new BigDecimal("30.0"))),
                life);
    }

    @Test
    void waste_is_what_was_destroyed_and_what_lies_there_against_what_came() {
        List<WastedLot> rows = WasteRules.rows(
                List.of(wasted("3 C62", Optional.of(new EventId("d1")), Optional.of(Money.parse("EUR 6.00")))),
                List.of(new ExpiringLot(BERLIN, EARLY, TODAY.minusDays(1), -1, quantity("2 C62"), Optional.empty())));

        Waste waste = WasteRules.of(
                List.of(
                        new Came(quantity("50 C62"), Optional.of(Money.parse("EUR 100.00"))),
                        new Came(quantity("7 KGM"), Optional.of(Money.parse("EUR 20.00")))),
                rows);

        assertEquals(
                new Waste(
                        List.of(
                                new UnitWaste(
                                        quantity("50 C62"),
                                        quantity("3 C62"),
                                        quantity("2 C62"),
                                        Optional.of(new BigDecimal("10.0"))),
                                new UnitWaste(
                                        quantity("7 KGM"),
                                        quantity("0 KGM"),
                                        quantity("0 KGM"),
                                        Optional.of(new BigDecimal("0.0")))),
                        Optional.of(Money.parse("EUR 120.00")),
                        Optional.of(Money.parse("EUR 6.00")),
                        Optional.of(new BigDecimal("5.0")),
                        1),
                waste);
        assertEquals(List.of(TODAY, TODAY), rows.stream().map(WastedLot::day).toList());
    }

    @Test
    void amounts_in_several_currencies_have_no_sum() {
        Waste waste = WasteRules.of(
                List.of(),
                List.of(
                        wasted("1 C62", Optional.empty(), Optional.of(Money.parse("EUR 6.00"))),
                        wasted("1 C62", Optional.empty(), Optional.of(Money.parse("USD 6.00")))));

        assertEquals(Optional.empty(), waste.wasted());
    }

    @Test
    void a_lot_is_counted_in_the_first_step_that_holds_it() {
        List<Expiring> steps = ExpiringRules.of(
                List.of(expiring(-3, "EUR 1.00"), expiring(0, "EUR 2.00"), expiring(7, "EUR 3.00"), expiring(8, "")),
                ExpiringRules.steps(" 14, 7"));

        assertEquals(
                List.of(
                        new Expiring(-1, 1, Optional.of(Money.parse("EUR 1.00")), 0),
                        new Expiring(7, 2, Optional.of(Money.parse("EUR 5.00")), 0),
                        new Expiring(14, 1, Optional.empty(), 1)),
                steps);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "seven", "7 -1", "1001", "7;14"})
    void what_is_no_list_of_days_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> ExpiringRules.steps(text));
    }

    @Test
    void what_no_decision_explains_is_a_violation() {
        assertEquals(List.of(PassedReason.UNEXPLAINED), reasons());
        assertEquals(List.of(PassedReason.UNEXPLAINED), reasons(decision(1, Rotation.FEFO, Optional.empty(), LATE)));
    }

    @Test
    void a_reason_of_a_person_a_refusal_and_another_rotation_explain_it() {
        assertEquals(
                List.of(PassedReason.DEVIATION),
                reasons(decision(1, Rotation.FEFO, Optional.of(new Deviation("anna", "asked for")), LATE)));
        assertEquals(
                List.of(PassedReason.REFUSED),
                reasons(decision(1, Rotation.FEFO, Optional.empty(), LATE, "LOT_EXPIRES_TOO_SOON")));
        assertEquals(
                List.of(PassedReason.ROTATION), reasons(decision(1, Rotation.NEWEST_FIRST, Optional.empty(), LATE)));
    }

    @Test
    void a_decision_that_took_another_lot_explains_nothing() {
        assertEquals(
                List.of(PassedReason.UNEXPLAINED),
                reasons(decision(
                        1,
                        Rotation.NEWEST_FIRST,
                        Optional.empty(),
                        aLot("THIRD").of(BREAD).key())));
    }

    @Test
    void a_delivery_is_a_violation_when_one_of_its_lots_passed_over_is_not_explained() {
        ShippedLot one = shipped(1, LATE, Optional.of(8), Optional.empty());
        ShippedLot two = shipped(2, EARLY, Optional.of(8), Optional.empty());
        List<PassedLot> passed = List.of(
                passed(one, PassedReason.REFUSED),
                passed(one, PassedReason.UNEXPLAINED),
                passed(two, PassedReason.DEVIATION));

        var figures = PassedRules.figures(List.of(one, two), passed);

        assertEquals(1, figures.violations());
        assertEquals(1, figures.deviations());
        assertEquals(0, figures.explained());
        assertEquals(Optional.of(new BigDecimal("50.0")), figures.violationsPercent());
        assertEquals(Optional.of(new BigDecimal("2.00")), figures.lotsPerLine());
    }

    private static List<PassedReason> reasons(AllocationDecision... decisions) {
        return PassedRules.of(
                        List.of(shipped(1, LATE, Optional.of(8), Optional.empty())),
                        List.of(new Earlier(1, LATE, "SO1", 1, EARLY, TODAY.plusDays(6), quantity("99 C62"))),
                        List.of(decisions))
                .stream()
                .peek(passed -> assertEquals(quantity("3 C62"), passed.quantity()))
                .map(PassedLot::reason)
                .toList();
    }

    private static AllocationDecision decision(
            long number, Rotation rotation, Optional<Deviation> deviation, LotKey taken, String... refusals) {
        List<Violation> reasons = List.of(refusals).stream()
                .map(code -> new Violation(code, "lot", "no"))
                .toList();
        return new AllocationDecision(
                number,
                line("SO1", 1),
                BREAD,
                Instant.EPOCH,
                TODAY,
                rotation,
                List.of(),
                quantity("3 C62"),
                List.of(candidate(EARLY, "0 C62", reasons), candidate(taken, "3 C62", List.of())),
                0,
                deviation);
    }

    private static Candidate candidate(LotKey lot, String taken, List<Violation> reasons) {
        return new Candidate(
                lot, Position.at(in(SHELF)), Optional.empty(), quantity("99 C62"), quantity(taken), reasons);
    }

    private static PassedLot passed(ShippedLot shipped, PassedReason reason) {
        return new PassedLot(shipped, EARLY, TODAY, quantity("1 C62"), reason, "", quantity("0 C62"), Optional.empty());
    }

    private static ShippedLot shipped(long position, LotKey lot, Optional<Integer> days, Optional<BigDecimal> percent) {
        return new ShippedLot(
                position,
                "SH1",
                Optional.of(line("SO1", 1)),
                Optional.of(MARKET),
                BERLIN,
                lot,
                TODAY,
                days.map(TODAY::plusDays),
                days,
                percent,
                quantity("3 C62"));
    }

    private static WastedLot wasted(String quantity, Optional<EventId> disposal, Optional<Money> value) {
        return new WastedLot(BERLIN, LATE, TODAY.minusDays(1), TODAY, disposal, quantity(quantity), value);
    }

    private static ExpiringLot expiring(int days, String value) {
        return new ExpiringLot(
                BERLIN,
                LATE,
                TODAY.plusDays(days),
                days,
                quantity("1 C62"),
                Optional.of(value).filter(text -> !text.isEmpty()).map(Money::parse));
    }

    private static OrderedLine ordered(String order, int line, String ordered, String shipped) {
        return new OrderedLine(line(order, line), MARKET, BERLIN, BREAD, TODAY, quantity(ordered), quantity(shipped));
    }

    private static OrderLineReference line(String order, int line) {
        return new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, order), line);
    }
}
