package org.lottrace.benchmark;

import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.RecallFixture.ANNA;
import static org.lottrace.api.fixture.RecallFixture.anOpening;
import static org.lottrace.company.WorkingBakery.on;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.RecallFact.StockBlocked;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.SentStatements;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * A recall of one lot of flour and the 10,000 lots of bread that were made of it, 1,000 of them reserved and 1,000 shipped in 100
 * shipments. Alone: how long it takes, and the processor time of the caller's thread and of the server. While two others move
 * other goods: how long it takes, how long the ledger's head is held and how long the others wait at most. In turns, median and
 * from – to; each turn has goods of its own. Linux only.
 */
final class RecallMeasurement {
    private static final int WARM_UP = Integer.getInteger("benchmark.warmup", 3);
    private static final int TURNS = Integer.getInteger("benchmark.turns", 5);
    private static final int LOTS = Integer.getInteger("benchmark.lots", 10_000);
    private static final int POSTERS = 2;

    private final TestDatabase database = TestDatabase.postgresql().withBakery();
    private final LongestHold head = new LongestHold(database);
    private final WorkingBakery bakery = new WorkingBakery(
                    TestCompany.on(database).with(Clock.class, Bakery.CLOCK).with(LedgerStore.class, head.store()))
            .withFlour();
    private final RecalledGoods goods = new RecalledGoods(database, bakery, LOTS);
    private final Map<String, List<Double>> taken = new TreeMap<>();
    private final boolean[] atDock = new boolean[POSTERS];
    private final AtomicInteger transfers = new AtomicInteger();

    void print() throws InterruptedException, IOException {
        for (int turn = 0; turn < WARM_UP; turn++) {
            Lot flour = goods.of("W" + turn);
            note("statements", SentStatements.of(() -> check(open(flour))).size());
        }
        for (int turn = 0; turn < TURNS; turn++) {
            alone(goods.of("A" + turn));
            besidePosters(goods.of("P" + turn));
        }
        bakery.company().close();
        taken.forEach((what, values) -> System.out.println(what + ": " + Spread.of(values)));
    }

    private void alone(Lot flour) throws IOException {
        ServerTime server = new ServerTime(database);
        long serverBefore = server.nanos();
        long callerBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        RecallCase opened = open(flour);
        note("alone, ms", (System.nanoTime() - begin) / 1e6);
        note(
                "processor time of the caller, ms",
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - callerBefore) / 1e6);
        note("processor time of the server, ms", (server.nanos() - serverBefore) / 1e6);
        check(opened);
    }

    private void besidePosters(Lot flour) throws InterruptedException {
        try (Posters posters = new Posters(POSTERS, this::transfer)) {
            posters.awaitFirst();
            head.forget();
            posters.forget();
            long begin = System.nanoTime();
            RecallCase opened = open(flour);
            note("beside two who post, ms", (System.nanoTime() - begin) / 1e6);
            note("head held, ms", head.longestOfThisThread() / 1e6);
            note("longest wait of a posting, ms", posters.longest() / 1e6);
            note("postings meanwhile", posters.posted());
            check(opened);
        }
    }

    private RecallCase open(Lot flour) {
        return done(bakery.company()
                .service(RecallCases.class)
                .open(
                        ANNA,
                        aContext("open" + flour.key().number()).request(),
                        anOpening(RecallMode.REAL),
                        ScopeCriteria.of(List.of(flour.key()))));
    }

    private static void check(RecallCase opened) {
        StockBlocked blocked = opened.facts(StockBlocked.class).get(0);
        if (blocked.lots().size() != LOTS + 1
                || blocked.cancelled().size() != LOTS / 10
                || opened.scope().lots().size() != LOTS + 1) {
            throw new IllegalStateException("not all of it was recalled");
        }
    }

    /** To and fro, each poster its own lot. */
    private void transfer(int poster) {
        boolean there = there(poster);
        LotKey lot = poster == 0 ? WorkingBakery.FLOUR_1 : WorkingBakery.FLOUR_2;
        done(bakery.capture()
                .transfer(
                        EventType.TRANSFER,
                        new Transfer(
                                aContext("t" + transfers.incrementAndGet()).request(),
                                BERLIN,
                                there ? DOCK : SHELF,
                                Optional.empty(),
                                List.of(on(there ? SHELF : DOCK, lot, "1 KGM")))));
    }

    private boolean there(int poster) {
        atDock[poster] = !atDock[poster];
        return atDock[poster];
    }

    private void note(String what, double value) {
        taken.computeIfAbsent(what, none -> new ArrayList<>()).add(value);
    }
}
