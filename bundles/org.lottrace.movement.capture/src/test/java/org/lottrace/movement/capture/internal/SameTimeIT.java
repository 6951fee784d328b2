package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.came;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

/** A scanner that sends twice because the answer was slow. */
class SameTimeIT {
    private final WorkingBakery bakery = new WorkingBakery();

    @Test
    void receives_a_part_delivery_once() throws Exception {
        bakery.expectingFlour();

        assertOneOfEach(twice(() -> bakery.receive("e1", "N1", came("L1", "10 BG"))));

        assertEquals(List.of("BER/DOCK 250 KGM"), bakery.stock(FLOUR_1));
        assertEquals(
                "750 KGM",
                bakery.expectedReceipts()
                        .find(WorkingBakery.notice("N1"))
                        .orElseThrow()
                        .lines()
                        .get(0)
                        .open()
                        .toString());
    }

    @Test
    void produces_a_lot_once() throws Exception {
        bakery.withFlour();
        recorded(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "10 KGM")));

        assertOneOfEach(twice(() -> bakery.produce("p1", "P1", BREAD, "1 CS")));

        assertEquals(1, bakery.lots().ofItem(BREAD, Optional.empty(), 10).size());
    }

    @Test
    void ships_once() throws Exception {
        bakery.withFlour();
        LotKey bread = bakery.baked("B1");
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "2 CS").build());
        bakery.reserve("SO1", 1, bread, SHELF, "24 C62");

        assertOneOfEach(twice(() -> bakery.ship("s1", "S1", "SO1")));

        assertEquals(List.of("BER/A-01 216 C62"), bakery.stock(bread));
    }

    private static void assertOneOfEach(List<Outcome<RecordedEvent>> results) {
        assertEquals(
                List.of(1L, 1L),
                List.of(
                        results.stream().filter(Outcome.Done.class::isInstance).count(),
                        results.stream()
                                .filter(Outcome.AlreadyDone.class::isInstance)
                                .count()),
                results.toString());
    }

    private static List<Outcome<RecordedEvent>> twice(Callable<Outcome<RecordedEvent>> request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Outcome<RecordedEvent>> results = new ArrayList<>();
            for (Future<Outcome<RecordedEvent>> result : threads.invokeAll(List.of(request, request))) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
