package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.COMPANY;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.AllocationWaves;
import org.lottrace.api.allocation.Fairness;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * Waves, single orders and movements of the same lots at once, on one node and on two that share the database: what is reserved at the end
 * begins with the lots that expire first, and no lot gives more than it has.
 */
class WavesAtOnceTest {
    private static final int LOTS = 24;
    private static final int ORDERS = 36;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "two nodes on h2", "two nodes on postgresql"})
    void no_lot_is_passed_over_and_none_gives_more_than_it_has(String engine) throws Exception {
        TestDatabase database = engine.endsWith("h2") ? TestDatabase.h2() : TestDatabase.postgresql();
        WorkingBakery bakery =
                new WorkingBakery(TestCompany.on(database.withBakery()).with(Clock.class, Bakery.CLOCK));
        List<LotKey> bread = stocked(bakery, database, BREAD, "C62");
        List<LotKey> flour = stocked(bakery, database, FLOUR, "KGM");
        for (int i = 0; i < ORDERS; i++) {
            bakery.ordered(aSalesOrder("SO" + i)
                    .ordering(BREAD, "1 C62")
                    .ordering(FLOUR, "1 KGM")
                    .build());
        }
        TestCompany other = engine.startsWith("two nodes")
                ? TestCompany.on(database.ofAnotherNode()).with(Clock.class, Bakery.CLOCK)
                : bakery.company();
        List<Callable<?>> work = new ArrayList<>();
        for (int i = 0; i < ORDERS; i += 6) {
            List<String> wave =
                    IntStream.range(i, i + 4).mapToObj(n -> "SO" + n).toList();
            work.add(() -> done(other.service(AllocationWaves.class).allocate(wave, Fairness.BY_DELIVERY_DATE)));
            String first = "SO" + (i + 4);
            String second = "SO" + (i + 5);
            work.add(() -> done(bakery.company().service(Allocation.class).allocate(first)));
            work.add(() -> done(other.service(Allocation.class).allocate(second)));
        }
        for (int i = 0; i < LOTS; i++) {
            int n = i;
            work.add(() -> WorkingBakery.recorded(bakery.ledger()
                    .append(anEvent("move" + n, EventType.TRANSFER)
                            .moving(flour.get(n), "1 KGM", in(DOCK), in(GATE))
                            .moving(bread.get(LOTS - 1 - n), "1 C62", in(DOCK), in(GATE))
                            .build())));
        }

        atOnce(work);

        assertEquals(firstOf(bread, "C62"), bread.stream().map(bakery::reserved).toList());
        assertEquals(firstOf(flour, "KGM"), flour.stream().map(bakery::reserved).toList());
    }

    /** 2 of each lot on the shelf, and 1 where nothing is allocated; who expires first has the highest id. */
    private static List<LotKey> stocked(WorkingBakery bakery, TestDatabase database, ItemNumber item, String unit) {
        List<LotKey> lots = new ArrayList<>();
        for (int i = 0; i < LOTS; i++) {
            Lot lot = aLot("L" + i)
                    .of(item)
                    .from(COMPANY)
                    .expiring(TODAY.plusDays(100 - i).toString())
                    .build();
            bakery.unitOfWork().run(() -> database.lots().insert(lot));
            WorkingBakery.recorded(bakery.ledger()
                    .append(anEvent("in" + item + i, EventType.RECEIVE)
                            .moving(lot.key(), "2 " + unit, Place.party(MILL), in(SHELF))
                            .moving(lot.key(), "1 " + unit, Place.party(MILL), in(DOCK))
                            .build()));
            lots.add(lot.key());
        }
        Collections.reverse(lots);
        return lots;
    }

    private static List<List<String>> firstOf(List<LotKey> lots, String unit) {
        return IntStream.range(0, lots.size())
                .mapToObj(n -> n < ORDERS / 2 ? reserved(unit) : List.<String>of())
                .toList();
    }

    private static List<String> reserved(String unit) {
        return List.of("BER/A-01 1 " + unit, "BER/A-01 1 " + unit);
    }

    private static void atOnce(List<Callable<?>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            CountDownLatch begin = new CountDownLatch(1);
            List<Future<?>> all = new ArrayList<>();
            for (Callable<?> one : work) {
                all.add(threads.submit(() -> {
                    begin.await();
                    return one.call();
                }));
            }
            begin.countDown();
            for (Future<?> one : all) {
                one.get(2, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
