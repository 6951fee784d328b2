package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.fixture.Dispositions;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quality.Hold;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.persistence.testing.SentStatements;

class StockStoreContractIT extends StoreContract {
    private static final Place ORDER =
            Place.productionOrder(new DocumentReference(DocumentType.PRODUCTION_ORDER, "P1"));

    @Test
    void balances_are_kept_by_lot_place_and_container() {
        LotKey flour = stored(aLot("F").build());
        StockBalance loose = balance(flour, Position.at(in(SHELF)), "1 KGM");
        StockBalance onPallet = balance(flour, Position.at(in(SHELF), pallet(1)), "2.000001 KGM");
        StockBalance inProcess = balance(flour, Position.at(ORDER), "3 KGM");

        save(inProcess, onPallet, loose);

        assertEquals(List.of(loose, onPallet, inProcess), db.stock().ofLots(List.of(flour)));
        assertEquals(List.of(loose, onPallet, inProcess), db.stock().all());
        assertEquals(List.of(inProcess), db.stock().at(ORDER));
        assertEquals(List.of(loose, onPallet), db.stock().at(in(SHELF)));
    }

    @Test
    void what_is_in_a_logistic_unit_is_apart_from_what_lies_beside_it() {
        LotKey flour = stored(aLot("F").build());
        LotKey salt = stored(aLot("S").of(SALT).build());
        Position loose = Position.at(in(SHELF));
        Position first = Position.at(in(SHELF), pallet(1));
        Position second = Position.at(in(SHELF), pallet(2));
        Position elsewhere = Position.at(in(GATE), pallet(2));
        save(
                balance(flour, loose, "1 KGM"),
                balance(salt, first, "2 KGM"),
                balance(flour, second, "3 KGM"),
                balance(salt, second, "4 KGM"),
                balance(salt, elsewhere, "5 KGM"));

        assertEquals(List.of(balance(salt, first, "2 KGM")), db.stock().at(List.of(first)));
        assertEquals(
                List.of(
                        balance(flour, loose, "1 KGM"),
                        balance(salt, first, "2 KGM"),
                        balance(salt, elsewhere, "5 KGM")),
                db.stock().at(List.of(elsewhere, first, loose)));
        assertEquals(List.of(), db.stock().at(List.of()));
        assertEquals(Set.of(FLOUR), db.stock().itemsAt(loose));
        assertEquals(Set.of(FLOUR, SALT), db.stock().itemsAt(second));
        assertEquals(Set.of(), db.stock().itemsAt(Position.at(in(GATE))));
    }

    @Test
    void a_balance_is_replaced_and_one_of_zero_is_not_listed() {
        LotKey flour = stored(aLot("F").build());
        save(balance(flour, Position.at(in(SHELF)), "5 KGM"), balance(flour, Position.at(in(GATE)), "5 KGM"));

        save(balance(flour, Position.at(in(SHELF)), "0 KGM"), balance(flour, Position.at(in(GATE)), "10 KGM"));

        assertEquals(
                List.of(balance(flour, Position.at(in(GATE)), "10 KGM")),
                db.stock().ofLots(List.of(flour)));
    }

    @Test
    void stock_of_a_site_is_what_is_in_its_locations() {
        LotKey flour = stored(aLot("F").build());
        LotKey salt = stored(aLot("S").of(SALT).build());
        StockBalance flourHere = balance(flour, Position.at(in(SHELF)), "1 KGM");
        StockBalance saltHere = balance(salt, Position.at(in(SHELF)), "2 KGM");
        save(
                saltHere,
                flourHere,
                balance(flour, Position.at(Place.location(POTSDAM, SHELF)), "3 KGM"),
                balance(flour, Position.at(ORDER), "4 KGM"));

        assertEquals(List.of(flourHere, saltHere), db.stock().at(BERLIN));
        assertEquals(List.of(flourHere), db.stock().ofItem(FLOUR, BERLIN));
    }

    @Test
    void what_is_on_the_road_to_a_site_is_at_no_site() {
        LotKey flour = stored(aLot("F").build());
        StockBalance loose = balance(flour, Position.at(Place.inTransit(POTSDAM)), "1 KGM");
        StockBalance onPallet = balance(flour, Position.at(Place.inTransit(POTSDAM), pallet(1)), "2 KGM");
        save(onPallet, loose, balance(flour, Position.at(Place.inTransit(BERLIN)), "4 KGM"));

        assertEquals(List.of(loose, onPallet), db.stock().at(Place.inTransit(POTSDAM)));
        assertEquals(List.of(), db.stock().at(POTSDAM));
        assertEquals(List.of(), db.stock().ofItem(FLOUR, POTSDAM));
        assertEquals(3, db.stock().ofLots(List.of(flour)).size());
    }

    @Test
    void the_database_refuses_less_than_zero() {
        LotKey flour = stored(aLot("F").build());
        save(balance(flour, Position.at(in(SHELF)), "1 KGM"));

        assertThrows(StaleWriteException.class, () -> save(balance(flour, Position.at(in(SHELF)), "-0.000001 KGM")));
        assertEquals(1, db.stock().ofLots(List.of(flour)).size());
    }

    @Test
    void there_is_no_stock_at_a_party() {
        LotKey flour = stored(aLot("F").build());

        assertThrows(
                IllegalArgumentException.class, () -> save(balance(flour, Position.at(Place.party(MILL)), "1 KGM")));
    }

    @Test
    void the_lots_of_items_at_a_site_are_locked_with_what_they_have_elsewhere() {
        LotKey flour = stored(aLot("F").build());
        LotKey elsewhere = stored(aLot("E").build());
        LotKey salt = stored(aLot("S").of(SALT).build());
        StockBalance here = balance(flour, Position.at(in(SHELF)), "1 KGM");
        StockBalance there = balance(flour, Position.at(Place.location(POTSDAM, SHELF)), "3 KGM");
        save(
                here,
                there,
                balance(elsewhere, Position.at(Place.location(POTSDAM, SHELF)), "3 KGM"),
                balance(salt, Position.at(in(SHELF)), "2 KGM"));

        inOne(() -> {
            assertEquals(List.of(here, there), db.stock().lock(List.of(FLOUR), BERLIN));
            assertEquals(List.of(here, there), db.stock().ofLots(List.of(flour)));
        });
        contend(
                20,
                () -> inOne(() -> {
                    var now = db.stock().lock(List.of(SALT, FLOUR), BERLIN).get(0);
                    save(new StockBalance(flour, now.position(), now.quantity().plus(EventBuilder.quantity("1 KGM"))));
                }));
        assertEquals(
                List.of(balance(flour, Position.at(in(SHELF)), "41 KGM"), there),
                db.stock().ofLots(List.of(flour)));
    }

    @Test
    void a_lot_at_two_places_with_two_holds_is_locked_with_each_of_them_once() {
        LotKey lot = stored(aLot("A").build());
        StockBalance here = balance(lot, Position.at(in(GATE)), "1 KGM");
        StockBalance there = balance(lot, Position.at(in(SHELF)), "3 KGM");
        save(here, there);
        Hold wet = new Hold(new EventId("h1"), "wet", NOW, "qa", Optional.of(Position.at(in(SHELF))));
        Hold glass = Dispositions.hold(new EventId("h2"), "glass");
        LotDisposition both = new LotDisposition(lot, Disposition.ON_HOLD, "glass", glass.event(), List.of(wet, glass));
        db.dispositions().save(List.of(both));

        inOne(() -> {
            assertEquals(Set.of(here, there), Set.copyOf(db.stock().lock(List.of(FLOUR), BERLIN)));
            assertEquals(
                    List.of(),
                    SentStatements.of(
                            () -> assertEquals(List.of(both), db.dispositions().of(List.of(lot)))));
        });
    }

    /** By item the newer lot comes first. */
    @Test
    void who_locks_what_a_site_has_and_who_locks_lots_never_wait_for_each_other() throws Exception {
        LotKey older = stored(aLot("A").of(SALT).build());
        LotKey newer = stored(aLot("B").of(FLOUR).build());
        inOne(() -> db.stock()
                .save(List.of(
                        new StockBalance(older, Position.at(in(SHELF)), EventBuilder.quantity("1 KGM")),
                        new StockBalance(newer, Position.at(in(SHELF)), EventBuilder.quantity("1 KGM")))));
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch holds = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> movement = other.submit(() -> inOne(() -> {
                runs.incrementAndGet();
                db.stock().lock(List.of(older));
                holds.countDown();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
                db.stock().lock(List.of(newer));
            }));
            assertTrue(holds.await(30, TimeUnit.SECONDS));
            inOne(() -> {
                runs.incrementAndGet();
                db.stock().lock(List.of(FLOUR, SALT), BERLIN);
            });
            movement.get(30, TimeUnit.SECONDS);
        } finally {
            other.shutdownNow();
        }

        assertEquals(2, runs.get(), "a deadlock is repeated");
    }

    @Test
    void the_lock_holds_for_lots_that_have_no_balance_yet() {
        LotKey flour = stored(aLot("F").build());
        LotKey salt = stored(aLot("S").of(SALT).build());

        contend(
                20,
                () -> inOne(() -> {
                    var locked =
                            db.stock().lock(List.of(salt, flour, aLot("UNKNOWN").key()));
                    int before = locked.isEmpty()
                            ? 0
                            : locked.get(0).quantity().amount().intValueExact();
                    save(
                            balance(flour, Position.at(in(SHELF)), before + 1 + " KGM"),
                            balance(salt, Position.at(in(SHELF)), before + 1 + " KGM"));
                }));

        assertEquals(
                List.of(
                        balance(flour, Position.at(in(SHELF)), "40 KGM"),
                        balance(salt, Position.at(in(SHELF)), "40 KGM")),
                db.stock().ofLots(List.of(salt, flour)));
    }

    @Test
    void what_is_decided_of_many_lots_at_once_is_kept_of_each_also_when_it_is_decided_anew() {
        List<LotKey> lots = IntStream.range(0, 150)
                .mapToObj(i -> stored(aLot("L" + i).build()))
                .sorted()
                .toList();

        List<LotDisposition> held = lots.stream()
                .map(lot -> disposition(lot, Disposition.ON_HOLD, "e1"))
                .toList();
        db.dispositions().save(held);
        assertEquals(held, db.dispositions().of(lots));

        List<LotDisposition> recalled = lots.stream()
                .map(lot -> disposition(lot, Disposition.RECALLED, "e2"))
                .toList();
        db.dispositions()
                .end(lots.stream()
                        .collect(Collectors.toMap(
                                lot -> lot, lot -> List.of(Dispositions.hold(new EventId("e1"), "because")))));
        db.dispositions().save(recalled);
        assertEquals(recalled, db.dispositions().of(lots));
    }

    @Test
    void a_disposition_is_replaced_and_lots_that_are_not_sellable_are_listed() {
        LotKey held = stored(aLot("A").build());
        LotKey released = stored(aLot("B").build());
        LotKey untouched = stored(aLot("C").build());
        db.dispositions().save(List.of(disposition(released, Disposition.ON_HOLD, "e1")));
        db.dispositions().save(List.of(disposition(held, Disposition.RECALLED, "e2")));
        db.dispositions().end(Map.of(released, List.of(Dispositions.hold(new EventId("e1"), "because"))));
        db.dispositions().save(List.of(disposition(released, Disposition.SELLABLE, "e3")));

        assertEquals(
                List.of(
                        disposition(held, Disposition.RECALLED, "e2"),
                        disposition(released, Disposition.SELLABLE, "e3")),
                db.dispositions().of(List.of(untouched, released, held)));
        assertEquals(
                db.dispositions().of(List.of(released, held)), db.dispositions().all());
        assertEquals(
                List.of(disposition(held, Disposition.RECALLED, "e2")),
                db.dispositions().notSellable());
    }

    @Test
    void holds_are_kept_until_they_end_and_a_lot_that_is_held_at_a_place_is_listed() {
        LotKey lot = stored(aLot("A").build());
        Hold here = new Hold(
                new EventId("h1"),
                "wet",
                NOW.plusNanos(7),
                "qa",
                Optional.of(new Position(in(SHELF), Optional.of(pallet(1)))));
        Hold whole = new Hold(new EventId("h2"), "glass", NOW.plusSeconds(1), "qa", Optional.empty());
        LotDisposition both =
                new LotDisposition(lot, Disposition.ON_HOLD, "glass", whole.event(), List.of(whole, here));
        LotDisposition one = new LotDisposition(lot, Disposition.SELLABLE, "fine", new EventId("r1"), List.of(here));

        db.dispositions().save(List.of(both));
        assertEquals(List.of(both), db.dispositions().of(List.of(lot)));
        db.dispositions().end(Map.of(lot, List.of(whole)));
        db.dispositions().save(List.of(one));

        assertEquals(List.of(one), db.dispositions().of(List.of(lot)));
        assertEquals(List.of(one), db.dispositions().notSellable());
        assertEquals(List.of(one), db.dispositions().all());
        db.dispositions().end(Map.of(lot, List.of(here)));
        assertEquals(List.of(), db.dispositions().notSellable());
    }

    @Test
    void what_is_cleared_is_gone_and_can_be_derived_again() {
        LotKey flour = stored(aLot("F").build());
        StockBalance onShelf = balance(flour, Position.at(in(SHELF)), "5 KGM");
        save(onShelf);
        db.dispositions().save(List.of(disposition(flour, Disposition.ON_HOLD, "e1")));

        db.stock().clear();
        db.dispositions().clear();

        assertEquals(List.of(), db.stock().ofLots(List.of(flour)));
        assertEquals(List.of(), db.dispositions().of(List.of(flour)));
        save(onShelf);
        assertEquals(List.of(onShelf), db.stock().ofLots(List.of(flour)));
    }

    private void save(StockBalance... balances) {
        db.stock().save(List.of(balances));
    }

    private static StockBalance balance(LotKey lot, Position position, String quantity) {
        return new StockBalance(lot, position, EventBuilder.quantity(quantity));
    }

    private static LotDisposition disposition(LotKey lot, Disposition disposition, String event) {
        return Dispositions.of(lot, disposition, "because", new EventId(event));
    }
}
