package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.COMPANY;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/** 64 orders are allocated, and half-way their only lot is held: nothing of it is reserved afterwards, and nothing leaves. */
class AllocationsAgainstAHoldTest {
    private static final int ORDERS = 64;
    private static final Lot LOT = aLot("L1").of(BREAD).from(COMPANY).build();

    @Test
    void on_h2_nothing_leaves() throws Exception {
        nothingLeaves(TestDatabase.h2());
    }

    @Test
    void on_postgresql_nothing_leaves() throws Exception {
        nothingLeaves(TestDatabase.postgresql());
    }

    private static void nothingLeaves(TestDatabase database) throws Exception {
        WorkingBakery bakery =
                new WorkingBakery(TestCompany.on(database.withBakery()).with(Clock.class, Bakery.CLOCK));
        bakery.unitOfWork().run(() -> database.lots().insert(LOT));
        WorkingBakery.recorded(bakery.ledger()
                .append(anEvent("in", EventType.RECEIVE)
                        .moving(LOT.key(), ORDERS + " C62", Place.party(MILL), in(SHELF))
                        .build()));
        for (int i = 0; i < ORDERS; i++) {
            bakery.ordered(aSalesOrder("SO" + i).ordering(BREAD, "1 C62").build());
        }

        allocateAndHold(bakery);

        assertEquals(List.of(), bakery.reserved(LOT.key()));
        for (int i = 0; i < ORDERS; i++) {
            assertInstanceOf(Outcome.Refused.class, bakery.ship("s" + i, "S" + i, "SO" + i));
        }
        assertEquals(List.of("BER/A-01 " + ORDERS + " C62"), bakery.stock(LOT.key()));
    }

    private static void allocateAndHold(WorkingBakery bakery) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(ORDERS + 1);
        try {
            CountDownLatch begin = new CountDownLatch(1);
            CountDownLatch half = new CountDownLatch(ORDERS / 4);
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < ORDERS; i++) {
                String order = "SO" + i;
                all.add(threads.submit(() -> {
                    begin.await();
                    done(bakery.company().service(Allocation.class).allocate(order));
                    half.countDown();
                    return order;
                }));
            }
            all.add(threads.submit(() -> {
                half.await();
                return done(bakery.holds().hold(aContext("hold").request(), List.of(LOT.key()), "glass"));
            }));
            begin.countDown();
            for (Future<?> one : all) {
                one.get(2, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
