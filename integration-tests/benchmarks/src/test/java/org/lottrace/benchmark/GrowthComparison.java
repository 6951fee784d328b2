package org.lottrace.benchmark;

import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.on;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.certificate.Certification;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.EventFilter;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.movement.Transfer;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.SentStatements;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * The same questions to a history that grows, on PostgreSQL: processor time of the caller and of the server together, of one
 * call, median and from – to of 5 turns, and how that compares with the shortest history, as a table for the README. Each turn asks about
 * other lots. The sizes are in {@code benchmark.sizes}. Also what the history takes: on the disk, in memory, to be appended, booked and traced. Linux
 * only.
 *
 * <p>{@code benchmark.database}, the URL of an empty database with its user, keeps the history for {@link StartMeasurement}.
 */
final class GrowthComparison {
    private static final int TURNS = 5;
    private static final int CALLS = 40;
    /** Until the compiler is done. */
    private static final int WARM_UP = Integer.getInteger("benchmark.warmup", 600);

    /** What is small is asked more often, or a turn of it would be noise. */
    private static final Duration LEAST = Duration.ofMillis(300);

    /** As PostgreSQL is told when it is installed: rows are counted anew when a tenth of them have come. It looks once a minute, which is late here. */
    private static final int PER_CENT_MORE = 10;

    private static final Duration LOOKED = Duration.ofMillis(500);

    private static final List<String> FOLLOWERS = List.of("cost", "graph");
    private static final int PAGE = 50;
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final TestDatabase database = database().withBakery();
    private final TestCompany company = TestCompany.on(database).with(Clock.class, Bakery.CLOCK);
    private final WorkingBakery bakery = new WorkingBakery(company).withFlour();
    private final GrowingHistory history = new GrowingHistory(database, company.service(Ledger.class));
    private final Map<String, Runnable> questions = new LinkedHashMap<>();
    private final Map<String, List<Answer>> answers = new LinkedHashMap<>();
    private final List<String> heads = new ArrayList<>();
    private final Random random = new Random(1);
    private int calls;

    GrowthComparison() {
        bakery.baked("STOCK");
        Genealogy genealogy = company.service(Genealogy.class);
        Certification certification = company.service(Certification.class);
        LotCosting costing = company.service(LotCosting.class);
        Ledger ledger = company.service(Ledger.class);
        LotMaster lots = company.service(LotMaster.class);
        StockOnHand stock = company.service(StockOnHand.class);
        Allocation allocation = company.service(Allocation.class);
        bakery.ordered(aSalesOrder("SO").ordering(BREAD, "10 C62").build());
        if (AllRules.ARE_SET) {
            ruled(ledger);
        }
        questions.put("post a transfer", this::transfer);
        questions.put("allocate an order of one line, and give it back", () -> {
            done(allocation.allocate("SO"));
            if (allocation.cancel("SO").isEmpty()) {
                throw new IllegalStateException("nothing was reserved");
            }
        });
        questions.put("cost of goods sold of a shipment", () -> costing.cogs(GrowingHistory.shipment(anyBatch(), 0, 0))
                .orElseThrow());
        questions.put("where a lot is", () -> genealogy.whereabouts(List.of(anyFlour())));
        questions.put("who had a lot", () -> genealogy.custody(anyFlour()));
        questions.put("certificate of a lot", () -> certification.certify(List.of(anyFlour())));
        questions.put("a page of lots", () -> lots.ofItem(FLOUR, Optional.of(anyFlour()), PAGE));
        questions.put("a page of the newest events", () -> ledger.newest(EventFilter.NONE, Optional.empty(), PAGE));
        questions.put("a page of the stock's value", () -> costing.inventory(Optional.empty(), PAGE));
        questions.put("a page of the journal", () -> costing.journal(random.nextInt(history.batches()), PAGE));
        questions.put("the stock of an item at a site", () -> stock.ofItem(BREAD, BERLIN));
    }

    /** A lot that fulfils every rule beside the one that does not: what the customer got before expires later. */
    private void ruled(Ledger ledger) {
        Lot lot = aLot("RULED")
                .of(BREAD)
                .producedOn("2026-02-01")
                .expiring("2027-12-31")
                .build();
        database.unitOfWork().run(() -> database.lots().insert(lot));
        done(ledger.append(anEvent("ruled", EventType.RECEIVE)
                .in(aContext("ruled").at("2026-02-10T08:00:00Z").build())
                .with(new EventLine(
                        lot.key(),
                        Position.at(Place.party(MILL)),
                        Position.at(in(SHELF)),
                        quantity("1000 C62"),
                        quantity("1000 C62"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(AllRules.MEASURED)))
                .build()));
        done(ledger.append(anEvent("label", EventType.LOT_CHANGE)
                .build()
                .changing(List.of(LotChange.changed(lot, List.of(), lot, AllRules.SAID, "label")))));
        AllRules.save(company, List.of());
    }

    void print() throws Exception {
        String[] sizes = System.getProperty("benchmark.sizes", "20000,2000000").split(",");
        for (String size : sizes) {
            long before = history.events();
            Instant begin = Instant.now();
            double grown = grownTo(Long.parseLong(size));
            database.sql("vacuum analyze"); // as the server does by itself after some minutes, at each size
            company.service(Certification.class).certifyAll(); // as the patrol does in the background
            System.out.printf(
                    "%n%,d events after %,d s: %.2f ms of processor time to append, book and trace one; %,d bytes on the disk, %,d MB of heap in use%n",
                    history.events(),
                    Duration.between(begin, Instant.now()).toSeconds(),
                    grown * 1e3 / Math.max(1, history.events() - before),
                    Long.parseLong(database.texts("select pg_database_size(current_database())")
                                    .get(0))
                            / history.events(),
                    usedMegabytes());
            ask(answers.isEmpty() ? WARM_UP : CALLS);
            heads.add("%,d events".formatted(history.events()));
        }
        System.out.println("\n" + table());
        company.close();
    }

    /** As the README has it: median, from – to in milliseconds, and how many times the median of the shortest history the longest takes. */
    private String table() {
        List<String> rows = new ArrayList<>(List.of(
                "| question | statements | " + String.join(" | ", heads) + " | times (goal 1.3) |",
                "|---|---|" + "---|".repeat(heads.size() + 1)));
        answers.forEach((question, all) -> rows.add("| " + question + " | "
                + all.get(all.size() - 1).statements() + " | "
                + all.stream().map(Answer::toString).collect(Collectors.joining(" | "))
                + " | %.1f |"
                        .formatted(all.get(all.size() - 1).median() / all.get(0).median())));
        return String.join("\n", rows);
    }

    /** @param turns milliseconds of processor time of a call, in ascending order */
    private record Answer(int statements, List<Double> turns) {
        double median() {
            return turns.get(turns.size() / 2);
        }

        @Override
        public String toString() {
            return "%s, %s–%s".formatted(text(median()), text(turns.get(0)), text(turns.get(turns.size() - 1)));
        }

        private static String text(double milliseconds) {
            return (milliseconds < 0.2 ? "%.3f" : milliseconds < 2 ? "%.2f" : "%.1f").formatted(milliseconds);
        }
    }

    /** Booked and traced by threads of their own while it grows, as in a company; and its rows are counted by the server now and then. */
    private double grownTo(long size) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(FOLLOWERS.size() + 1);
        long begin = new ServerTime(database).nanos() + ownNanos();
        try {
            AtomicBoolean grows = new AtomicBoolean(true);
            threads.submit(this::countNowAndThen);
            List<Future<?>> followed = FOLLOWERS.stream()
                    .<Future<?>>map(follower -> threads.submit(() -> follow(follower, grows)))
                    .toList();
            history.growTo(size);
            grows.set(false);
            for (Future<?> one : followed) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(1, TimeUnit.MINUTES);
        }
        return (new ServerTime(database).nanos() + ownNanos() - begin) / 1e9;
    }

    private Object follow(String follower, AtomicBoolean grows) throws InterruptedException {
        while (grows.get()) {
            caughtUp(follower);
            Thread.sleep(50);
        }
        caughtUp(follower);
        return follower;
    }

    /** What grows a thousandfold in a minute would be read by plans that were made for next to nothing. */
    private Object countNowAndThen() throws InterruptedException {
        for (long counted = 0; ; Thread.sleep(LOOKED.toMillis())) {
            long head = company.service(Ledger.class).head();
            if (head * 100 > counted * (100 + PER_CENT_MORE)) {
                database.sql("analyze");
                counted = head;
            }
        }
    }

    private static TestDatabase database() {
        String url = System.getProperty("benchmark.database", "");
        return url.isEmpty() ? TestDatabase.postgresql() : StartMeasurement.databaseAt(url);
    }

    private void ask(int warmUp) throws IOException {
        ServerTime server = new ServerTime(database);
        for (Map.Entry<String, Runnable> question : questions.entrySet()) {
            FOLLOWERS.forEach(this::caughtUp); // as a moment after what the question before has recorded
            Runnable call = question.getValue();
            for (int one = 0; one < warmUp; one++) {
                call.run();
            }
            int statements = SentStatements.of(call).size();
            List<Double> turns = new ArrayList<>();
            for (int turn = 0; turn < TURNS; turn++) {
                turns.add(milliseconds(server, call));
            }
            Answer answer = new Answer(statements, turns.stream().sorted().toList());
            System.out.println(question.getKey() + ", ms: " + answer + "; statements: " + statements);
            answers.computeIfAbsent(question.getKey(), none -> new ArrayList<>())
                    .add(answer);
        }
    }

    /** Processor time of this process and of the server for one of many calls. */
    private static double milliseconds(ServerTime server, Runnable call) throws IOException {
        int made = 0;
        long clock = System.nanoTime();
        long begin = server.nanos() + ownNanos();
        while (made < CALLS || System.nanoTime() - clock < LEAST.toNanos()) {
            call.run();
            made++;
        }
        return (server.nanos() + ownNanos() - begin) / 1e6 / made;
    }

    private static long ownNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long usedMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    private void caughtUp(String follower) {
        company.service(LedgerFollowers.class).catchUp(follower, PATIENCE);
    }

    private void transfer() {
        calls++;
        boolean there = calls % 2 == 0;
        done(bakery.capture()
                .transfer(
                        EventType.TRANSFER,
                        new Transfer(
                                aContext("t" + calls)
                                        .at(Bakery.NOW.plusMillis(calls).toString())
                                        .request(), // what moved at the very moment would be looked at again
                                BERLIN,
                                there ? SHELF : DOCK,
                                Optional.empty(),
                                List.of(on(there ? DOCK : SHELF, FLOUR_2, "1 KGM")))));
    }

    private LotKey anyFlour() {
        return GrowingHistory.flour(anyBatch()).key();
    }

    private int anyBatch() {
        return random.nextInt(history.batches());
    }
}
