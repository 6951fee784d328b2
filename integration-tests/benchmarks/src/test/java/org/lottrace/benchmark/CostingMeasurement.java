package org.lottrace.benchmark;

import static org.lottrace.api.event.EventType.CONSUME;
import static org.lottrace.api.event.EventType.DISPOSE;
import static org.lottrace.api.event.EventType.OPENING;
import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.leaving;
import static org.lottrace.company.WorkingBakery.on;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.lottrace.api.cost.AccountingPeriods;
import org.lottrace.api.cost.CloseCheck;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.CostMethodChange;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.PeriodLock;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * What costing takes, on PostgreSQL: processor time of this process and of the server together, whatever else the machine does. A history is
 * costed from scratch a fifth at a time, so that it shows whether the last fifth is as fast as the first. Linux only.
 */
final class CostingMeasurement implements AutoCloseable {
    private static final int EVENTS = Integer.getInteger("benchmark.events", 100_000);
    private static final int PARTS = 5;
    private static final int PAGE = 50;
    private static final int PAGES = 200;
    private static final int STEPS = Integer.getInteger("benchmark.steps", 5_000);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 300);
    /** Of an order; the first is for the compiler. */
    private static final List<Integer> ORDERS = List.of(10, 10, 50, 250);

    private static final int ORDERS_STEPS = 500;
    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");

    private final TestDatabase database = TestDatabase.postgresql().withBakery();
    private final TestCompany company = TestCompany.on(database).with(Clock.class, Bakery.CLOCK);
    private final WorkingBakery bakery = new WorkingBakery(company).withFlourAt("2026-01-04T00:00:00Z");
    private final Random random = new Random(1);
    private final LinePrice price;
    private int events;
    private int lotsMade;

    CostingMeasurement() {
        Item flour = database.unitOfWork()
                .required(() -> database.items().find(FLOUR))
                .orElseThrow();
        price = LinePrice.of(
                flour,
                new UnitPrice(new BigDecimal("0.50"), "EUR", quantity("1 KGM").unit()));
    }

    private interface Work {
        void run() throws IOException;
    }

    void printHistory() throws IOException {
        GrowingHistory history = new GrowingHistory(database, company.service(Ledger.class));
        caughtUp();
        System.out.println("events costed in a second of processor time, a fifth of the history after the other");
        for (int part = 1; part <= PARTS; part++) {
            long before = history.events();
            history.growTo((long) EVENTS * part / PARTS);
            database.sql("analyze");
            double seconds = seconds(this::caughtUp);
            System.out.printf("up to %,d: %,.0f%n", history.events(), (history.events() - before) / seconds);
        }
        pages();
        close(history.events());
    }

    private void pages() {
        LotCosting costing = company.service(LotCosting.class);
        long last = Long.parseLong(
                database.texts("select max(entry_number) from journal_entry").get(0));
        List<Double> times = new ArrayList<>();
        for (int page = -PAGES; page < PAGES; page++) {
            long after = random.nextLong(last);
            long begin = System.nanoTime();
            costing.journal(NEW_YEAR, NEW_YEAR.plusYears(1), page % 2 == 0 ? after : 0, PAGE);
            if (page >= 0) {
                times.add((System.nanoTime() - begin) / 1e6);
            }
        }
        times.sort(null);
        System.out.printf(
                "a page of %d of the journal, %,d entries: median %.1f ms, 99th percentile %.1f by the clock%n",
                PAGE, last, times.get(PAGES / 2), times.get(PAGES * 99 / 100));
    }

    /** January has all of the history in it. */
    private void close(long entries) throws IOException {
        AccountingPeriods periods = company.service(AccountingPeriods.class);
        LocalDate end = LocalDate.of(2026, 1, 31);
        long begin = System.nanoTime();
        double checked = seconds(() -> periods.checklist(end));
        System.out.printf("checklist of a close: %.2f s by the clock, %.2f of processor time%n", since(begin), checked);
        long second = System.nanoTime();
        double locked = seconds(() -> done(periods.lock(
                new Caller("ben", Set.of(Role.ACCOUNTANT)),
                new PeriodLock(end, EnumSet.allOf(CloseCheck.Kind.class), "all is known"))));
        System.out.printf(
                "lock with its figures, %,d events: %.2f s by the clock, %.2f of processor time%n",
                entries, since(second), locked);
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    void printLengths() throws IOException {
        for (CostMethod method : List.of(CostMethod.LOT_ACTUAL, CostMethod.FIFO, CostMethod.WEIGHTED_AVERAGE)) {
            done(company.service(CostEntries.class)
                    .changeMethod(new CostMethodChange(
                            aContext("method-" + method).request(), FLOUR, method, Optional.empty(), "measured")));
            for (int length : lengths()) {
                List<LotKey> lots = lots(method.name().charAt(0) + "-" + length, length, STEPS);
                caughtUp();
                issues(lots, length);
                System.out.printf(
                        "%s, %,d issues of a lot: %,.0f events a second of processor time%n",
                        method, length, STEPS / seconds(this::caughtUp));
            }
        }
        for (int length : ORDERS) {
            List<LotKey> lots = lots("P-" + length, length, ORDERS_STEPS);
            outputs(lots, length);
            System.out.printf(
                    "%,d outputs of an order: %,.0f events a second of processor time%n",
                    length, ORDERS_STEPS / seconds(this::caughtUp));
        }
    }

    private static List<Integer> lengths() {
        return List.of(STEPS / 20, STEPS / 20, STEPS / 4, STEPS); // the first is for the compiler
    }

    /** As much in all, in lots that are each for so many steps. */
    private List<LotKey> lots(String name, int length, int steps) {
        List<LotKey> lots = new ArrayList<>();
        List<EventBuilder> openings = new ArrayList<>();
        for (int one = 0; one < steps / length; one++) {
            lotsMade++;
            LotKey flour = aLot(name + "-" + lotsMade).of(FLOUR).key();
            lots.add(flour);
            Quantity quantity = quantity(length + " KGM");
            openings.add(event(OPENING)
                    .of(DocumentType.COUNT_SHEET, "O" + lotsMade)
                    .with(new EventLine(
                                    flour,
                                    Position.at(Place.opening(BERLIN)),
                                    Position.at(in(SHELF)),
                                    quantity,
                                    quantity,
                                    Optional.empty())
                            .at(price)));
        }
        append(
                lots.stream()
                        .map(lot -> aLot(lot.number().value()).of(FLOUR).build())
                        .toList(),
                openings);
        return lots;
    }

    private void issues(List<LotKey> lots, int length) {
        List<EventBuilder> issues = new ArrayList<>();
        for (LotKey flour : lots) {
            for (int issue = 0; issue < length; issue++) {
                issues.add(event(DISPOSE)
                        .of(DocumentType.DISPOSAL_ORDER, "D" + events)
                        .moving(flour, "1 KGM", in(SHELF), Place.disposal(BERLIN)));
            }
        }
        append(List.of(), issues);
    }

    private void outputs(List<LotKey> lots, int length) {
        List<Lot> breads = new ArrayList<>();
        List<EventBuilder> all = new ArrayList<>();
        for (LotKey flour : lots) {
            String order = "P" + flour.number();
            Place process = Place.productionOrder(new DocumentReference(DocumentType.PRODUCTION_ORDER, order));
            all.add(event(CONSUME)
                    .of(DocumentType.PRODUCTION_ORDER, order)
                    .moving(flour, length + " KGM", in(SHELF), process));
            for (int output = 0; output < length; output++) {
                Lot bread = aLot("B" + events)
                        .of(BREAD)
                        .madeAt(BERLIN)
                        .producedOn("2026-01-05")
                        .expiring("2026-12-31")
                        .build();
                breads.add(bread);
                all.add(event(PRODUCE)
                        .of(DocumentType.PRODUCTION_ORDER, order)
                        .moving(flour, "1 KGM", process, Place.transformation(BERLIN))
                        .moving(bread.key(), "2 C62", Place.transformation(BERLIN), in(SHELF))
                        .making(bread.key(), flour, "1 KGM"));
            }
        }
        append(breads, all);
    }

    private void append(List<Lot> lots, List<EventBuilder> events) {
        List<TraceEvent> all = events.stream().map(EventBuilder::build).toList();
        Ledger ledger = company.service(Ledger.class);
        database.unitOfWork().run(() -> {
            database.lots().insert(lots.toArray(Lot[]::new));
            ledger.lockFor(
                    all.stream().map(TraceEvent::id).toList(),
                    all.stream()
                            .flatMap(event -> event.lines().stream())
                            .map(EventLine::lot)
                            .distinct()
                            .toList(),
                    all.get(0).context().effective());
            all.forEach(event -> done(ledger.append(event)));
        });
        database.sql("analyze");
    }

    /** A round is what a shop does with a lot: it is moved, allocated, and shipped. */
    void printPosting() throws IOException {
        caughtUp();
        for (int round = 0; round < ROUNDS; round++) {
            round(round);
        }
        caughtUp();
        database.sql("analyze");
        List<Double> ratios = new ArrayList<>();
        for (int turn = 1; turn <= PARTS; turn++) {
            int first = turn * ROUNDS;
            double posted = seconds(() -> {
                for (int round = first; round < first + ROUNDS; round++) {
                    round(round);
                }
            });
            double costed = seconds(this::caughtUp);
            ratios.add((posted + costed) / posted);
        }
        System.out.println("posting with costing, times posting alone: " + Spread.of(ratios));
    }

    private void round(int number) {
        bakery.move("a" + number, BEGIN.plusSeconds(4L * number).toString(), SHELF, DOCK, FLOUR_1, "0.01 KGM");
        bakery.ordered(aSalesOrder("SO" + number).ordering(FLOUR, "0.01 KGM").build());
        bakery.reserve("SO" + number, 1, FLOUR_1, DOCK, "0.01 KGM");
        done(bakery.ship("s" + number, "SH" + number, "SO" + number, leaving(1, on(DOCK, FLOUR_1, "0.01 KGM"))));
    }

    private EventBuilder event(EventType type) {
        events++;
        return anEvent("c" + events, type)
                .in(aContext("c" + events)
                        .at(BEGIN.plusSeconds(events).toString())
                        .build());
    }

    private void caughtUp() {
        company.service(LedgerFollowers.class).catchUp("cost", PATIENCE);
    }

    /** Processor time of this process and of the server. */
    private double seconds(Work work) throws IOException {
        ServerTime server = new ServerTime(database);
        long begin = server.nanos() + ownNanos();
        work.run();
        return (server.nanos() + ownNanos() - begin) / 1e9;
    }

    private static long ownNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    @Override
    public void close() {
        company.close();
    }
}
