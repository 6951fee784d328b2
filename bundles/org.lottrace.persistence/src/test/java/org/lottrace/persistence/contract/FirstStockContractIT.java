package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.FirstStock;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.WantedStock;
import org.lottrace.api.fixture.Dispositions;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;

/** Which lots a wave locks: as few as suffice, and none that comes before one of them is left out. */
class FirstStockContractIT extends StoreContract {
    private static final LocalDate GOOD_ON = LocalDate.of(2026, 6, 1);

    @Test
    void what_expires_after_enough_is_left_out() {
        StockBalance first = stocked("A", "2026-07-01", "10 KGM");
        StockBalance second = stocked("B", "2026-07-02", "10 KGM");
        stocked("C", "2026-07-03", "10 KGM");

        assertEquals(new FirstStock(List.of(first, second), Set.of(FLOUR)), first("11 KGM"));
    }

    @Test
    void all_is_read_when_it_is_just_enough_or_not() {
        StockBalance first = stocked("A", "2026-07-01", "10 KGM");
        StockBalance second = stocked("B", "2026-07-02", "10 KGM");

        assertEquals(new FirstStock(List.of(first, second), Set.of()), first("20 KGM"));
        assertEquals(new FirstStock(List.of(first, second), Set.of()), first("21 KGM"));
    }

    @Test
    void all_lots_of_a_day_are_read_together() {
        StockBalance first = stocked("A", "2026-07-01", "10 KGM");
        StockBalance sameDay = stocked("B", "2026-07-01", "10 KGM");
        stocked("C", "2026-07-02", "10 KGM");

        assertEquals(new FirstStock(List.of(first, sameDay), Set.of(FLOUR)), first("5 KGM"));
    }

    @Test
    void what_nobody_can_have_is_read_but_does_not_count() {
        StockBalance old = stocked("A", "2026-05-31", "10 KGM");
        StockBalance held = stocked("B", "2026-07-01", "10 KGM");
        db.dispositions().save(List.of(Dispositions.of(held.lot(), Disposition.ON_HOLD, "smells", new EventId("h1"))));
        StockBalance reserved = stocked("C", "2026-07-02", "10 KGM");
        inOne(() -> db.reservations()
                .save(new Reservation(
                        new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "SO1"), 1),
                        reserved.lot(),
                        reserved.position(),
                        quantity("10 KGM"))));
        LotKey leaving = stored(aLot("D").expiring("2026-07-03").build());
        StockBalance atDock = new StockBalance(leaving, Position.at(in(DOCK)), quantity("10 KGM"));
        StockBalance elsewhere =
                new StockBalance(leaving, Position.at(Place.location(POTSDAM, SHELF)), quantity("10 KGM"));
        save(atDock, elsewhere);
        StockBalance free = stocked("E", "2026-07-04", "10 KGM");
        stocked("F", "2026-07-05", "10 KGM");

        FirstStock found = first("10 KGM");

        assertEquals(
                Set.of(old, held, reserved, atDock, elsewhere, free),
                Set.copyOf(found.balances()),
                "they are explained to who asks");
        assertEquals(Set.of(FLOUR), found.withMore());
    }

    @Test
    void what_the_first_few_lots_do_not_cover_is_read_whole() {
        List<StockBalance> all = IntStream.range(0, 20)
                .mapToObj(n -> stocked("L" + (10 + n), "2026-07-" + (10 + n), "1 KGM"))
                .toList();

        assertEquals(new FirstStock(all, Set.of()), first("12 KGM"));
        assertEquals(new FirstStock(all.subList(0, 3), Set.of(FLOUR)), first("3 KGM"));
    }

    @Test
    void lots_without_expiry_come_last() {
        StockBalance without = stocked(aLot("A").build(), "10 KGM");
        StockBalance first = stocked("B", "2026-07-02", "10 KGM");

        assertEquals(new FirstStock(List.of(first), Set.of(FLOUR)), first("1 KGM"));
        assertEquals(new FirstStock(List.of(without, first), Set.of()), first("11 KGM"));
    }

    private FirstStock first(String wanted) {
        return db.unitOfWork().required(() -> db.stock()
                .lockFirst(new WantedStock(BERLIN, Map.of(FLOUR, quantity(wanted)), Set.of(), Set.of(SHELF), GOOD_ON)));
    }

    private StockBalance stocked(String number, String expiry, String quantity) {
        return stocked(aLot(number).expiring(expiry).build(), quantity);
    }

    private StockBalance stocked(Lot lot, String quantity) {
        StockBalance balance = new StockBalance(stored(lot), Position.at(in(SHELF)), quantity(quantity));
        save(balance);
        return balance;
    }

    private void save(StockBalance... balances) {
        inOne(() -> db.stock().save(List.of(balances)));
    }
}
