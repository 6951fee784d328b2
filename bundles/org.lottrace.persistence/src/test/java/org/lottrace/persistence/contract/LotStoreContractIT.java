package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.transaction.StaleWriteException;

class LotStoreContractIT extends StoreContract {
    @Test
    void a_lot_comes_back_as_it_was_inserted() {
        Lot bread = aLot("7/12!")
                .of(BREAD)
                .madeAt(BERLIN)
                .producedOn("2026-03-01")
                .expiring("2026-03-11")
                .build();
        Lot flour = aLot("L1").markedBySupplier(" L-1 (Ä) ").build();

        db.lots().insert(bread);
        db.lots().insert(flour);

        assertEquals(Optional.of(bread), db.lots().find(bread.key()));
        assertEquals(Optional.of(flour), db.lots().find(flour.key()));
        assertEquals(Optional.empty(), db.lots().find(aLot("L2").key()));
    }

    /** Between the Julian and the Gregorian calendar and before, a database driver may mean another day. */
    @ParameterizedTest
    @ValueSource(
            strings = {"0001-01-01", "1000-02-28", "1582-10-04", "1582-10-10", "1582-10-15", "1893-03-31", "9999-12-31"
            })
    void any_date_comes_back_as_it_was_inserted(String date) {
        Lot bread = aLot("B")
                .of(BREAD)
                .madeAt(BERLIN)
                .producedOn(date)
                .expiring(date)
                .build();

        db.lots().insert(bread);

        assertEquals(Optional.of(bread), db.lots().find(bread.key()));
    }

    @Test
    void a_key_is_inserted_once() {
        db.lots().insert(aLot("L1").expiring("2026-03-11").build());

        assertThrows(StaleWriteException.class, () -> db.lots()
                .insert(aLot("L2").build(), aLot("L1").build()));

        assertEquals(
                List.of(aLot("L1").expiring("2026-03-11").build()), db.lots().ofItem(FLOUR));
    }

    @Test
    void who_inserts_a_lot_that_another_inserted_meanwhile_is_run_again_and_sees_it() {
        CountDownLatch looked = new CountDownLatch(1);
        CountDownLatch inserted = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();

        together(
                new CountDownLatch(0),
                () -> {
                    await(looked);
                    db.lots().insert(aLot("L1").build());
                    inserted.countDown();
                },
                () -> inOne(() -> {
                    runs.incrementAndGet();
                    if (db.lots().find(aLot("L1").key()).isEmpty()) {
                        looked.countDown();
                        await(inserted);
                        db.lots().insert(aLot("L1").build());
                    }
                }));

        assertEquals(2, runs.get());
        assertEquals(List.of(aLot("L1").build()), db.lots().ofItem(FLOUR));
    }

    @Test
    void lots_of_an_item_are_listed_by_expiry_then_key() {
        Lot never = aLot("A").build();
        Lot late = aLot("B").expiring("2026-05-01").build();
        Lot earlyOfMarket = aLot("D").from(MARKET).expiring("2026-04-01").build();
        Lot early = aLot("C").expiring("2026-04-01").build();
        insert(List.of(never, late, early, earlyOfMarket, aLot("A").of(SALT).build()));

        assertEquals(List.of(earlyOfMarket, early, late, never), db.lots().ofItem(FLOUR));
    }

    @Test
    void lots_of_an_item_can_be_read_page_by_page() {
        List<Lot> all = List.of(
                aLot("D").from(MARKET).expiring("2026-04-01").build(),
                aLot("B").expiring("2026-04-01").build(),
                aLot("C").expiring("2026-04-01").build(),
                aLot("A").expiring("2026-05-01").build(),
                aLot("E").from(MARKET).build(),
                aLot("A1").build(),
                aLot("A2").build());
        insert(all);
        insert(List.of(aLot("A").of(SALT).build()));

        for (int size = 1; size <= all.size() + 1; size++) {
            List<Lot> read = new ArrayList<>();
            List<Lot> page = db.lots().ofItem(FLOUR, Optional.empty(), size);
            while (!page.isEmpty()) {
                assertTrue(page.size() <= size);
                read.addAll(page);
                page = db.lots()
                        .ofItem(FLOUR, Optional.of(page.get(page.size() - 1).key()), size);
            }
            assertEquals(all, read);
        }
    }

    @Test
    void lots_are_found_by_number_and_by_many_keys() {
        Lot flour = aLot("1").build();
        Lot salt = aLot("1").of(SALT).build();
        Lot other = aLot("2").build();
        insert(List.of(salt, other, flour));

        assertEquals(List.of(flour, salt), db.lots().fitting(LotReference.parse("1")));
        assertEquals(List.of(salt), db.lots().fitting(LotReference.parse("SALT/1")));
        assertEquals(List.of(flour), db.lots().fitting(LotReference.parse("MILL/FLOUR/1")));
        assertEquals(List.of(flour, salt), db.lots().fitting(LotReference.parse("MILL//1")));
        assertEquals(List.of(), db.lots().fitting(LotReference.parse("FLOUR/3")));
        assertEquals(
                List.of(flour, other),
                db.lots().withKeys(List.of(other.key(), flour.key(), aLot("3").key(), other.key())));
    }

    @Test
    void all_lots_can_be_read_page_by_page() {
        List<Lot> all = List.of(
                aLot("Z").from(MARKET).of(SALT).build(),
                aLot("B").build(),
                aLot("a").build(),
                aLot("A").of(SALT).build());
        insert(all);

        for (int size = 1; size <= all.size() + 1; size++) {
            List<Lot> read = new ArrayList<>();
            List<Lot> page = db.lots().after(Optional.empty(), size);
            while (!page.isEmpty()) {
                assertEquals(Math.min(size, all.size() - read.size()), page.size());
                read.addAll(page);
                page = db.lots().after(Optional.of(page.get(page.size() - 1).key()), size);
            }
            assertEquals(all, read);
        }
    }

    private void insert(Collection<Lot> lots) {
        inOne(() -> lots.forEach(lot -> db.lots().insert(lot)));
    }
}
