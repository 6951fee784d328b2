package org.lottrace.benchmark;

import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.RecallFixture.ANNA;
import static org.lottrace.api.fixture.RecallFixture.anOpening;
import static org.lottrace.company.WorkingBakery.on;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.EventBuilder;
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
    private static final int WARM_UP = 3;
    private static final int TURNS = 5;
    private static final int LOTS = 10_000;
    private static final int IN_ONE_BATCH = 1_000;
    private static final int IN_ONE_SHIPMENT = 10;
    private static final int POSTERS = 2;

    private final TestDatabase database = TestDatabase.postgresql().withBakery();
    private final LongestHold head = new LongestHold(database);
    private final WorkingBakery bakery = new WorkingBakery(
                    TestCompany.on(database).with(Clock.class, Bakery.CLOCK).with(LedgerStore.class, head.store()))
            .withFlour();
    private final Map<String, List<Double>> taken = new TreeMap<>();
    private final boolean[] atDock = new boolean[POSTERS];
    private final AtomicInteger transfers = new AtomicInteger();
    private final AtomicInteger events = new AtomicInteger();

    void print() throws InterruptedException, IOException {
        for (int turn = 0; turn < WARM_UP; turn++) {
            Lot flour = goods("W" + turn);
            note("statements", SentStatements.of(() -> check(open(flour))).size());
        }
        for (int turn = 0; turn < TURNS; turn++) {
            alone(goods("A" + turn));
            besidePosters(goods("P" + turn));
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

    /** @return the flour of that turn, of which all the bread is */
    private Lot goods(String turn) throws InterruptedException {
        Lot flour = aLot("F" + turn).of(FLOUR).from(MILL).build();
        database.lots().insert(flour);
        append(anEvent("in" + turn, RECEIVE).moving(flour.key(), LOTS + " KGM", Place.party(MILL), in(SHELF)));
        for (int batch = 0; batch < LOTS / IN_ONE_BATCH; batch++) {
            String name = turn + "B" + batch;
            database.unitOfWork().run(() -> bake(flour, name));
        }
        database.sql("analyze"); // as the server does by itself after some minutes
        // as it does by itself all the time
        bakery.company().service(LedgerFollowers.class).catchUp("graph", Duration.ofMinutes(1));
        return flour;
    }

    /** One lot in ten is shipped, another one reserved. */
    private void bake(Lot flour, String name) {
        Lot[] lots = IntStream.range(0, IN_ONE_BATCH)
                .mapToObj(i -> aLot(name + "L" + i)
                        .of(BREAD)
                        .madeAt(BERLIN)
                        .producedOn("2026-03-01")
                        .expiring("2099-12-31")
                        .build())
                .toArray(Lot[]::new);
        database.lots().insert(lots);
        List<LotKey> bread = Stream.of(lots).map(Lot::key).toList();
        Place oven = Place.transformation(BERLIN);
        EventBuilder baked = anEvent(id(), PRODUCE).moving(flour.key(), IN_ONE_BATCH + " KGM", in(SHELF), oven);
        bread.forEach(lot -> baked.moving(lot, "24 C62", oven, in(SHELF)).making(lot, flour.key(), "1 KGM"));
        append(baked);
        for (int begin = 0; begin < IN_ONE_BATCH / 10; begin += IN_ONE_SHIPMENT) {
            EventBuilder shipped = anEvent(id(), SHIP).of(DocumentType.SHIPMENT, name + "S" + begin);
            bread.subList(begin, begin + IN_ONE_SHIPMENT)
                    .forEach(lot -> shipped.moving(lot, "12 C62", in(SHELF), Place.party(MARKET)));
            append(shipped);
        }
        OrderLineReference order =
                new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "SO" + name), 1);
        database.reservations()
                .save(bread.subList(IN_ONE_BATCH / 10, IN_ONE_BATCH / 5).stream()
                        .map(lot -> new Reservation(order, lot, Position.at(in(SHELF)), quantity("12 C62")))
                        .toList());
    }

    private void append(EventBuilder event) {
        done(bakery.ledger().append(event.build()));
    }

    private String id() {
        return "e" + events.incrementAndGet();
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
