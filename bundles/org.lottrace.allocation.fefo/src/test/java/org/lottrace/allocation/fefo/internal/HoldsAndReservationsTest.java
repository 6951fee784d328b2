package org.lottrace.allocation.fefo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.quality.Holds;

/** Quality asks allocation to let go of what it stops; allocation asks quality what may be used. */
class HoldsAndReservationsTest {
    private static final Lot MARCH =
            aLot("MARCH").of(BREAD).madeAt(BERLIN).expiring("2026-03-31").build();
    private static final Lot APRIL =
            aLot("APRIL").of(BREAD).madeAt(BERLIN).expiring("2026-04-30").build();

    private static final long DEADLINE = 30_000;
    /** For an allocation that need not wait, also on a busy machine. */
    private static final long LONG_ENOUGH = 3_000;

    private final Warehouse warehouse =
            new Warehouse().with(MARCH, "7 C62").with(APRIL, "9 C62").ordered(order("O1"), order("O2"));
    private final Holds holds = warehouse.company.service(Holds.class);

    @Test
    void a_hold_takes_the_reservations_of_its_lot_and_the_order_gets_another_lot() {
        assertEquals("MARCH 5", warehouse.allocated("O1"));

        hold();

        assertEquals(List.of(), warehouse.reservations("O1"));
        assertEquals("APRIL 5", warehouse.allocated("O1"));
    }

    /** Without the lock of the items the order gets the lot between the check of its hold and the commit. */
    @Test
    void an_order_that_is_allocated_during_a_hold_waits_and_gets_none_of_the_lot() throws Exception {
        warehouse.allocated("O1");
        warehouse.allocation.cancel("O1");
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch allocated = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Boolean> hold =
                    threads.submit(() -> warehouse.database.unitOfWork().required(() -> {
                        hold();
                        held.countDown();
                        return isOver(allocated, LONG_ENOUGH);
                    }));
            isOver(held, DEADLINE);
            Future<String> order = threads.submit(() -> {
                String lots = warehouse.allocated("O2");
                allocated.countDown();
                return lots;
            });

            assertFalse(hold.get(DEADLINE, TimeUnit.MILLISECONDS), "the order did not wait for the hold");
            assertEquals("APRIL 5", order.get(DEADLINE, TimeUnit.MILLISECONDS));
        } finally {
            threads.shutdownNow();
        }
    }

    private void hold() {
        done(holds.hold(aContext("h1").request(), List.of(MARCH.key()), "foreign matter"));
    }

    private static boolean isOver(CountDownLatch latch, long milliseconds) {
        try {
            return latch.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SalesOrder order(String number) {
        return aSalesOrder(number).ordering(BREAD, "5 C62").build();
    }
}
