package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.RecallFixture.anOpening;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.LostReservations;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.exceptioncase.ExceptionFilter;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/** Whatever takes a lot from an order, another lot takes its place as far as there is one, and the rest is a case for who ships. */
@ParameterizedClass
@EnumSource
class TakenReservationsTest {
    private static final Caller ANNA = new Caller("anna", Set.of(Role.ADMINISTRATOR));

    private final WorkingBakery bakery;

    enum Kept {
        ON_H2,
        ON_POSTGRESQL
    }

    enum Cause {
        HOLD,
        RECALL,
        COUNT
    }

    TakenReservationsTest(Kept kept) {
        TestDatabase database = kept == Kept.ON_H2 ? TestDatabase.h2() : TestDatabase.postgresql();
        bakery = new WorkingBakery(TestCompany.on(database.withBakery()).with(Clock.class, Bakery.CLOCK)).withFlour();
    }

    @AfterEach
    void close() {
        bakery.company().close();
    }

    /** Of two lots of 1000 kilograms an order of 1125 has all of the first one. */
    @ParameterizedTest
    @EnumSource
    void what_is_taken_from_an_order_is_planned_anew_and_what_is_missing_then_is_a_case(Cause cause) {
        bakery.ordered(aSalesOrder("SO1").ordering(FLOUR, "45 BG").build());
        done(bakery.company().service(Allocation.class).allocate("SO1"));
        assertEquals(List.of("BER/A-01 1000 KGM"), bakery.reserved(FLOUR_1));

        happens(cause);
        assertEquals(List.of(), bakery.reserved(FLOUR_1));
        LostReservations lost = bakery.company().service(LostReservations.class);
        assertEquals(1, lost.open(Optional.empty(), 10).size());
        done(lost.mend("SO1"));

        assertEquals(List.of("BER/A-01 1000 KGM"), bakery.reserved(FLOUR_2));
        assertEquals(List.of(), lost.open(Optional.empty(), 10));
        List<ExceptionCase> cases =
                bakery
                        .company()
                        .service(ExceptionCases.class)
                        .list(ExceptionFilter.NONE, Optional.empty(), 100)
                        .stream()
                        .filter(one -> one.code().equals(LostReservations.NOT_MENDED))
                        .toList();
        assertEquals(
                List.of(Role.SHIPPER), cases.stream().map(ExceptionCase::owner).toList());
        assertTrue(
                cases.get(0).message().contains("lost 1000 KGM of item FLOUR, and 125 KGM cannot be replaced"),
                cases.toString());
    }

    private void happens(Cause cause) {
        switch (cause) {
            case HOLD ->
                done(bakery.holds()
                        .hold(aContext("h1").request(), List.of(FLOUR_1), Optional.empty(), "foreign matter"));
            case RECALL -> {
                bakery.company().service(LedgerFollowers.class).catchUp("graph", Duration.ofMinutes(1));
                done(bakery.company()
                        .service(RecallCases.class)
                        .open(
                                ANNA,
                                aContext("r1").request(),
                                anOpening(RecallMode.REAL),
                                ScopeCriteria.of(List.of(FLOUR_1))));
            }
            case COUNT ->
                recorded(bakery.capture()
                        .count(new StockCount(
                                aContext("c1").reported().request(), "C1", List.of(on(SHELF, FLOUR_1, "0 KGM")))));
        }
    }
}
