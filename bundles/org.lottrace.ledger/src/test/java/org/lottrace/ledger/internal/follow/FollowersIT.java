package org.lottrace.ledger.internal.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.ledger.internal.follow.Node.PATIENCE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.event.FollowerFailure;
import org.lottrace.api.event.FollowerState;
import org.lottrace.api.event.FollowerStatus;
import org.lottrace.api.event.InMemoryFollower;
import org.lottrace.api.event.LedgerFollower;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.SetAsideEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lease.Lease;
import org.lottrace.api.lease.LeaseLostException;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.transaction.StoreUnavailableException;
import org.lottrace.api.violation.Violation;
import org.lottrace.persistence.testing.TestDatabase;

/** What the mechanism promises to every follower, on both databases. */
@ParameterizedClass
@EnumSource
class FollowersIT {
    private static final Caller ANNA = new Caller("anna", Set.of(Role.ADMINISTRATOR));

    private static final Duration LEASE_AND_MORE = SharedSteps.LEASE.plusSeconds(1);

    @Parameter
    Engine engine;

    private final AtomicReference<Instant> now = new AtomicReference<>(Bakery.NOW);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private TestDatabase database;
    private long head;

    @BeforeEach
    void an_empty_ledger() {
        database = engine.database.get();
    }

    @Test
    void takes_in_every_event_once_and_goes_on_after_a_restart_where_it_stood() {
        record("a", "b", "c", "d");
        Tally tally = Tally.stopping(database);
        node("one", tally).followers.catchUp("tally", PATIENCE);
        record("e");
        now.set(now.get().plus(LEASE_AND_MORE));

        FollowerStatus status = node("two", tally).followers.catchUp("tally", PATIENCE);

        assertEquals(List.of("a", "b", "c", "d", "e"), tally.given);
        assertEquals("a×1 b×1 c×1 d×1 e×1", Tally.counted(database));
        assertEquals("RUNNING 5 of 5 by two", text(status));
    }

    @Test
    void what_is_not_committed_is_not_taken_in_even_when_its_writer_asks() {
        record("a");
        Node node = node("one", Tally.stopping(database));

        database.unitOfWork().run(() -> {
            record("b");
            assertEquals(0, node.followers.catchUp("tally", PATIENCE).lag());
            database.unitOfWork().rollbackOnly();
        });

        assertEquals("a×1", Tally.counted(database));
    }

    @Test
    void one_that_stops_stands_before_the_event_and_goes_on_when_the_reason_is_gone() {
        record("a", "b", "c", "d");
        Tally tally = Tally.stopping(database);
        tally.broken.put("c", new IllegalStateException("no price for c"));
        Node node = node("one", tally);

        FollowerStatus status = node.followers.catchUp("tally", PATIENCE);

        assertEquals("RETRYING 2 of 4 by one: 3 no price for c", text(status));
        assertEquals("a×1 b×1", Tally.counted(database));
        IntStream.rangeClosed(2, 5).forEach(attempt -> node.followers.catchUp("tally", PATIENCE));
        assertEquals("STOPPED 2 of 4 by one: 3 no price for c", text(node.followers.status("tally")));
        assertEquals(List.of("EVENT_NOT_WAITING"), codes(node.followers.skip(ANNA, "tally", 3, "never mind")));
        assertEquals(List.of("EVENT_FAILS"), codes(node.followers.retry("tally", 3)));

        tally.broken.clear();
        assertEquals(List.of(), node.followers.retry("tally", 3));
        assertEquals("RUNNING 4 of 4 by one", text(node.followers.status("tally")));
        assertEquals("a×1 b×1 c×1 d×1", Tally.counted(database));
    }

    @Test
    void what_fails_is_tried_again_by_itself_after_pauses_that_grow() {
        record("a");
        Tally tally = Tally.stopping(database);
        tally.broken.put("a", new IllegalStateException("not now"));
        Node node = node("one", tally);

        FollowerFailure first =
                node.followers.catchUp("tally", PATIENCE).failure().orElseThrow();
        node.followers.tick();
        now.set(first.next());
        until(() -> node.followers.tick(), () -> attempts(node) == 2);

        FollowerFailure second = node.followers.status("tally").failure().orElseThrow();
        assertEquals(first.since(), second.since());
        // with pages of 3 the first attempt is one at the page and one at the event
        assertEquals(List.of("a", "a", "a"), tally.given);
        assertTrue(between(first.since(), first.next(), 500, 1000), first.toString());
        assertTrue(between(now.get(), second.next(), 1000, 2000), second.toString());
    }

    @Test
    void one_that_sets_aside_goes_on_and_takes_in_the_lane_later_in_its_order() {
        record("a", "KIOSK-1", "b", "KIOSK-2", "MARKET-1");
        Tally tally = Tally.settingAside(database, 1);
        tally.broken.put("KIOSK-1", new IllegalStateException("no binding"));
        Node node = node("one", tally);

        FollowerStatus status = node.followers.catchUp("tally", PATIENCE);

        assertEquals(
                "RUNNING 5 of 5 by one, aside 2 no binding, aside 4 waits behind another event of KIOSK", text(status));
        assertEquals("MARKET-1×1 a×1 b×1", sorted(Tally.counted(database)));
        assertEquals(List.of("EVENT_FAILS"), codes(node.followers.retry("tally", 2)));

        tally.broken.clear();
        tally.given.clear();
        assertEquals(List.of(), node.followers.retry("tally", 4));
        assertEquals(List.of("KIOSK-1", "KIOSK-2"), tally.given);
        assertEquals("RUNNING 5 of 5 by one", text(node.followers.status("tally")));
    }

    @Test
    void an_event_is_set_aside_only_after_as_many_attempts_as_the_follower_says() {
        record("a", "b");
        Tally tally = Tally.settingAside(database, 3);
        tally.broken.put("a", new IllegalStateException("no"));
        Node node = node("one", tally);

        assertEquals("RETRYING 0 of 2 by one: 1 no", text(node.followers.catchUp("tally", PATIENCE)));
        assertEquals("RETRYING 0 of 2 by one: 1 no", text(node.followers.catchUp("tally", PATIENCE)));
        assertEquals("RUNNING 2 of 2 by one, aside 1 no", text(node.followers.catchUp("tally", PATIENCE)));
    }

    @Test
    void an_event_that_is_set_aside_is_skipped_only_with_a_reason_which_is_kept() {
        record("KIOSK-1", "KIOSK-2");
        Tally tally = Tally.settingAside(database, 1);
        tally.broken.put("KIOSK-1", new IllegalStateException("no binding"));
        Node node = node("one", tally);
        node.followers.catchUp("tally", PATIENCE);

        assertEquals(List.of("REASON_MISSING"), codes(node.followers.skip(ANNA, "tally", 1, " ")));
        assertEquals(List.of("EVENT_NOT_WAITING"), codes(node.followers.skip(ANNA, "tally", 3, "told by phone")));
        assertEquals(List.of(), node.followers.skip(ANNA, "tally", 1, "told by phone"));
        assertEquals(List.of(), node.followers.retry("tally", 2));

        assertEquals("KIOSK-2×1", Tally.counted(database));
        SetAsideEvent skipped = node.followers.skipped("tally").get(0);
        assertEquals(
                "1 by anna: told by phone",
                skipped.position() + " by " + skipped.skipped().orElseThrow().by() + ": "
                        + skipped.skipped().orElseThrow().reason());
        assertEquals(List.of("EVENT_NOT_WAITING"), codes(node.followers.retry("tally", 1)));
    }

    @Test
    void no_event_is_to_blame_while_the_database_is_away() {
        record("a");
        Tally tally = Tally.settingAside(database, 1);
        tally.broken.put("a", new StoreUnavailableException("connection refused", null));
        Node node = node("one", tally);

        assertThrows(StoreUnavailableException.class, () -> node.followers.catchUp("tally", PATIENCE));

        assertEquals("RUNNING 0 of 1 by one", text(node.followers.status("tally")));
        tally.broken.clear();
        assertEquals("RUNNING 1 of 1 by one", text(node.followers.catchUp("tally", PATIENCE)));
    }

    @Test
    void a_rebuild_begins_before_the_first_event_and_is_over_when_it_has_come_back() {
        record("a", "b", "c", "d");
        Tally tally = new Tally.Rebuildable(database);
        Node node = node("one", tally);
        node.followers.catchUp("tally", PATIENCE);
        tally.broken.put("d", new StoreUnavailableException("connection refused", null));

        assertEquals(List.of(), node.followers.rebuild("tally"));

        until(node.followers::tick, () -> node.followers.status("tally").position() == 3);
        assertEquals(
                FollowerState.REBUILDING,
                node.followers.catchUp("tally", PATIENCE).state());
        tally.broken.clear();
        until(node.followers::ledgerGrew, () -> node.followers.status("tally").state() == FollowerState.RUNNING);
        assertEquals("RUNNING 4 of 4 by one", text(node.followers.catchUp("tally", PATIENCE)));
        assertEquals("a×2 b×2 c×2 d×2", Tally.counted(database));
    }

    @Test
    void only_one_that_can_begin_again_is_rebuilt() {
        Node node = node("one", Tally.stopping(database));

        assertEquals(List.of("FOLLOWER_NOT_REBUILDABLE"), codes(node.followers.rebuild("tally")));
        assertEquals(List.of("FOLLOWER_UNKNOWN"), codes(node.followers.rebuild("stock")));
        String unknown = node.followers.rebuild("stock").get(0).message();
        assertTrue(unknown.contains("rebuild the projection of that name"), unknown);
        assertFalse(unknown.contains("lottrace:"), unknown);
        assertThrows(IllegalArgumentException.class, () -> node.followers.catchUp("cost", PATIENCE));
    }

    @Test
    void a_follower_in_memory_is_fed_on_every_node_and_leaves_nothing_in_the_database() {
        record("a", "b", "c", "d");
        InMemory one = new InMemory();
        InMemory two = new InMemory();

        assertEquals("RUNNING 4 of 4 by ", text(node("one", one).followers.catchUp("memory", PATIENCE)));
        assertEquals("RUNNING 4 of 4 by ", text(node("two", two).followers.catchUp("memory", PATIENCE)));

        assertEquals(List.of(1L, 2L, 3L, 4L), one.taken);
        assertEquals(one.taken, two.taken);
        assertEquals(List.of(), database.texts("select lease_name from lease"));
        assertEquals(List.of(), database.texts("select follower_name from follower"));
    }

    @Test
    void a_follower_in_memory_is_catching_up_until_it_is_where_the_ledger_was_when_it_began() {
        record("a", "b", "c", "d", "e");
        InMemory memory = new InMemory();
        Node one = node("one", memory);
        List<String> statuses = new ArrayList<>();
        memory.before = () -> statuses.add(text(one.followers.status("memory")));

        assertEquals("CATCHING_UP 0 of 5 by ", text(one.followers.status("memory")));
        assertEquals("RUNNING 5 of 5 by ", text(one.followers.catchUp("memory", PATIENCE)));
        record("f");

        assertEquals(List.of("CATCHING_UP 0 of 5 by ", "CATCHING_UP 3 of 5 by "), statuses);
        assertEquals("RUNNING 5 of 6 by ", text(one.followers.status("memory")));
    }

    /** It waited for the patience of whoever asked: half an hour for the first trace after a start. */
    @Test
    void a_follower_that_read_all_of_the_ledger_from_its_file_is_not_waited_for() {
        record("a", "b");
        InMemory fromFile = new InMemory();
        fromFile.taken.addAll(List.of(1L, 2L));

        FollowerStatus status = assertTimeout(
                PATIENCE.dividedBy(2), () -> node("one", fromFile).followers.catchUp("memory", PATIENCE));

        assertEquals("RUNNING 2 of 2 by ", text(status));
        assertEquals(List.of(1L, 2L), fromFile.taken);
    }

    @Test
    void two_nodes_that_follow_at_once_take_in_each_event_once() throws Exception {
        String[] many = IntStream.range(100, 160).mapToObj(i -> "e" + i).toArray(String[]::new);
        record(many);
        Node one = node("one", Tally.stopping(database));
        Node two = node("two", Tally.stopping(database));

        List<FollowerStatus> both = together(
                () -> one.followers.catchUp("tally", PATIENCE), () -> two.followers.catchUp("tally", PATIENCE));

        both.forEach(status -> assertEquals(60, status.position()));
        assertEquals(
                IntStream.range(100, 160).mapToObj(i -> "e" + i + "×1").collect(Collectors.joining(" ")),
                Tally.counted(database));
    }

    @Test
    void a_node_that_slept_past_its_lease_cannot_save_what_it_did() throws Exception {
        record("a", "b");
        CountDownLatch sleeps = new CountDownLatch(1);
        CountDownLatch wakes = new CountDownLatch(1);
        Node sleeper = node("sleeper", Tally.stopping(database).first(page -> {
            sleeps.countDown();
            await(wakes);
        }));
        Node other = node("other", Tally.stopping(database));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<FollowerStatus> slept = thread.submit(() -> sleeper.followers.catchUp("tally", PATIENCE));
            await(sleeps);
            now.set(now.get().plus(LEASE_AND_MORE));
            assertEquals("RUNNING 2 of 2 by other", text(other.followers.catchUp("tally", PATIENCE)));
            wakes.countDown();

            assertEquals("RUNNING 2 of 2 by other", text(slept.get(60, TimeUnit.SECONDS)));
            assertEquals("a×1 b×1", Tally.counted(database));
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void a_lease_that_was_only_taken_not_yet_used_keeps_the_old_holder_from_saving() throws Exception {
        record("a");
        CountDownLatch sleeps = new CountDownLatch(1);
        CountDownLatch wakes = new CountDownLatch(1);
        Node sleeper = node("sleeper", Tally.stopping(database).first(page -> {
            sleeps.countDown();
            await(wakes);
        }));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<FollowerStatus> slept =
                    thread.submit(() -> sleeper.followers.catchUp("tally", Duration.ofSeconds(1)));
            await(sleeps);
            Node other = node("other");
            other.leases.seize("follower/tally", Duration.ofHours(1));
            wakes.countDown();

            assertEquals("RUNNING 0 of 1 by other", text(slept.get(60, TimeUnit.SECONDS)));
            assertEquals("", Tally.counted(database));
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void a_node_waits_for_the_one_that_follows_and_takes_over_when_its_lease_is_over() {
        record("a");
        Tally first = Tally.stopping(database);
        Node one = node("one", first);
        one.followers.catchUp("tally", PATIENCE);
        record("b");
        Tally second = Tally.stopping(database);
        Node two = node("two", second);

        assertEquals(1, two.followers.catchUp("tally", Duration.ofMillis(50)).lag());
        assertEquals(List.of(), second.given);
        now.set(now.get().plus(LEASE_AND_MORE));
        assertEquals("RUNNING 2 of 2 by two", text(two.followers.catchUp("tally", PATIENCE)));
        assertEquals(List.of("b"), second.given);
        assertEquals(List.of("a"), first.given);
    }

    @Test
    void a_node_that_stops_lets_others_follow_at_once() throws InterruptedException {
        record("a");
        Node one = node("one", Tally.stopping(database));
        one.followers.catchUp("tally", PATIENCE);
        record("b");

        one.followers.stop();

        assertEquals(
                "RUNNING 2 of 2 by two",
                text(node("two", Tally.stopping(database)).followers.catchUp("tally", PATIENCE)));
    }

    @Test
    void an_idle_node_writes_nothing() throws InterruptedException {
        record("a");
        node("one", Tally.stopping(database)).followers.catchUp("tally", PATIENCE);
        now.set(now.get().plus(LEASE_AND_MORE));
        SortedMap<String, List<String>> before = database.contents();
        Node idle = node("two", Tally.stopping(database));

        idle.followers.tick();
        idle.followers.ledgerGrew();
        idle.followers.stop();

        assertEquals(before, database.contents());
    }

    @Test
    void leases_are_renewed_by_their_holder_and_lost_to_the_next_one() {
        Node one = node("one");
        Node two = node("two");
        Lease lease = one.leases.acquire("folder/inbox", Duration.ofSeconds(10)).orElseThrow();

        assertTrue(two.leases.acquire("folder/inbox", Duration.ofSeconds(10)).isEmpty());
        now.set(now.get().plusSeconds(11));
        lease = one.leases.renew(lease, Duration.ofSeconds(10)).orElseThrow();
        assertTrue(two.leases.acquire("folder/inbox", Duration.ofSeconds(10)).isEmpty());
        one.leases.release(lease);
        Lease next = two.leases.acquire("folder/inbox", Duration.ofSeconds(10)).orElseThrow();

        assertEquals(lease.token() + 1, next.token());
        assertTrue(one.leases.renew(lease, Duration.ofSeconds(10)).isEmpty());
        Lease lost = lease;
        assertThrows(LeaseLostException.class, () -> database.unitOfWork().run(() -> one.leases.check(lost)));
        database.unitOfWork().run(() -> two.leases.check(next));
    }

    private static int attempts(Node node) {
        return node.followers.status("tally").failure().orElseThrow().attempts();
    }

    /** Does it again and again until it has had its effect. */
    private static void until(Runnable work, BooleanSupplier effect) {
        for (int look = 0; !effect.getAsBoolean(); look++) {
            assertTrue(look < 6_000, "no effect");
            work.run();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    private Node node(String name, LedgerFollower... followers) {
        return new Node(name, database, clock, followers);
    }

    private void record(String... ids) {
        for (String id : ids) {
            database.unitOfWork().run(() -> {
                long position = database.ledger().lockHead().position() + 1;
                database.ledger()
                        .append(new RecordedEvent(
                                anEvent(id, RECEIVE).build(), position, Bakery.NOW, String.format("%064x", position)));
            });
        }
    }

    private static String text(FollowerStatus status) {
        return status.state() + " " + status.position() + " of " + status.head() + " by " + status.node()
                + status.failure()
                        .map(f -> ": " + f.position() + " " + f.reason())
                        .orElse("")
                + status.setAside().stream()
                        .map(event -> ", aside " + event.position() + " "
                                + event.failure().reason())
                        .collect(Collectors.joining());
    }

    private static String sorted(String words) {
        return List.of(words.split(" ")).stream().sorted().collect(Collectors.joining(" "));
    }

    private static List<String> codes(List<Violation> violations) {
        return violations.stream().map(Violation::code).toList();
    }

    private static boolean between(Instant from, Instant to, long least, long most) {
        long millis = Duration.between(from, to).toMillis();
        return millis >= least && millis <= most;
    }

    private static List<FollowerStatus> together(Supplier<FollowerStatus> one, Supplier<FollowerStatus> other)
            throws Exception {
        CountDownLatch start = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<FollowerStatus>> answers = List.of(one, other).stream()
                    .map(work -> threads.submit(() -> {
                        start.countDown();
                        await(start);
                        return work.get();
                    }))
                    .toList();
            return List.of(
                    answers.get(0).get(60, TimeUnit.SECONDS), answers.get(1).get(60, TimeUnit.SECONDS));
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("waited in vain");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    enum Engine {
        H2(TestDatabase::h2),
        POSTGRESQL(TestDatabase::postgresql);

        private final Supplier<TestDatabase> database;

        Engine(Supplier<TestDatabase> database) {
            this.database = database;
        }
    }

    /** Keeps the positions it was given. */
    private static final class InMemory implements InMemoryFollower {
        private final List<Long> taken = new ArrayList<>();
        private Runnable before = () -> {};

        @Override
        public String name() {
            return "memory";
        }

        @Override
        public int pageSize() {
            return 3;
        }

        @Override
        public void follow(List<RecordedEvent> page) {
            before.run();
            page.forEach(event -> taken.add(event.position()));
        }

        @Override
        public long position() {
            return taken.isEmpty() ? 0 : taken.get(taken.size() - 1);
        }
    }
}
