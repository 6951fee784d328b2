package org.lottrace.allocation.fefo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.DocumentType.SHIPMENT;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Reversals.reversalOf;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.Lot;

/** Five of seven pieces left for an order, and did not after all. */
class ReservedAgainIT {
    private static final Lot MARCH =
            aLot("MARCH").of(BREAD).madeAt(BERLIN).expiring("2026-03-20").build();

    private final Warehouse warehouse = new Warehouse()
            .with(MARCH, "7 C62")
            .ordered(aSalesOrder("O1").ordering(BREAD, "5 C62").build());

    ReservedAgainIT() {
        warehouse.allocate("O1");
        warehouse.ship("O1");
    }

    @Test
    void a_shipment_that_was_reversed_is_reserved_again_for_its_order() {
        assertEquals(List.of("5 C62"), reversed());
        assertEquals("MARCH 5", warehouse.shown("O1"));
    }

    @Test
    void what_is_on_hold_by_now_is_not_reserved_again() {
        warehouse.holding(MARCH);

        assertEquals(List.of(), reversed());
        assertEquals("- 5", warehouse.shown("O1"));
    }

    /** It was good on the day of delivery, which is over; it would leave today. */
    @Test
    void what_has_expired_by_now_is_not_reserved_again_for_an_order_of_the_past() {
        Lot february =
                aLot("FEBRUARY").of(BREAD).madeAt(BERLIN).expiring("2026-02-28").build();
        warehouse
                .with(february, "7 C62")
                .ordered(aSalesOrder("O2")
                        .ordering(BREAD, "5 C62")
                        .deliveredOn("2026-02-20")
                        .build());
        warehouse.allocation.allocate("O2", LocalDate.parse("2026-02-19"));
        assertEquals("FEBRUARY 5", warehouse.shown("O2"));
        warehouse.ship("O2");

        assertEquals(List.of(), reversed("S-O2"));
    }

    private List<String> reversed() {
        return reversed("S-O1");
    }

    /** What was reserved again. */
    private List<String> reversed(String shipment) {
        TraceEvent shipped = warehouse
                .ledger
                .byDocument(new DocumentReference(SHIPMENT, shipment))
                .get(0)
                .event();
        warehouse.append(reversalOf(shipped));
        return warehouse.allocation.reserveAgain(shipped.lines()).stream()
                .map(Reservation::quantity)
                .map(Object::toString)
                .toList();
    }
}
