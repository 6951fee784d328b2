package org.lottrace.planning.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOUGH;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.ProductionOrderBuilder.aProductionOrder;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.Dispositions;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.store.ProductionOrderStore;
import org.lottrace.api.order.ProductionOrder;
import org.lottrace.api.planning.AdviceKind;
import org.lottrace.api.planning.DemandForecast;
import org.lottrace.api.planning.DemandForecasts;
import org.lottrace.api.planning.ExpiryAdvice;
import org.lottrace.api.planning.ExpiryAdvices;
import org.lottrace.api.planning.ExpiryRisks;
import org.lottrace.api.planning.ForecastMethod;
import org.lottrace.api.planning.IssuePolicy;
import org.lottrace.api.planning.LotRisk;
import org.lottrace.api.planning.PlannedUses;
import org.lottrace.api.planning.ReplenishmentTerms;
import org.lottrace.api.planning.RiskBasis;
import org.lottrace.api.planning.RiskTrial;
import org.lottrace.api.planning.RotationSimulation;
import org.lottrace.api.planning.RotationSimulations;
import org.lottrace.api.planning.SimulationQuestion;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.SentStatements;
import org.lottrace.persistence.testing.TestDatabase;

/** What follows from the demand of a site, over a ledger. */
@ParameterizedClass
@EnumSource
class DemandServicesIT {
    private static final ReplenishmentTerms A_WEEK = new ReplenishmentTerms(7, new BigDecimal("95"));

    @Parameter
    Engine engine;

    private TestDatabase database;
    private TestCompany company;
    private int events;

    enum Engine {
        H2(TestDatabase::h2),
        POSTGRESQL(TestDatabase::postgresql);

        private final Supplier<TestDatabase> database;

        Engine(Supplier<TestDatabase> database) {
            this.database = database;
        }
    }

    @BeforeEach
    void open() {
        database = engine.database.get().withBakery();
        company = TestCompany.on(database).with(Clock.class, Bakery.CLOCK);
    }

    @AfterEach
    void close() {
        company.close();
    }

    @Test
    void lots_in_a_queue_have_the_chances_of_their_demand() {
        sold(20, "7 C62");
        stocked("FIRST", "2026-03-09", "5 C62");
        stocked("SECOND", "2026-03-09", "30 C62");
        LotKey held = stocked("HELD", "2026-03-05", "50 C62");
        database.unitOfWork().run(() -> database.dispositions()
                .save(List.of(Dispositions.of(held, Disposition.ON_HOLD, "ergot", new EventId("h")))));

        List<LotRisk> risks = risks().list(BERLIN, Optional.of(BREAD), 30, 0, 10);

        assertEquals(
                List.of("SECOND", "FIRST", "HELD"),
                risks.stream().map(risk -> risk.lot().lot().number().value()).toList());
        LotRisk second = risks.get(0);
        assertEquals(RiskBasis.POISSON, second.basis());
        assertEquals(20, second.weeks());
        assertEquals(quantity("5 C62"), second.ahead());
        assertEquals(new BigDecimal("7.000"), second.weekly());
        // of 7 that are wanted until then 5 go from the first lot, mostly
        assertEquals(28, second.left().orElseThrow().amount().doubleValue(), 0.5);
        // less than 5 of a Poisson of 7
        assertEquals(0.173, risks.get(1).chance().orElseThrow().doubleValue(), 0.001);
        assertEquals(RiskBasis.HELD, risks.get(2).basis());
        assertEquals(1, risks().list(BERLIN, Optional.empty(), 30, 2, 10).size());
        assertEquals(List.of(), risks().list(POTSDAM, Optional.empty(), 30, 0, 10));
    }

    @Test
    void few_weeks_are_said() {
        sold(5, "7 C62");
        stocked("FIRST", "2026-03-09", "5 C62");

        LotRisk risk = risks().list(BERLIN, Optional.empty(), 30, 0, 10).get(0);

        assertEquals(RiskBasis.TOO_FEW_WEEKS, risk.basis());
        assertEquals(5, risk.weeks());
        assertEquals(Optional.empty(), risk.chance());
    }

    @Test
    void chances_are_tried_on_the_weeks_of_the_item() {
        sold(20, "7 C62");

        RiskTrial trial = risks().backTest(BERLIN, BREAD, 2);

        assertEquals(11, trial.trials());
        assertTrue(trial.score().orElseThrow().compareTo(BigDecimal.ONE) < 0, trial::toString);
        assertEquals(0, risks().backTest(BERLIN, FLOUR, 2).trials());
        assertThrows(IllegalArgumentException.class, () -> risks().backTest(BERLIN, BREAD, 9));
    }

    @Test
    void an_item_has_a_forecast_and_a_reorder_point() {
        sold(20, "4 C62");

        List<DemandForecast> forecasts = forecasts().list(BERLIN, Optional.empty(), A_WEEK, 0, 10);

        assertEquals(1, forecasts.size());
        assertEquals(BREAD, forecasts.get(0).item());
        assertEquals(ForecastMethod.EXPONENTIAL_SMOOTHING, forecasts.get(0).method());
        assertEquals(Optional.of(quantity("4 C62")), forecasts.get(0).weekly());
        assertEquals(Optional.of(quantity("8 C62")), forecasts.get(0).reorderPoint());
        assertEquals(List.of(), forecasts().list(BERLIN, Optional.empty(), A_WEEK, 1, 10));
        assertEquals(List.of(), forecasts().list(POTSDAM, Optional.empty(), A_WEEK, 0, 10));
    }

    @Test
    void history_is_replayed_from_what_was_there() {
        LotKey late = made("LATE", "2026-02-25", "2026-01-01T08:00:00Z", "10 C62");
        LotKey early = made("EARLY", "2026-02-12", "2026-02-10T08:00:00Z", "10 C62");
        ship(late, "2026-02-11T08:00:00Z", "8 C62");
        ship(early, "2026-02-12T08:00:00Z", "8 C62");

        RotationSimulation simulation = company.service(RotationSimulations.class)
                .replay(new SimulationQuestion(BERLIN, BREAD, TODAY.minusDays(30), TODAY, 0));

        assertEquals(Optional.of(quantity("20 C62")), simulation.received());
        assertEquals(Optional.of(quantity("16 C62")), simulation.wanted());
        assertEquals(
                List.of("FEFO 4", "FIFO 4", "LIFO 4"),
                simulation.results().stream()
                        .limit(3)
                        .map(result -> result.policy() + " " + result.wasted().amount())
                        .toList());
        assertEquals(IssuePolicy.RANDOM, simulation.results().get(3).policy());
        assertEquals(
                List.of(),
                company.service(RotationSimulations.class)
                        .replay(new SimulationQuestion(BERLIN, FLOUR, TODAY.minusDays(30), TODAY, 0))
                        .results());
    }

    @Test
    void what_is_left_goes_into_production_and_the_rest_is_marked_down() {
        sold(20, "7 C62");
        stocked("FIRST", "2026-03-09", "40 C62");
        planned("FA1", TODAY.plusDays(3));

        List<ExpiryAdvice> advice = company.service(ExpiryAdvices.class).list(BERLIN, Optional.of(BREAD), 30, 0, 10);

        assertEquals(
                List.of(AdviceKind.USE_IN_PRODUCTION, AdviceKind.MARK_DOWN),
                advice.stream().map(ExpiryAdvice::kind).toList());
        assertEquals(quantity("12 C62"), advice.get(0).quantity());
        assertEquals(33 - 12, advice.get(1).quantity().amount().doubleValue(), 0.1);
    }

    @Test
    void an_order_takes_what_expires_first_and_what_is_held_it_does_not_take() {
        LotKey held = stocked("HELD", "2026-03-06", "9 C62");
        database.unitOfWork().run(() -> database.dispositions()
                .save(List.of(Dispositions.of(held, Disposition.ON_HOLD, "ergot", new EventId("h")))));
        stocked("EARLY", "2026-03-09", "5 C62");
        stocked("LATE", "2026-04-09", "5 C62");
        planned("OVERDUE", TODAY.minusDays(3));
        planned("FAR", TODAY.plusDays(31));

        assertEquals(
                List.of("OVERDUE USE EARLY 5", "OVERDUE USE LATE 5", "OVERDUE MISSING - 2"),
                company.service(PlannedUses.class).list(BERLIN, Optional.empty(), 30, 0, 10).stream()
                        .map(use -> use.productionOrder().orElse("-") + " " + use.kind() + " "
                                + use.lot().map(lot -> lot.number().value()).orElse("-") + " "
                                + use.quantity().amount())
                        .toList());
        assertEquals(
                1,
                company.service(PlannedUses.class)
                        .list(BERLIN, Optional.of(BREAD), 30, 1, 1)
                        .size());
        assertEquals(List.of(), company.service(PlannedUses.class).list(POTSDAM, Optional.empty(), 30, 0, 10));
    }

    private void planned(String number, LocalDate day) {
        ProductionOrder order = aProductionOrder(number)
                .making(DOUGH, "10 KGM")
                .of(BREAD, "1 CS", "0")
                .build();
        database.unitOfWork().run(() -> database.productionOrders()
                .save(new ProductionOrderStore.Kept(
                        new ProductionOrder(number, BERLIN, day, "", order.lines()), Optional.empty())));
    }

    @Test
    void how_many_lots_there_are_does_not_change_the_number_of_questions() {
        sold(9, "7 C62");
        stocked("L0", "2026-03-09", "5 C62");
        long before = statements(() -> risks().list(BERLIN, Optional.empty(), 30, 0, 100));
        for (int lot = 1; lot < 20; lot++) {
            stocked("L" + lot, "2026-03-1" + lot % 9, "5 C62");
        }

        assertEquals(before, statements(() -> risks().list(BERLIN, Optional.empty(), 30, 0, 100)));
        assertEquals(20, risks().list(BERLIN, Optional.empty(), 30, 0, 100).size());
    }

    private ExpiryRisks risks() {
        return company.service(ExpiryRisks.class);
    }

    private DemandForecasts forecasts() {
        return company.service(DemandForecasts.class);
    }

    /** As much in each of the last weeks. */
    private void sold(int weeks, String quantity) {
        LotKey lot = made("SOLD", "2027-01-01", "2025-01-01T08:00:00Z", "900 C62");
        for (int week = 1; week <= weeks; week++) {
            ship(lot, NOW.minus(Duration.ofDays(7L * week - 2)).toString(), quantity);
        }
    }

    private LotKey stocked(String number, String expiry, String quantity) {
        LotKey lot = aLot(number).of(BREAD).key();
        database.unitOfWork().run(() -> {
            database.lots().insert(aLot(number).of(BREAD).expiring(expiry).build());
            database.stock().save(List.of(new StockBalance(lot, Position.at(in(SHELF)), quantity(quantity))));
        });
        return lot;
    }

    private LotKey made(String number, String expiry, String at, String quantity) {
        database.unitOfWork().run(() -> database.lots()
                .insert(aLot(number).of(BREAD).expiring(expiry).build()));
        LotKey lot = aLot(number).of(BREAD).key();
        append(anEvent("e" + events++, EventType.PRODUCE)
                .in(aContext("made-" + number).at(at).build())
                .moving(lot, quantity, Place.transformation(BERLIN), in(SHELF))
                .build());
        return lot;
    }

    private void ship(LotKey lot, String at, String quantity) {
        append(anEvent("s", EventType.SHIP)
                .in(aContext("ship-" + events++).at(at).build())
                .moving(lot, quantity, in(SHELF), Place.party(MARKET))
                .build());
    }

    private void append(TraceEvent event) {
        database.unitOfWork().run(() -> {
            long position = database.ledger().lockHead().position() + 1;
            database.ledger()
                    .append(new RecordedEvent(event, position, Instant.EPOCH, String.format("%064x", position)));
        });
    }

    private static long statements(Runnable question) {
        return SentStatements.of(question).stream()
                .filter(sql -> !sql.equals(SentStatements.COMMIT))
                .count();
    }
}
