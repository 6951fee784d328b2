package org.lottrace.allocation.fefo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.quality.Holds;

/** Quality asks allocation to let go of what it stops; allocation asks quality what may be used. */
class HoldsAndReservationsIT {
    private static final Lot MARCH =
            aLot("MARCH").of(BREAD).madeAt(BERLIN).expiring("2026-03-31").build();
    private static final Lot APRIL =
            aLot("APRIL").of(BREAD).madeAt(BERLIN).expiring("2026-04-30").build();

    private final Warehouse warehouse =
            new Warehouse().with(MARCH, "7 C62").with(APRIL, "9 C62").ordered(order("O1"));
    private final Holds holds = warehouse.company.service(Holds.class);

    @Test
    void a_hold_takes_the_reservations_of_its_lot_and_the_order_gets_another_lot() {
        assertEquals("MARCH 5", warehouse.allocated("O1"));

        hold();

        assertEquals(List.of(), warehouse.reservations("O1"));
        assertEquals("APRIL 5", warehouse.allocated("O1"));
    }

    private void hold() {
        done(holds.hold(aContext("h1").request(), List.of(MARCH.key()), "foreign matter"));
    }

    private static SalesOrder order(String number) {
        return aSalesOrder(number).ordering(BREAD, "5 C62").build();
    }
}
