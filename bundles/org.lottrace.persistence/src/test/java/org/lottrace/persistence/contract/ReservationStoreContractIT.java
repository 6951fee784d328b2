package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.PICK_FACE;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.ReservationKind;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.lot.LotKey;

class ReservationStoreContractIT extends StoreContract {
    private static final DocumentReference S1 = new DocumentReference(DocumentType.SALES_ORDER, "S1");
    private static final DocumentReference S2 = new DocumentReference(DocumentType.SALES_ORDER, "S2");
    private static final DocumentReference MADE = new DocumentReference(DocumentType.PRODUCTION_ORDER, "S1");

    @Test
    void reservations_are_listed_in_the_order_in_which_they_were_made() {
        LotKey b = stored(aLot("B").build());
        LotKey a = stored(aLot("A").build());
        Reservation first = reservation(S1, 2, b, Position.at(in(SHELF)), "1 KGM");
        Reservation second = reservation(S1, 1, a, Position.at(in(SHELF), pallet(1)), "2 KGM");
        Reservation other = reservation(S2, 1, a, Position.at(in(SHELF)), "3 KGM");

        List.of(first, second, other).forEach(db.reservations()::save);

        assertEquals(List.of(first, second), db.reservations().ofOrder(S1));
        assertEquals(List.of(second, other), db.reservations().ofLots(List.of(a)));
        assertEquals(List.of(first, second, other), db.reservations().ofOrderOrLots(S1, List.of(a)));
        assertEquals(List.of(second, other), db.reservations().ofOrderOrLots(S2, List.of(a)));
        assertEquals(List.of(other), db.reservations().ofOrderOrLots(S2, List.of()));
        assertEquals(List.of(first, second, other), db.reservations().ofOrdersOrLots(List.of(S2, S1), List.of(b)));
        assertEquals(List.of(second, other), db.reservations().ofOrdersOrLots(List.of(S2), List.of(a)));
        assertEquals(List.of("S1"), db.reservations().ordersAfter(DocumentType.SALES_ORDER, "", 1));
        assertEquals(List.of("S2"), db.reservations().ordersAfter(DocumentType.SALES_ORDER, "S1", 10));
    }

    @Test
    void what_is_reserved_is_summed_for_each_lot_and_position() {
        LotKey b = stored(aLot("B").build());
        LotKey a = stored(aLot("A").build());
        Position onPallet = Position.at(in(SHELF), pallet(1));
        Position onShelf = Position.at(in(SHELF));
        List.of(
                        reservation(S1, 1, a, onShelf, "1 KGM"),
                        reservation(S1, 2, a, onShelf, "0.5 KGM"),
                        reservation(S2, 1, a, onPallet, "3 KGM"),
                        reservation(S2, 1, b, onShelf, "7 KGM"))
                .forEach(db.reservations()::save);

        assertEquals(
                Set.of(balance(a, onShelf, "1.5 KGM"), balance(a, onPallet, "3 KGM")),
                Set.copyOf(db.reservations().sumsOf(List.of(a))));
        assertEquals(3, db.reservations().sumsOf(List.of(a, b)).size());
    }

    private static StockBalance balance(LotKey lot, Position position, String quantity) {
        return new StockBalance(lot, position, EventBuilder.quantity(quantity));
    }

    @Test
    void the_same_line_lot_and_position_is_one_reservation() {
        LotKey a = stored(aLot("A").build());
        Reservation kept = reservation(S1, 1, a, Position.at(in(PICK_FACE)), "1 KGM");
        Reservation changed = reservation(S1, 1, a, Position.at(in(SHELF)), "5 KGM");
        db.reservations().save(reservation(S1, 1, a, Position.at(in(SHELF)), "2 KGM"));
        db.reservations().save(kept);

        db.reservations().save(changed);
        assertEquals(List.of(changed, kept), db.reservations().ofOrder(S1));

        db.reservations().remove(List.of(changed));
        db.reservations().remove(List.of(changed));
        assertEquals(List.of(kept), db.reservations().ofOrder(S1));
    }

    @Test
    void reservations_are_removed_together() {
        LotKey a = stored(aLot("A").build());
        Reservation first = reservation(S1, 1, a, Position.at(in(SHELF)), "1 KGM");
        Reservation second = reservation(S1, 2, a, Position.at(in(SHELF)), "2 KGM");
        Reservation kept = reservation(S1, 2, a, Position.at(in(PICK_FACE)), "2 KGM");
        db.reservations().save(List.of(first, second, kept));

        inOne(() -> db.reservations().remove(List.of(second, first)));
        inOne(() -> db.reservations().remove(List.of()));

        assertEquals(List.of(kept), db.reservations().ofOrder(S1));
    }

    @Test
    void reservations_are_saved_together_in_their_order() {
        LotKey a = stored(aLot("A").build());
        LotKey b = stored(aLot("B").build());
        Reservation before = reservation(S1, 2, b, Position.at(in(SHELF)), "1 KGM");
        db.reservations().save(before);

        Reservation changed = reservation(S1, 2, b, Position.at(in(SHELF)), "2.000001 KGM");
        Reservation first = reservation(S1, 1, b, Position.at(in(SHELF)), "3 KGM");
        Reservation second = reservation(S1, 1, a, Position.at(in(SHELF), pallet(1)), "4 KGM");
        db.reservations().save(List.of(first, changed, second));
        db.reservations().save(List.of());

        assertEquals(List.of(changed, first, second), db.reservations().ofOrder(S1));
    }

    @Test
    void whoever_locks_the_items_sees_what_the_one_before_has_reserved() {
        LotKey a = stored(aLot("A").build());

        contend(
                20,
                () -> inOne(() -> {
                    db.reservations().lockItems(List.of(BREAD, FLOUR, BREAD));
                    int before = db.reservations().ofOrder(S1).stream()
                            .mapToInt(r -> r.quantity().amount().intValueExact())
                            .sum();
                    db.reservations().save(reservation(S1, 1, a, Position.at(in(SHELF)), before + 1 + " KGM"));
                }));

        assertEquals(
                List.of(reservation(S1, 1, a, Position.at(in(SHELF)), "40 KGM")),
                db.reservations().ofOrder(S1));
    }

    /** Their items differ, so nobody waits for the other. */
    @Test
    void a_production_order_with_the_number_of_a_sales_order_is_sealed_for_itself() {
        LotKey a = stored(aLot("A").build());
        LotKey b = stored(aLot("B").build());
        Reservation sold = reservation(S1, 1, a, Position.at(in(SHELF)), "1 KGM");
        Reservation used = reservation(MADE, 1, b, Position.at(in(SHELF)), "2 KGM");

        inOne(() -> {
            db.reservations().save(sold);
            together(new CountDownLatch(1), () -> inOne(() -> db.reservations().save(used)));
        });
        assertNobodyWroteButLotTrace();

        Reservation sent = reservation(
                new DocumentReference(DocumentType.TRANSFER_ORDER, MADE.number()),
                1,
                b,
                Position.at(in(SHELF)),
                "3 KGM");
        inOne(() -> db.reservations().save(sent));
        assertNobodyWroteButLotTrace();

        db.reservations().remove(List.of(used));
        assertEquals(List.of(sold, sent), db.reservations().ofLots(List.of(a, b)));
        assertNobodyWroteButLotTrace();
    }

    private void assertNobodyWroteButLotTrace() {
        assertEquals(List.of(), db.seals().compare(0, 1000).found());
        assertEquals(List.of(), db.seals().unsealed(10));
    }

    @Test
    void soft_ones_are_found_by_their_end_until_they_are_firm() {
        LotKey a = stored(aLot("A").build());
        Instant noon = Instant.parse("2026-03-02T12:00:00.000001Z");
        Reservation firm = reservation(S1, 1, a, Position.at(in(SHELF)), "1 KGM");
        Reservation later = soft(reservation(S1, 2, a, Position.at(in(SHELF)), "2 KGM"), noon);
        Reservation earlier = soft(reservation(S2, 1, a, Position.at(in(SHELF)), "3 KGM"), noon.minusSeconds(60));
        Reservation picked =
                reservation(S2, 2, a, Position.at(in(PICK_FACE)), "4 KGM").lasting(ReservationKind.PICKED);
        db.reservations().save(List.of(firm, later, earlier, picked));

        assertEquals(List.of(firm, later, earlier, picked), db.reservations().ofLots(List.of(a)));
        assertEquals(List.of(earlier, later), db.reservations().endedBy(noon, 10));
        assertEquals(List.of(earlier), db.reservations().endedBy(noon, 1));
        assertEquals(List.of(earlier), db.reservations().endedBy(noon.minusNanos(1000), 10));

        inOne(() -> db.reservations().save(earlier.lasting(ReservationKind.FIRM)));
        assertEquals(List.of(later), db.reservations().endedBy(noon, 10));
        assertEquals(
                List.of(earlier.lasting(ReservationKind.FIRM), picked),
                db.reservations().ofOrder(S2));
    }

    private static Reservation soft(Reservation one, Instant until) {
        return new Reservation(
                one.orderLine(), one.lot(), one.position(), one.quantity(), ReservationKind.SOFT, Optional.of(until));
    }

    private static Reservation reservation(
            DocumentReference order, int line, LotKey lot, Position position, String quantity) {
        return new Reservation(new OrderLineReference(order, line), lot, position, EventBuilder.quantity(quantity));
    }
}
