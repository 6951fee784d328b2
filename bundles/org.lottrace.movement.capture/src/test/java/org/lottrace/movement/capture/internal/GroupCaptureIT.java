package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.SentStatements;

/** Requests of several threads, of which the first is held up while it is captured. */
@Timeout(60)
class GroupCaptureIT {
    private final WorkingBakery bakery = new WorkingBakery().withFlour();
    private final SharedTransaction shared = new SharedTransaction(
            bakery.unitOfWork(),
            new LocksAhead(
                    bakery.ledger(),
                    bakery.lots(),
                    bakery.database().stock(),
                    bakery.company().service(Reservations.class),
                    bakery.database().salesOrders(),
                    bakery.database().transferOrders(),
                    bakery.database().expectedReceipts()));
    private GroupCapture group =
            new GroupCapture(bakery.unitOfWork(), shared, bakery.database().ledger());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void what_comes_meanwhile_is_captured_in_one_transaction() throws Exception {
        List<Future<Outcome<RecordedEvent>>> requests =
                heldUp(ask("t1", FLOUR_1, "10 KGM"), ask("t2", FLOUR_2, "20 KGM"), ask("t3", FLOUR_1, "30 KGM"));
        goOn.countDown();

        for (Future<Outcome<RecordedEvent>> request : requests) {
            recorded(request.get());
        }
        assertEquals(2, Collections.frequency(sent, SentStatements.COMMIT));
        assertEquals(List.of("BER/A-01 960 KGM", "BER/DOCK 40 KGM"), bakery.stock(FLOUR_1));
        assertEquals(Optional.empty(), bakery.ledger().firstBrokenPosition());
    }

    @Test
    void a_refusal_is_told_to_the_one_who_asked() throws Exception {
        List<Future<Outcome<RecordedEvent>>> requests =
                heldUp(ask("t1", FLOUR_1, "10 KGM"), ask("t2", FLOUR_2, "1001 KGM"), ask("t3", FLOUR_2, "1000 KGM"));
        goOn.countDown();

        assertInstanceOf(Outcome.Done.class, requests.get(0).get());
        assertEquals(
                List.of("STOCK_INSUFFICIENT lines[1].quantity"),
                refusals(requests.get(1).get()));
        assertInstanceOf(Outcome.Done.class, requests.get(2).get());
    }

    @Test
    void a_request_that_breaks_takes_no_other_along() throws Exception {
        List<Future<Outcome<RecordedEvent>>> requests = heldUp(
                ask("t1", FLOUR_1, "10 KGM"),
                ask("t2", FLOUR_1, "20 KGM"),
                () -> {
                    throw new IllegalArgumentException("broken");
                },
                ask("t4", FLOUR_1, "40 KGM"));
        goOn.countDown();

        for (int good : List.of(0, 1, 3)) {
            recorded(requests.get(good).get());
        }
        ExecutionException failed =
                assertThrows(ExecutionException.class, () -> requests.get(2).get());
        assertEquals("broken", failed.getCause().getMessage());
        assertEquals(List.of("BER/A-01 930 KGM", "BER/DOCK 70 KGM"), bakery.stock(FLOUR_1));
    }

    @Test
    void many_threads_record_each_of_their_requests_once() throws Exception {
        goOn.countDown();
        List<Future<Integer>> callers = IntStream.range(0, 8)
                .mapToObj(caller -> threads.submit(() -> {
                    for (int i = 0; i < 25; i++) {
                        recorded(captured(ask("c" + caller + "-" + i, FLOUR_1, "1 KGM")));
                    }
                    return caller;
                }))
                .toList();
        for (Future<Integer> caller : callers) {
            caller.get();
        }

        assertEquals(List.of("BER/A-01 800 KGM", "BER/DOCK 200 KGM"), bakery.stock(FLOUR_1));
        assertEquals(1 + 200, bakery.ledger().head());
        assertEquals(Optional.empty(), bakery.ledger().firstBrokenPosition());
    }

    @Test
    void who_comes_back_soon_shares_the_next_transaction() throws Exception {
        group = new GroupCapture(bakery.unitOfWork(), shared, bakery.database().ledger(), Duration.ofSeconds(50));
        List<Future<Outcome<RecordedEvent>>> requests =
                heldUp(ask("t1", FLOUR_1, "1 KGM"), ask("t2", FLOUR_1, "1 KGM"));
        goOn.countDown();

        recorded(requests.get(0).get()); // the other one waits for it
        recorded(captured(ask("t3", FLOUR_1, "1 KGM")));
        recorded(requests.get(1).get());

        assertEquals(2, Collections.frequency(sent, SentStatements.COMMIT));
    }

    @Test
    void who_does_not_come_back_is_not_waited_for() throws Exception {
        List<Future<Outcome<RecordedEvent>>> requests =
                heldUp(ask("t1", FLOUR_1, "1 KGM"), ask("t2", FLOUR_1, "1 KGM"));
        goOn.countDown();

        recorded(requests.get(0).get());
        recorded(requests.get(1).get());
    }

    @Test
    void who_is_alone_waits_for_nobody() {
        group = new GroupCapture(bakery.unitOfWork(), shared, bakery.database().ledger(), Duration.ofHours(1));
        goOn.countDown();

        recorded(captured(ask("t1", FLOUR_1, "1 KGM")));
        recorded(captured(ask("t2", FLOUR_1, "1 KGM")));
    }

    /** The first is being captured, and the others have come, one after the other, when this returns. */
    @SafeVarargs
    private List<Future<Outcome<RecordedEvent>>> heldUp(Supplier<Outcome<RecordedEvent>>... requests) {
        CountDownLatch isCaptured = new CountDownLatch(1);
        List<Future<Outcome<RecordedEvent>>> futures = new ArrayList<>();
        futures.add(threads.submit(() -> captured(() -> {
            isCaptured.countDown();
            await(goOn);
            return requests[0].get();
        })));
        await(isCaptured);
        for (int i = 1; i < requests.length; i++) {
            Supplier<Outcome<RecordedEvent>> request = requests[i];
            futures.add(threads.submit(() -> captured(request)));
            while (group.waiting() < i) {
                Thread.onSpinWait();
            }
        }
        return futures;
    }

    /** In this thread, and hears what it sends. */
    private Outcome<RecordedEvent> captured(Supplier<Outcome<RecordedEvent>> request) {
        List<Outcome<RecordedEvent>> outcome = new ArrayList<>();
        sent.addAll(SentStatements.of(() -> outcome.add(group.capture(transfer("", FLOUR_1, "1 KGM"), request))));
        return outcome.get(0);
    }

    private Supplier<Outcome<RecordedEvent>> ask(String id, LotKey lot, String quantity) {
        return () -> bakery.capture().transfer(EventType.TRANSFER, transfer(id, lot, quantity));
    }

    private static Transfer transfer(String id, LotKey lot, String quantity) {
        return new Transfer(
                aContext(id.isEmpty() ? "none" : id).request(),
                BERLIN,
                DOCK,
                Optional.empty(),
                List.of(on(SHELF, lot, quantity)));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
