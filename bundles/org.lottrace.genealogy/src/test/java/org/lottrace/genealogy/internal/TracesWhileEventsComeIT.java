package org.lottrace.genealogy.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.lot.LotKey;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

/** One thread appends, one of three units of work is rolled back; two others trace all the time. */
class TracesWhileEventsComeIT {
    private static final int EVENTS = 120;
    private static final int TOGETHER = 16;
    private static final int LOTS = 12;

    /** Events that are there before: the first answers of a program take longer than many events later on. */
    private static final int BEFORE = 8;

    private final RecordedEvents recorded = new RecordedEvents(TestDatabase.h2().withBakery());
    private final TestCompany company =
            recorded.company().configured("org.lottrace.ledger.followers", Map.of("look.milliseconds", 1));
    private final Genealogy genealogy = company.service(Genealogy.class);
    private final CountDownLatch bothTrace = new CountDownLatch(2);
    private final AtomicBoolean finished = new AtomicBoolean();
    private final AtomicInteger forward = new AtomicInteger();
    private final AtomicInteger both = new AtomicInteger();

    @Test
    void every_answer_is_the_replay_at_the_position_it_states() throws Exception {
        for (int lot = 0; lot < LOTS; lot++) {
            recorded.lots(aLot("L" + lot).build());
        }
        for (int i = 0; i < BEFORE; i++) {
            make("before-" + i, i + 1, i);
            genealogy.trace(TraceRequest.of(Direction.BOTH, lot(i)));
            genealogy.trace(TraceRequest.of(Direction.FORWARD, lot(i)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Future<List<Trace>>> answers = List.of(
                threads.submit((Callable<List<Trace>>) () -> traces(Direction.FORWARD, forward)),
                threads.submit((Callable<List<Trace>>) () -> traces(Direction.BOTH, both)));
        threads.submit((Callable<Void>) () -> {
                    append();
                    return null;
                })
                .get(2, TimeUnit.MINUTES);
        finished.set(true);

        List<RecordedEvent> ledger = recorded.database()
                .unitOfWork()
                .required(() -> recorded.database().ledger().after(0, BEFORE + EVENTS));
        for (Future<List<Trace>> given : answers) {
            List<Trace> traces = given.get(1, TimeUnit.MINUTES);
            List<Long> positions =
                    traces.stream().map(Trace::ledgerPosition).distinct().toList();
            assertTrue(positions.size() > 3, positions + " of " + traces.size() + " answers");
            for (Trace trace : traces) {
                List<RecordedEvent> then = ledger.subList(0, (int) trace.ledgerPosition());
                assertEquals(new LedgerReplay(then, trace.request()).trace(), LedgerReplay.comparable(trace));
            }
        }
        threads.shutdown();
        company.close();
    }

    private List<Trace> traces(Direction direction, AtomicInteger answered) {
        List<Trace> traces = new ArrayList<>();
        genealogy.trace(TraceRequest.of(direction, lot(0)));
        bothTrace.countDown();
        while (!finished.get()) {
            traces.add(genealogy.trace(TraceRequest.of(direction, lot(traces.size()))));
            answered.incrementAndGet();
        }
        return traces;
    }

    /** Begins when the others do: the first answer takes longer than all events. */
    private void append() throws InterruptedException {
        assertTrue(bothTrace.await(1, TimeUnit.MINUTES), "both trace");
        for (int i = 0; i < EVENTS; i++) {
            int number = i;
            if (i % 3 == 0) {
                recorded.database().unitOfWork().run(() -> {
                    make("undone-" + number, number + 5, number);
                    recorded.database().unitOfWork().rollbackOnly();
                });
            }
            make("e" + i, i * 7 + 1, i * i);
            if (i % TOGETHER == 0) {
                company.service(LedgerFollowers.class).catchUp("graph", Duration.ofMinutes(1));
                awaitAnswersBegunNow();
            }
        }
    }

    /** A busy machine would otherwise write all events before the second answer. */
    private void awaitAnswersBegunNow() {
        int untilForward = forward.get() + 2;
        int untilBoth = both.get() + 2;
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            while (forward.get() < untilForward || both.get() < untilBoth) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
        });
    }

    private void make(String id, int output, int input) {
        int from = Math.floorMod(input, LOTS);
        int to = Math.floorMod(output, LOTS) == from ? (from + 1) % LOTS : Math.floorMod(output, LOTS);
        recorded.append(anEvent(id, PRODUCE)
                .making(lot(to), lot(from), "1 KGM")
                .moving(lot(to), "2 KGM", Place.transformation(BERLIN), in(SHELF))
                .build());
    }

    private static LotKey lot(int number) {
        return aLot("L" + number % LOTS).key();
    }
}
