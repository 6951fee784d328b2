package org.lottrace.console.web.internal.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.LotBuilder;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Role;
import org.lottrace.api.planning.DemandForecast;
import org.lottrace.api.planning.DemandForecasts;
import org.lottrace.api.planning.ExpiringLot;
import org.lottrace.api.planning.ExpiryRisks;
import org.lottrace.api.planning.ForecastMethod;
import org.lottrace.api.planning.IssuePolicy;
import org.lottrace.api.planning.LotRisk;
import org.lottrace.api.planning.MeasureQuestion;
import org.lottrace.api.planning.Measures;
import org.lottrace.api.planning.PassedLot;
import org.lottrace.api.planning.PassedReason;
import org.lottrace.api.planning.PlannedUse;
import org.lottrace.api.planning.PlannedUseKind;
import org.lottrace.api.planning.PlannedUses;
import org.lottrace.api.planning.ReplenishmentTerms;
import org.lottrace.api.planning.RiskBasis;
import org.lottrace.api.planning.RotationMeasures;
import org.lottrace.api.planning.RotationSimulation;
import org.lottrace.api.planning.RotationSimulations;
import org.lottrace.api.planning.ShippedLot;
import org.lottrace.api.planning.SimulationQuestion;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

class PlanningPageTest {
    private static final Quantity THREE = Quantity.of("3", "C62");
    private static final ShippedLot SHIPPED = new ShippedLot(
            7,
            "SH1",
            Optional.of(new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "SO1"), 1)),
            Optional.of(Bakery.MARKET),
            Bakery.BERLIN,
            LotBuilder.aLot("LATE").of(Bakery.BREAD).key(),
            Bakery.TODAY,
            Optional.of(Bakery.TODAY.plusDays(8)),
            Optional.of(8),
            Optional.of(new BigDecimal("80.0")),
            THREE);
    private static final ExpiringLot EXPIRING = new ExpiringLot(
            Bakery.BERLIN,
            LotBuilder.aLot("SOON").of(Bakery.BREAD).key(),
            Bakery.TODAY.plusDays(3),
            3,
            THREE,
            Optional.of(Money.parse("EUR 4.50")));

    private final Fake<RotationMeasures> measures = Fake.of(RotationMeasures.class)
            .when("measure", asked -> measured((MeasureQuestion) asked.get(0)))
            .when(
                    "passedOver",
                    asked -> List.of(new PassedLot(
                            SHIPPED,
                            LotBuilder.aLot("EARLY").of(Bakery.BREAD).key(),
                            Bakery.TODAY.plusDays(6),
                            THREE,
                            PassedReason.DEVIATION,
                            "anna: asked for",
                            Quantity.of("2", "C62"),
                            Optional.of(Money.parse("EUR 3.07")))))
            .when("due", asked -> List.of(EXPIRING))
            .when(
                    "deliveries",
                    asked -> Collections.nCopies(
                            Math.max(0, Math.min((int) asked.get(2), 60 - (int) asked.get(1))), SHIPPED));
    private final Fake<ExpiryRisks> risks = Fake.of(ExpiryRisks.class)
            .when(
                    "list",
                    asked -> List.of(
                            new LotRisk(
                                    EXPIRING,
                                    THREE,
                                    RiskBasis.POISSON,
                                    20,
                                    new BigDecimal("7.000"),
                                    Optional.of(new BigDecimal("0.2500")),
                                    Optional.of(Quantity.of("0.5", "C62")),
                                    Optional.of(Money.parse("EUR 0.75"))),
                            new LotRisk(
                                    EXPIRING,
                                    THREE,
                                    RiskBasis.TOO_FEW_WEEKS,
                                    5,
                                    new BigDecimal("1.000"),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty())));
    private final List<ReplenishmentTerms> terms = new ArrayList<>();
    private final Fake<DemandForecasts> forecasts = Fake.of(DemandForecasts.class)
            .when("list", asked -> {
                terms.add((ReplenishmentTerms) asked.get(2));
                return List.of(forecast());
            });
    private final Fake<RotationSimulations> simulations =
            Fake.of(RotationSimulations.class).when("replay", asked -> replayed((SimulationQuestion) asked.get(0)));
    private final Fake<PlannedUses> uses = Fake.of(PlannedUses.class)
            .when(
                    "list",
                    asked -> List.of(
                            use(PlannedUseKind.USE, Optional.of("FA1"), Optional.of(EXPIRING.lot())),
                            use(PlannedUseKind.MISSING, Optional.of("FA2"), Optional.empty()),
                            use(PlannedUseKind.NOT_NEEDED, Optional.empty(), Optional.of(EXPIRING.lot()))));
    private DeskUnderTest desk;

    @BeforeEach
    void open() {
        desk = DeskUnderTest.as(
                Role.OPERATOR,
                List.of(new PlanningPage()),
                measures.build(),
                risks.build(),
                forecasts.build(),
                simulations.build(),
                uses.build(),
                Fake.sites());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void each_figure_opens_to_its_rows_with_the_same_filter() {
        String page = desk.page("/console/planning?from=2026-02-01&to=2026-02-28&site=BER&item=BREAD");

        String filter = "?from=2026-02-01&amp;to=2026-02-28&amp;site=BER&amp;item=BREAD\"";
        assertTrue(page.contains("/console/planning/orders" + filter), page);
        assertTrue(page.contains("/console/planning/waste" + filter), page);
        assertTrue(page.contains("/console/planning/deliveries" + filter), page);
        assertTrue(page.contains("/console/planning/passed" + filter), page);
        assertTrue(page.contains("76%"), page);
        assertTrue(page.contains("2 of 3"), page);
        assertTrue(page.contains("€6.00"), page);
    }

    @Test
    void what_nobody_can_be_asked_for_is_refused() {
        assertEquals(
                400, desk.get("/console/planning?from=2026-02-28&to=2026-02-01").statusCode());
        assertEquals(404, desk.get("/console/planning/none").statusCode());
        assertEquals(404, desk.get("/console/planning/orders/more").statusCode());
    }

    @Test
    void what_cannot_be_read_is_told_all_at_once_and_not_left_out() {
        var refused = desk.get("/console/planning/forecast?item=a%0Ab&lead=0&service=95");

        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("This cannot be read: Item; Lead time in days, 1 to 180."), refused.body());
        assertEquals(400, desk.get("/console/planning/risk?days=1001").statusCode());
        assertEquals(400, desk.get("/console/planning?from=tomorrow").statusCode());
        assertTrue(desk.get("/console/planning/simulation?item=BREAD&remaining=-1")
                .body()
                .contains("This cannot be read: Fewer days than these nobody takes."));
    }

    @Test
    void a_list_comes_a_page_at_a_time_and_as_a_whole_file() {
        String first = desk.page("/console/planning/deliveries?from=2026-02-01&to=2026-02-28");
        String last = desk.page("/console/planning/deliveries?from=2026-02-01&to=2026-02-28&after=50");

        assertTrue(first.contains("from=2026-02-01&amp;to=2026-02-28&amp;after=50\""), first);
        assertFalse(last.contains("after=100"), last);
        String csv = desk.page("/console/planning/deliveries.csv?from=2026-02-01&to=2026-02-28");
        assertEquals(61, csv.lines().count());
        assertTrue(csv.contains("LATE,SH1,SO1 / 1,MARKET,BER,2026-03-02,2026-03-10,8,80.0,3,C62"), csv);
    }

    @Test
    void why_an_earlier_lot_stayed_is_said() {
        String page = desk.page("/console/planning/passed?from=2026-02-01&to=2026-02-28");

        assertTrue(page.contains("Somebody wanted another lot"), page);
        assertTrue(page.contains("anna: asked for"), page);
        assertTrue(page.contains("Cost of that") && page.contains("3.07"), page);
    }

    @Test
    void what_is_to_be_seen_to_now_is_a_list_and_a_file() {
        String page = desk.page("/console/planning/due");

        assertTrue(page.contains("To be seen to now") && page.contains("BREAD/SOON"), page);
        assertTrue(desk.page("/console/planning/due.csv").contains("SOON"));
    }

    @Test
    void a_chance_is_shown_and_where_there_is_none_the_reason() {
        String page = desk.page("/console/planning/risk");

        assertTrue(page.contains("25%"), page);
        assertTrue(page.contains("€0.75"), page);
        assertTrue(page.contains("Too few weeks of history: 5"), page);
        String file = desk.page("/console/planning/risk.csv");
        assertTrue(file.contains(",0.2500,0.5,0.75,") && file.contains(",POISSON,C62"), file);
    }

    @Test
    void a_forecast_says_how_it_was_made_and_takes_the_terms_that_were_asked_for() {
        String page = desk.page("/console/planning/forecast?site=BER&lead=14&service=97,5");

        assertTrue(page.contains("Steady: exponential smoothing, 20 weeks"), page);
        assertTrue(page.contains("30 pcs"), page);
        assertTrue(desk.page("/console/planning/forecast.csv").contains("BREAD,EXPONENTIAL_SMOOTHING,1.00,0.50"));
        assertEquals(
                List.of("14 97.5", "7 95"),
                terms.stream()
                        .map(one -> one.leadDays() + " " + one.servicePercent())
                        .toList());
    }

    @Test
    void a_simulation_needs_an_item_and_shows_each_policy() {
        assertFalse(desk.page("/console/planning/simulation").contains("First expired (FEFO)"));

        String page = desk.page("/console/planning/simulation?item=BREAD&from=2026-01-01&to=2026-02-28&remaining=2");

        assertTrue(page.contains("First expired (FEFO)"), page);
        assertTrue(page.contains("3 pcs ± 1 pcs"), page);
        assertEquals(
                400,
                desk.get("/console/planning/simulation?item=BREAD&from=2024-01-01")
                        .statusCode());
    }

    @Test
    void which_lot_an_order_should_take_is_shown_with_the_reason() {
        String page = desk.page("/console/planning/production?site=BER");

        assertTrue(page.contains("Take it: of the good lots it expires first"), page);
        assertTrue(page.contains("/console/production-order?number=FA1"), page);
        assertTrue(page.contains("Missing: no good lot is left for the order"), page);
        assertEquals(
                List.of(
                        "2026-03-02,USE,BREAD," + EXPIRING.lot() + ",2026-03-05,FA1,2026-03-01,3,C62",
                        "2026-03-02,MISSING,BREAD,,,FA2,2026-03-01,3,C62",
                        "2026-03-02,NOT_NEEDED,BREAD," + EXPIRING.lot() + ",2026-03-05,,,3,C62"),
                desk.page("/console/planning/production.csv").lines().skip(1).toList());
    }

    @Test
    void a_producer_may_not_see_what_lots_are_worth_and_finds_what_to_take() {
        try (DeskUnderTest producer = DeskUnderTest.as(
                Role.PRODUCER,
                List.of(new PlanningPage()),
                measures.build(),
                uses.build(),
                risks.build(),
                Fake.sites())) {
            assertEquals(
                    "/console/planning/production",
                    producer.get("/console/planning")
                            .headers()
                            .firstValue("Location")
                            .orElse(""));
            assertTrue(producer.page("/console/planning/production").contains("Take it"));
            assertEquals(403, producer.get("/console/planning/risk").statusCode());
        }
    }

    private static PlannedUse use(PlannedUseKind kind, Optional<String> order, Optional<LotKey> lot) {
        return new PlannedUse(
                Bakery.BERLIN,
                Bakery.BREAD,
                Bakery.TODAY,
                kind,
                order,
                order.map(number -> Bakery.TODAY.minusDays(1)),
                lot,
                lot.map(key -> EXPIRING.expiry()),
                THREE);
    }

    private static RotationSimulation replayed(SimulationQuestion question) {
        return new RotationSimulation(
                question,
                Optional.of(Quantity.of("90", "C62")),
                Optional.of(Quantity.of("60", "C62")),
                List.of(result(IssuePolicy.FEFO, 1), result(IssuePolicy.RANDOM, 20)));
    }

    private static RotationSimulation.Result result(IssuePolicy policy, int runs) {
        return new RotationSimulation.Result(
                policy,
                runs,
                THREE,
                Quantity.of("1", "C62"),
                Optional.of(new BigDecimal("3.3")),
                THREE,
                Quantity.of("1", "C62"),
                Optional.of(new BigDecimal("5.0")));
    }

    private static DemandForecast forecast() {
        return new DemandForecast(
                Bakery.BERLIN,
                Bakery.BREAD,
                20,
                new BigDecimal("1.00"),
                new BigDecimal("0.50"),
                ForecastMethod.EXPONENTIAL_SMOOTHING,
                Optional.of(new BigDecimal("0.1")),
                Optional.of(THREE),
                Optional.of(THREE),
                Optional.of(THREE),
                Optional.of(THREE),
                Optional.of(Quantity.of("30", "C62")));
    }

    private static Measures measured(MeasureQuestion question) {
        return new Measures(
                question,
                new Measures.Fill(
                        3,
                        2,
                        Optional.of(new BigDecimal("66.7")),
                        4,
                        3,
                        Optional.of(new BigDecimal("75.0")),
                        List.of(new Measures.UnitFill(
                                Quantity.of("25", "C62"),
                                Quantity.of("19", "C62"),
                                Optional.of(new BigDecimal("76.0"))))),
                new Measures.Waste(
                        List.of(),
                        Optional.of(Money.parse("EUR 120.00")),
                        Optional.of(Money.parse("EUR 6.00")),
                        Optional.of(new BigDecimal("5.0")),
                        0),
                new Measures.Life(0, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                new Measures.Rotation(1, 0, 0, Optional.empty(), Optional.empty()),
                List.of(new Measures.Expiring(-1, 2, Optional.empty(), 2)),
                12);
    }
}
