package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.PICK_FACE;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.Reservation;
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

        db.reservations().remove(changed);
        db.reservations().remove(changed);
        assertEquals(List.of(kept), db.reservations().ofOrder(S1));
    }

    @Test
    void all_reservations_of_some_lots_are_removed_at_once() {
        LotKey a = stored(aLot("A").build());
        LotKey b = stored(aLot("B").build());
        LotKey c = stored(aLot("C").build());
        Reservation first = reservation(S1, 1, b, Position.at(in(SHELF)), "1 KGM");
        Reservation second = reservation(S2, 1, a, Position.at(in(PICK_FACE)), "2 KGM");
        Reservation other = reservation(S2, 1, c, Position.at(in(SHELF)), "3 KGM");
        List.of(first, second, other).forEach(db.reservations()::save);

        assertEquals(List.of(first, second), db.reservations().removeAll(List.of(a, b)));

        assertEquals(List.of(other), db.reservations().ofLots(List.of(a, b, c)));
        assertEquals(List.of(), db.reservations().removeAll(List.of(a, b)));
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

    private static Reservation reservation(
            DocumentReference order, int line, LotKey lot, Position position, String quantity) {
        return new Reservation(new OrderLineReference(order, line), lot, position, EventBuilder.quantity(quantity));
    }
}
