package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.PartyBuilder.aParty;

import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.TimeLimit;
import org.lottrace.api.operation.TimeLimitException;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.PostalAddress;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.persistence.internal.CurrentSession;

class UnitOfWorkContractIT extends StoreContract {
    private static final String A_HUNDRED_ROWS =
            "(values " + IntStream.range(0, 100).mapToObj(i -> "(" + i + ")").collect(Collectors.joining(",")) + ")";
    private static final String BILLIONS_OF_ROWS = "select count(*) from "
            + IntStream.range(0, 6)
                    .mapToObj(i -> A_HUNDRED_ROWS + " t" + i)
                    .collect(Collectors.joining(" cross join "));

    private final Item item = anItem("NEW").build();

    @Test
    void a_nested_call_is_rolled_back_with_the_outer_one() {
        var failure = new IllegalStateException("too late");

        var thrown = assertThrows(
                IllegalStateException.class,
                () -> inOne(() -> {
                    inOne(() -> db.items().save(item));
                    throw failure;
                }));

        assertSame(failure, thrown);
        assertFalse(isStored());
    }

    @Test
    void work_is_seen_by_others_when_it_is_committed() {
        inOne(() -> {
            db.items().save(item);
            together(new CountDownLatch(0), () -> assertFalse(isStored()));
        });

        assertTrue(isStored());
    }

    @Test
    void rollback_only_rolls_back_without_an_exception() {
        String answer = db.unitOfWork().required(() -> {
            db.items().save(item);
            inOne(() -> db.unitOfWork().rollbackOnly());
            return "refused";
        });

        assertEquals("refused", answer);
        assertFalse(isStored());
        assertThrows(IllegalStateException.class, () -> db.unitOfWork().rollbackOnly());
    }

    @Test
    void a_failure_that_the_outer_call_hides_is_thrown_at_its_end() {
        assertThrows(
                StaleWriteException.class,
                () -> inOne(() -> {
                    db.items().save(item);
                    assertThrows(StaleWriteException.class, () -> db.items().save(sameGtinAsBread()));
                }));

        assertFalse(isStored());
    }

    @Test
    void a_failure_may_be_hidden_to_refuse() {
        inOne(() -> {
            db.items().save(item);
            assertThrows(StaleWriteException.class, () -> db.items().save(sameGtinAsBread()));
            db.unitOfWork().rollbackOnly();
        });

        assertFalse(isStored());
    }

    @Test
    void actions_run_after_the_commit_in_order_and_outside_of_it() {
        List<String> told = new ArrayList<>();
        inOne(() -> {
            db.unitOfWork().afterCommit(() -> told.add("first, stored: " + isStored()));
            db.unitOfWork().afterCommit(() -> {
                throw new IllegalStateException("this one is logged");
            });
            inOne(() -> db.unitOfWork().afterCommit(() -> {
                assertThrows(IllegalStateException.class, () -> db.unitOfWork().rollbackOnly());
                told.add("second");
            }));
            db.items().save(item);
            assertEquals(List.of(), told);
        });
        db.unitOfWork().afterCommit(() -> told.add("at once"));

        assertEquals(List.of("first, stored: true", "second", "at once"), told);
    }

    @Test
    void actions_never_run_after_a_rollback() {
        List<String> told = new ArrayList<>();
        inOne(() -> {
            db.unitOfWork().afterCommit(() -> told.add("rolled back"));
            db.unitOfWork().rollbackOnly();
        });
        assertThrows(
                IllegalStateException.class,
                () -> inOne(() -> {
                    db.unitOfWork().afterCommit(() -> told.add("failed"));
                    throw new IllegalStateException();
                }));

        assertEquals(List.of(), told);
    }

    @Test
    void of_two_that_wait_for_each_other_one_is_run_again_and_both_succeed() {
        LotKey flour = stored(aLot("F").build());
        LotKey salt = stored(aLot("S").of(SALT).build());
        CountDownLatch flourLocked = new CountDownLatch(1);
        CountDownLatch saltLocked = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        AtomicInteger told = new AtomicInteger();

        together(
                new CountDownLatch(0),
                () -> lockBoth(flour, flourLocked, saltLocked, salt, runs, told),
                () -> lockBoth(salt, saltLocked, flourLocked, flour, runs, told));

        // who is run again is for the database to say; H2 may take both
        assertTrue(runs.get() >= 3, "runs: " + runs);
        assertEquals(2, told.get());
    }

    @Test
    void a_nested_call_is_not_run_again_alone() {
        List<String> runs = new ArrayList<>();

        assertThrows(
                StaleWriteException.class,
                () -> inOne(() -> {
                    runs.add("outer");
                    inOne(() -> {
                        runs.add("inner");
                        db.items().save(sameGtinAsBread());
                    });
                }));

        assertEquals(List.of("outer", "inner", "outer", "inner", "outer", "inner"), runs);
    }

    @Test
    void text_that_is_too_long_is_refused_and_never_cut() {
        String address = "x".repeat(3000);
        Party party = aParty("LONG").build();
        Party tooLong = new Party(
                party.id(),
                party.name(),
                party.roles(),
                party.gln(),
                new PostalAddress(address, "", "", "", ""),
                "",
                "",
                party.profile());

        assertThrows(IllegalArgumentException.class, () -> db.parties().save(tooLong));
    }

    private void lockBoth(
            LotKey first,
            CountDownLatch mine,
            CountDownLatch other,
            LotKey second,
            AtomicInteger runs,
            AtomicInteger told) {
        inOne(() -> {
            runs.incrementAndGet();
            db.unitOfWork().afterCommit(told::incrementAndGet);
            db.stock().lock(List.of(first));
            mine.countDown();
            await(other);
            db.stock().lock(List.of(second));
        });
    }

    @Test
    void a_question_that_takes_too_long_is_broken_off_and_the_next_one_is_not() throws Exception {
        TimeLimitException tooLong = assertThrows(
                TimeLimitException.class, () -> TimeLimit.within(Duration.ofSeconds(1), () -> ask(BILLIONS_OF_ROWS)));

        assertEquals("TIME_LIMIT_EXCEEDED", tooLong.violation().code());
        assertEquals(100, ask("select count(*) from " + A_HUNDRED_ROWS + " a"));
    }

    /** H2 keeps the limit of a statement for its connection, which others get from the pool. */
    @Test
    void a_limit_does_not_stay_with_the_connection() throws Exception {
        TimeLimit.within(Duration.ofSeconds(7), () -> ask("select count(*) from " + A_HUNDRED_ROWS + " a"));
        assertThrows(
                TimeLimitException.class, () -> TimeLimit.within(Duration.ofSeconds(1), () -> ask(BILLIONS_OF_ROWS)));
        assertEquals(0, limitOfTheNext());

        TimeLimit.within(Duration.ofSeconds(7), this::isStored); // asked without Hibernate

        assertEquals(0, limitOfTheNext());
    }

    private int limitOfTheNext() {
        return ((CurrentSession) db.unitOfWork())
                .call(session -> session.doReturningWork(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        return statement.getQueryTimeout();
                    }
                }));
    }

    @Test
    void many_short_questions_are_broken_off_together() {
        List<Boolean> asked = new ArrayList<>();

        assertThrows(
                TimeLimitException.class,
                () -> TimeLimit.within(Duration.ofMillis(50), () -> {
                    while (asked.size() < 1_000_000) {
                        asked.add(isStored());
                    }
                    return asked;
                }));

        assertTrue(asked.size() > 1, asked.size() + " asked");
    }

    private long ask(String question) {
        return ((CurrentSession) db.unitOfWork())
                .call(session -> session.createNativeQuery(question, Long.class).getSingleResult());
    }

    private boolean isStored() {
        return db.items().find(new ItemNumber("NEW")).isPresent();
    }

    private static Item sameGtinAsBread() {
        return anItem("OTHER").withGtin("4012345000016").build();
    }
}
