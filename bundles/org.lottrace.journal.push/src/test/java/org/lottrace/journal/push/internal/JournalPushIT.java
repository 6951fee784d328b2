package org.lottrace.journal.push.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.on;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.handover.JournalReceivers;
import org.lottrace.api.lease.Leases;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.journal.push.internal.Accounting.Manner;
import org.lottrace.persistence.testing.TestDatabase;

/** The journal of the bakery to a system of accounting that behaves as such systems do. */
class JournalPushIT {
    private static final Caller ANNA = new Caller("anna", Set.of(Role.CONTROLLER));
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final long A_MOMENT = 20_000_000L;

    @TempDir
    private Path folder;

    private final Accounting accounting = new Accounting();
    private final WorkingBakery bakery = bakery();
    private final JournalReceivers receivers = bakery.company().service(JournalReceivers.class);
    private final PushClaims claims = new PushClaims();
    private Optional<JournalPush> push = Optional.empty();

    private static WorkingBakery bakery() {
        WorkingBakery bakery = new WorkingBakery(
                        TestCompany.on(TestDatabase.h2().withBakery()).with(Clock.class, Bakery.CLOCK))
                .withFlour();
        for (int i = 0; i < 4; i++) {
            WorkingBakery.recorded(bakery.consume("c" + i, "P1", on(SHELF, FLOUR_1, "10 KGM")));
        }
        return bakery;
    }

    @AfterEach
    void close() throws InterruptedException {
        if (push.isPresent()) {
            push.get().stop();
        }
        accounting.close();
        bakery.company().close();
    }

    @Test
    void every_entry_comes_once_and_in_order_and_is_acknowledged() {
        start(Map.of("soap_action", "urn:post"));

        await(() -> acknowledged() == entries());
        assertEquals(all(), accounting.booked());
        assertEquals(all(), accounting.keys());
        assertEquals(List.of("\"ERP-1\""), accounting.headers(0).get("Idempotency-key"));
        assertEquals(List.of("\"urn:post\""), accounting.headers(0).get("Soapaction"));
        assertTrue(accounting.request("ERP-1").contains("<account>INVENTORY</account>"), accounting.request("ERP-1"));
        assertTrue(accounting.request("ERP-1").contains("currency=\"EUR\""), accounting.request("ERP-1"));
        assertEquals(Optional.empty(), push.orElseThrow().report().error());
    }

    @Test
    void the_journal_of_a_company_is_pushed_under_its_name_and_no_other() {
        long before = entries();
        bakery.company().database().unitOfWork().run(() -> bakery.company()
                .database()
                .companyBooks()
                .insert(new CompanyBooks(Bakery.COMPANY, "EUR", "", "controller", Bakery.NOW)));
        assertEquals(List.of(), bakery.company().service(LedgerFollowers.class).rebuild("cost"));

        start(Map.of("company", Bakery.COMPANY.value()));

        await(() -> acknowledged() == before);
        assertTrue(accounting.request("ERP-1").contains("<company>BAKERY</company>"), accounting.request("ERP-1"));
        assertEquals(0, entries());
        assertEquals(
                Optional.of(Bakery.COMPANY),
                receivers.list(Optional.empty(), 10).get(0).company());
    }

    @Test
    void a_document_with_a_character_that_xml_has_not_holds_nothing_up() {
        WorkingBakery.recorded(bakery.consume("odd", "P\uffff1", on(SHELF, FLOUR_1, "10 KGM")));
        start(Map.of());

        await(() -> acknowledged() == entries());
        assertTrue(accounting.request("ERP-" + entries()).contains("P\ufffd1"), accounting.request("ERP-" + entries()));
    }

    @Test
    void what_is_recorded_later_is_pushed_later() {
        start(Map.of());
        await(() -> acknowledged() == entries());
        long before = entries();

        WorkingBakery.recorded(bakery.consume("later", "P1", on(SHELF, FLOUR_1, "10 KGM")));

        await(() -> acknowledged() == before + 1);
        assertEquals(all(), accounting.booked());
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "BOOKS_AND_LOSES_THE_ANSWER",
                "BOOKS_AND_ANSWERS_TOO_LATE",
                "BOOKS_AND_ANSWERS_BIT_BY_BIT",
                "BOOKS_AND_ANSWERS_WITHOUT_END",
                "LOSES_THE_REQUEST",
                "IS_BUSY",
                "FAILS",
                "ANSWERS_NONSENSE"
            })
    void whatever_goes_wrong_on_the_way_nothing_is_lost_and_nothing_is_booked_twice(Manner manner) {
        accounting.behaves(Manner.BOOKS, manner, Manner.BOOKS, manner);
        start(Map.of("timeout_seconds", 1));

        await(() -> acknowledged() == entries());
        assertEquals(all(), accounting.booked());
        assertEquals(entries() + 2, accounting.keys().size());
        assertEquals(List.of(), Pushing.open(receivers, "ERP"));
    }

    @Test
    void a_kill_between_sending_and_noting_has_the_entry_sent_again_with_its_key() throws InterruptedException {
        AtomicBoolean isKilled = new AtomicBoolean();
        JournalReceivers dying = (JournalReceivers) Proxy.newProxyInstance(
                JournalReceivers.class.getClassLoader(),
                new Class<?>[] {JournalReceivers.class},
                (proxy, method, given) -> {
                    if (method.getName().equals("acknowledge") && (long) given[2] == 2) {
                        isKilled.set(true);
                        throw new Error("killed");
                    }
                    try {
                        return method.invoke(receivers, given);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
        push = Optional.of(
                new JournalPush(dying, bakery.company().service(Leases.class), claims, Bakery.CLOCK, config(Map.of())));
        await(isKilled::get);
        push.get().stop();
        assertEquals(1, acknowledged());

        start(Map.of());

        await(() -> acknowledged() == entries());
        assertEquals(all(), accounting.booked());
        assertTrue(
                accounting.keys().stream().filter("ERP-2"::equals).count() > 1,
                accounting.keys().toString());
    }

    @Test
    void a_rejected_entry_is_a_case_and_all_behind_it_waits_until_it_is_resent() {
        accounting.behaves(Manner.BOOKS, Manner.REFUSES);
        start(Map.of());

        await(() -> !Pushing.open(receivers, "ERP").isEmpty());
        assertEquals("no account 4711", Pushing.open(receivers, "ERP").get(0).reason());
        assertEquals(List.of("ERP-1"), accounting.booked());
        PushCheck check = new PushCheck();
        check.journals(List.of(push.orElseThrow()));
        assertEquals(Result.Status.WARN, check.execute().getStatus());
        assertTrue(
                check.execute().toString().contains("no account 4711"),
                check.execute().toString());
        assertEquals(
                1,
                bakery
                        .company()
                        .service(ExceptionCases.class)
                        .ofEvent(bakery.company()
                                .service(LotCosting.class)
                                .journal(1, 1)
                                .get(0)
                                .event())
                        .stream()
                        .filter(one -> one.code().equals(JournalReceivers.JOURNAL_ENTRY_REJECTED))
                        .count());

        receivers.resend(ANNA, "ERP", 2);

        await(() -> acknowledged() == entries());
        assertEquals(all(), accounting.booked());
        await(() -> check.execute().getStatus() == Result.Status.OK);
    }

    @Test
    void an_entry_at_which_the_service_fails_each_time_counts_as_rejected_after_so_many_tries() {
        accounting.usually(Manner.FAILS);
        start(Map.of("most_tries", 2));

        await(() -> !Pushing.open(receivers, "ERP").isEmpty());
        assertEquals(
                "given up after 2 tries: the service answers 500: out of order",
                Pushing.open(receivers, "ERP").get(0).reason());
        assertEquals(List.of("ERP-1", "ERP-1"), accounting.keys());
    }

    @Test
    void a_service_that_takes_entries_again_is_well_whatever_was_before() {
        Verdict busy = new Verdict.Unclear("busy", false);
        Deque<Verdict> verdicts =
                new ArrayDeque<>(List.of(busy, busy, busy, new Verdict.Accepted(), busy, new Verdict.Accepted()));
        PushSettings settings = PushRules.settings(config(Map.of("look_seconds", 10)));
        Pushing pushing = new Pushing(settings, receivers, (delivery, entry) -> verdicts.pop());
        AtomicInteger taken = new AtomicInteger();
        Pushing.Turn turn = new Pushing.Turn() {
            @Override
            public void check() {}

            @Override
            public void taken() {
                taken.incrementAndGet();
            }
        };
        for (long seconds : new long[] {20, 40, 80, 20}) {
            assertThrows(IOException.class, () -> pushing.look(turn));
            assertEquals(seconds, pushing.pause().toSeconds());
        }
        Pushing broken = new Pushing(settings, receivers, (delivery, entry) -> {
            throw new IOException("the mapping fails");
        });
        assertThrows(IOException.class, () -> broken.look(turn));
        assertEquals(10, broken.pause().toSeconds(), "what is wrong here is no reason to wait");
        assertEquals(1, taken.get());
        assertEquals(1, acknowledged());
    }

    @Test
    void a_password_that_was_put_right_is_tried_at_the_next_look_however_often_the_service_has_refused_before()
            throws IOException {
        accounting.usually(Manner.LETS_NOBODY_IN);
        Path password = Files.writeString(folder.resolve("p"), "wrong");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        start(Map.of("user", "me", "password_file", password.toString()));
        await(() -> accounting.keys().size() == 4);
        long begun = System.nanoTime();

        accounting.usually(Manner.BOOKS);
        Files.writeString(password, "right");

        await(() -> acknowledged() == entries());
        assertTrue(System.nanoTime() - begun < 12_000_000_000L, "not after the pause of 16 seconds");
    }

    @Test
    void a_service_that_has_moved_rejects_nothing_and_its_new_address_is_not_followed() {
        accounting.usually(Manner.HAS_MOVED);
        start(Map.of("most_tries", 1));

        await(() -> accounting.keys().size() > 1);
        await(() -> push.orElseThrow().report().error().isPresent());
        assertTrue(
                push.orElseThrow().report().error().orElseThrow().contains("the service answers 302"),
                push.orElseThrow().report().toString());
        assertEquals(List.of(), Pushing.open(receivers, "ERP"));
        assertEquals(List.of(), accounting.booked());
    }

    @Test
    void of_two_configurations_with_one_receiver_neither_pushes_until_one_of_them_is_gone()
            throws InterruptedException {
        Object other = new Object();
        claims.claim(other, "ERP");
        start(Map.of());

        await(() -> push.orElseThrow().report().error().isPresent());
        assertTrue(
                push.orElseThrow()
                        .report()
                        .error()
                        .orElseThrow()
                        .contains("another configuration has the same receiver ERP"),
                push.orElseThrow().report().toString());
        assertEquals(List.of(), accounting.keys());

        claims.leave(other);

        await(() -> acknowledged() == entries());
        push.orElseThrow().stop();
        claims.claim(other, "ERP");
        assertEquals(Optional.empty(), claims.conflict(other));
    }

    @Test
    void a_service_that_lets_nobody_in_rejects_nothing_and_is_told_in_health() {
        accounting.usually(Manner.LETS_NOBODY_IN);
        start(Map.of("most_tries", 1));

        await(() -> push.orElseThrow().report().error().isPresent());
        await(() -> accounting.keys().size() > 1);
        assertTrue(
                push.orElseThrow().report().error().orElseThrow().contains("the service answers 401"),
                push.orElseThrow().report().toString());
        assertEquals(List.of(), Pushing.open(receivers, "ERP"));
        assertEquals(0, acknowledged());
    }

    @Test
    void a_mapping_that_was_put_right_is_read_anew_and_the_password_is_sent() throws IOException {
        Path mapping = Files.writeString(folder.resolve("m.xsl"), "<wrong/>");
        Path password = Files.writeString(folder.resolve("p"), "hush\n");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        start(Map.of("mapping_file", mapping.toString(), "user", "me", "password_file", password.toString()));
        await(() -> push.orElseThrow()
                .report()
                .error()
                .filter(said -> said.contains("mapping"))
                .isPresent());

        Files.writeString(
                mapping,
                "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"
                        + " xmlns:l='urn:lottrace:accounting:1'><xsl:template match='/l:journalEntry'><post><ref><xsl:value-of"
                        + " select='l:key'/></ref><sum><xsl:value-of select='sum(l:entry/l:line/l:amount)'/></sum></post>"
                        + "</xsl:template></xsl:stylesheet>");

        await(() -> acknowledged() == entries());
        assertEquals(all(), accounting.booked());
        assertTrue(accounting.request("ERP-1").contains("<sum>0</sum>"), accounting.request("ERP-1"));
        assertEquals(List.of("Basic bWU6aHVzaA=="), accounting.headers(0).get("Authorization"));
    }

    @Test
    void nobody_waits_for_a_service_that_does_not_answer() {
        accounting.usually(Manner.BOOKS_AND_ANSWERS_TOO_LATE);
        start(Map.of("timeout_seconds", 600));
        await(() -> !accounting.keys().isEmpty());

        WorkingBakery.recorded(bakery.consume("meanwhile", "P1", on(SHELF, FLOUR_1, "10 KGM")));

        assertEquals(0, acknowledged());
    }

    @Test
    void a_configuration_that_is_wrong_sends_nothing_and_is_told() {
        start(Map.of("look_seconds", 0));

        await(() -> push.orElseThrow().report().error().isPresent());
        assertTrue(push.orElseThrow().report().error().orElseThrow().contains("look.seconds"));
        assertEquals(List.of(), accounting.keys());
    }

    private PushConfig config(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(Map.of("receiver", "ERP", "url", accounting.url(), "look_seconds", 1));
        all.putAll(values);
        return Configured.with(all);
    }

    private void start(Map<String, Object> values) {
        push = Optional.of(new JournalPush(
                receivers, bakery.company().service(Leases.class), claims, Bakery.CLOCK, config(values)));
    }

    private long entries() {
        return bakery.company().service(LotCosting.class).journal(0, 100).size();
    }

    private long acknowledged() {
        return receivers.list(Optional.empty(), 10).stream()
                .findFirst()
                .map(receiver -> receiver.acknowledged())
                .orElse(0L);
    }

    private List<String> all() {
        return LongStream.rangeClosed(1, entries()).mapToObj(n -> "ERP-" + n).toList();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it did not come to that in a minute");
            LockSupport.parkNanos(A_MOMENT);
        }
    }
}
