package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.recall.LotRule;
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
                List.of(aLot("L1").expiring("2026-03-11").build()), db.lots().ofItem(FLOUR, Optional.empty(), 100));
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
        assertEquals(List.of(aLot("L1").build()), db.lots().ofItem(FLOUR, Optional.empty(), 100));
    }

    @Test
    void lots_of_an_item_are_listed_by_expiry_then_key() {
        Lot never = aLot("A").build();
        Lot late = aLot("B").expiring("2026-05-01").build();
        Lot earlyOfMarket = aLot("D").from(MARKET).expiring("2026-04-01").build();
        Lot early = aLot("C").expiring("2026-04-01").build();
        insert(List.of(never, late, early, earlyOfMarket, aLot("A").of(SALT).build()));

        assertEquals(List.of(earlyOfMarket, early, late, never), db.lots().ofItem(FLOUR, Optional.empty(), 100));
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

    @Test
    void lots_that_do_not_expire_before_a_day() {
        insert(List.of(
                aLot("EARLY").expiring("2026-03-31").build(),
                aLot("TODAY").expiring("2026-04-01").build(),
                aLot("NEVER").build(),
                aLot("OTHER").of(SALT).build()));

        assertEquals(
                List.of(aLot("NEVER").key(), aLot("TODAY").key()),
                db.lots().notExpiredOn(LocalDate.parse("2026-04-01"), FLOUR));
    }

    @Test
    void lots_made_somewhere_in_some_days_are_those_that_a_rule_of_a_recall_fits() {
        List<Lot> all = List.of(
                aLot("A").of(BREAD).build(),
                aLot("B").of(BREAD).producedOn("2026-03-01").build(),
                aLot("C").of(BREAD).madeAt(BERLIN).build(),
                aLot("D").of(BREAD).madeAt(BERLIN).producedOn("2026-03-01").build(),
                aLot("E").of(BREAD).madeAt(BERLIN).producedOn("2026-03-02").build(),
                aLot("F").of(BREAD).madeAt(POTSDAM).producedOn("2026-03-02").build(),
                aLot("G").producedOn("2026-03-02").build());
        insert(all);

        List<Optional<LocalDate>> days =
                List.of(Optional.empty(), day("2026-02-28"), day("2026-03-01"), day("2026-03-02"), day("2026-03-03"));
        for (Optional<SiteId> at : List.<Optional<SiteId>>of(Optional.empty(), Optional.of(BERLIN))) {
            for (Optional<LocalDate> from : days) {
                for (Optional<LocalDate> to : days) {
                    LotRule rule = new LotRule(BREAD, at, from, to);
                    assertEquals(
                            all.stream()
                                    .filter(rule::fits)
                                    .map(Lot::key)
                                    .sorted()
                                    .toList(),
                            db.lots().made(BREAD, at, from, to),
                            rule.toString());
                }
            }
        }
    }

    @Test
    void undated_lots_that_moved_meanwhile() {
        Lot before = aLot("BEFORE").build();
        Lot first = aLot("FIRST").producedOn("2020-01-01").build();
        Lot again = aLot("AGAIN").build();
        Lot last = aLot("LAST").madeAt(BERLIN).build();
        Lot after = aLot("AFTER").build();
        Lot dated = aLot("DATED").madeAt(BERLIN).producedOn("2020-01-01").build();
        insert(List.of(before, first, again, last, after, dated, aLot("NEVER").build()));
        moved(before, "2026-03-01T23:59:59.999999Z");
        moved(first, "2026-03-02T00:00:00Z");
        moved(again, "2026-02-01T00:00:00Z");
        moved(again, "2026-03-03T00:00:00Z");
        moved(again, "2026-04-01T00:00:00Z");
        moved(last, "2026-03-03T23:59:59.999999Z");
        moved(after, "2026-03-04T00:00:00Z");
        moved(dated, "2026-03-03T00:00:00Z");

        assertEquals(
                Stream.of(first, again, last).map(Lot::key).sorted().toList(),
                db.lots()
                        .undatedMoved(
                                FLOUR, Instant.parse("2026-03-02T00:00:00Z"), Instant.parse("2026-03-04T00:00:00Z")));
    }

    @Test
    void some_lots_that_moved_begin_anywhere_and_go_round() {
        List<Lot> lots = IntStream.range(0, 8)
                .mapToObj(number -> aLot("L" + number).build())
                .toList();
        insert(lots);
        insert(List.of(aLot("S").of(SALT).build()));
        IntStream.of(1, 2, 4, 5, 7).forEach(number -> moved(lots.get(number), "2026-03-02T00:00:00Z"));
        moved(aLot("S").of(SALT).build(), "2026-03-02T00:00:00Z");
        List<LotKey> round = Stream.of(1, 2, 4, 5, 7, 1, 2, 4, 5, 7)
                .map(number -> lots.get(number).key())
                .toList();

        Random random = new Random(1);
        Set<LotKey> begins = new HashSet<>();
        for (int draw = 0; draw < 200; draw++) {
            List<LotKey> some = db.lots().someMoved(FLOUR, random, 3);
            int begin = round.indexOf(some.get(0));
            assertEquals(round.subList(begin, begin + 3), some);
            assertEquals(5, db.lots().someMoved(FLOUR, random, 9).size());
            begins.add(some.get(0));
        }
        assertEquals(Set.copyOf(round), begins);
        assertEquals(List.of(), db.lots().someMoved(BREAD, random, 3));
    }

    private static Optional<LocalDate> day(String day) {
        return Optional.of(LocalDate.parse(day));
    }

    private void moved(Lot lot, String at) {
        String id = lot.key().number() + at;
        inOne(() -> {
            long position = db.ledger().lockHead().position() + 1;
            db.ledger()
                    .append(new RecordedEvent(
                            anEvent(id, RECEIVE)
                                    .in(aContext(id).at(at).build())
                                    .moving(lot.key(), "1 KGM", Place.party(MILL), in(SHELF))
                                    .build(),
                            position,
                            Bakery.NOW,
                            String.format("%064x", position)));
        });
    }

    private void insert(Collection<Lot> lots) {
        inOne(() -> lots.forEach(lot -> db.lots().insert(lot)));
    }
}
