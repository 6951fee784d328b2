package org.lottrace.benchmark;

import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.Dispositions;
import org.lottrace.api.fixture.SalesOrderBuilder;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * The same orders allocated by the service and by {@link AllocationRival}, in turns, each from nothing reserved: processor time of the
 * callers and of the server's processes for this database, and lines a second by the clock. After each turn what is reserved is compared: with
 * one caller row by row, with eight that each line has all it wants, nothing is reserved twice and no earlier lot was passed over.
 * Linux only.
 */
final class AllocationComparison {
    private static final int WARM_UP = Integer.getInteger("benchmark.warmup", 2_000);
    private static final int TURNS = Integer.getInteger("benchmark.turns", 7);
    /** Names, with commas between. */
    private static final String LOADS = System.getProperty("benchmark.loads", "ONE,UNIFORM,HOT,LONG");

    private static final int HOT = 10;
    /** Orders of one caller, each of another item as far as there are so many. */
    private static final int ORDERED = 200;

    private static final double MOST_PROCESSOR_TIME = 3;
    private static final double FEWEST_LINES = 0.5;
    private static final double MOST_GROWTH = 1.2;

    /** Of each item, for the last row; 0 for none. Ten times this history is a run with ten times as many. */
    private static final int GONE = Integer.getInteger("benchmark.gone", 1_000);

    private static final String RESERVED =
            "select concat_ws(' ', order_number, order_line, lot_id, place_code, place_sscc,"
                    + " quantity, unit) from reservation order by order_number, order_line, lot_id, place_code";
    /** What each line was looked at for, with every position and what speaks against it. */
    private static final String EXPLAINED =
            "select concat_ws(' ', order_number, order_line, item, decided_at, delivery, rotation, rules, '/', needed,"
                    + " unit, candidates, left_out) from allocation_decision order by order_number, order_line";

    private static final String OVERSOLD = "select r.lot_id from (select lot_id, place_code, sum(quantity) quantity"
            + " from reservation group by lot_id, place_code) r left join stock s on s.lot_id = r.lot_id"
            + " and s.place_code = r.place_code where r.quantity > coalesce(s.quantity, 0)";
    private static final String SHORT = "select o.order_number from sales_order_line o left join (select order_number,"
            + " order_line, sum(quantity) quantity from reservation group by order_number, order_line) r"
            + " on r.order_number = o.order_number and r.order_line = o.line_number"
            + " where o.order_number like '%s-%%' and o.quantity <> coalesce(r.quantity, 0)";
    /** A lot that could have been taken has something left, and one of its item that expires later is reserved. */
    private static final String INVERSIONS_FROM =
            "select e.id from lot e join stock s on s.lot_id = e.id and s.place_code = 'BER/A-01'"
                    + " join lot l on l.item = e.item and l.expiry > e.expiry join reservation t on t.lot_id = l.id"
                    + " where e.expiry >= date '%s'"
                    + " and e.id not in (select lot_id from lot_disposition)"
                    + " and s.quantity > coalesce((select sum(r.quantity) from reservation r where r.lot_id = e.id"
                    + " and r.place_code = s.place_code), 0)";

    private final GoalTable goals;
    private final boolean isRuled;
    private final int items;
    private final int lots;
    private final TestDatabase database = TestDatabase.postgresql().withBakery();
    private final TestCompany company = TestCompany.on(database).with(Clock.class, Bakery.CLOCK);
    private final Allocation allocation = company.service(Allocation.class);

    /**
     * @param goals gets a row for each load and goal
     * @param isRuled whether {@link AllRules every rule} is set; then it is {@link LargeStock}, of which every lot is good
     * @param items of which goods are there
     * @param lots of each item
     */
    AllocationComparison(GoalTable goals, boolean isRuled, int items, int lots) {
        this.goals = goals;
        this.isRuled = isRuled;
        this.items = items;
        this.lots = lots;
    }

    /** @param items of an order, by its number and the number of its line */
    private record Load(String name, int callers, int orders, int lines, IntUnaryOperator items) {
        String order(int number) {
            return name + "-" + number;
        }
    }

    private interface Allocator {
        void allocate(String order) throws SQLException;
    }

    /** Milliseconds of processor time for one order, and lines a second. */
    private record Taken(double caller, double server, double linesPerSecond) {
        double all() {
            return caller + server;
        }
    }

    void print() throws Exception {
        System.out.printf("%,d items of %d lots%s%n", items, lots, isRuled ? ", with every rule" : ", without a rule");
        if (isRuled) {
            new LargeStock(database, company.service(Ledger.class), items, lots).fill();
        } else {
            stock();
        }
        if (isRuled) {
            AllRules.save(
                    company, IntStream.range(0, 100).mapToObj(LargeStock::item).toList());
        }
        List<Load> loads = Stream.of(
                        new Load("ONE", 1, ORDERED, 1, line -> line % items),
                        new Load("UNIFORM", 8, 400, 1, line -> line % items),
                        new Load("HOT", 8, 400, 1, line -> line % HOT),
                        new Load("LONG", 1, 40, 20, line -> line % items))
                .filter(load -> List.of(LOADS.split(",")).contains(load.name()))
                .toList();
        loads.forEach(this::order);
        database.sql("analyze"); // as the server does by itself after some minutes
        Map<String, List<Taken>> taken = new HashMap<>();
        for (Load load : loads) {
            taken.put(load.name(), compare(load));
        }
        if (GONE > 0) {
            gone();
            Load after = new Load("AFTER", 1, ORDERED, 1, line -> line % items);
            order(after);
            database.sql("analyze");
            System.out.printf("the same as ONE, when %,d lots of each item have come and gone%n", GONE);
            List<Taken> then = compare(after);
            if (taken.containsKey("ONE")) {
                goals.atMost(
                        name("AFTER") + ": our processor time, times ONE",
                        MOST_GROWTH,
                        ratios(then, taken.get("ONE"), Taken::all));
            }
        }
        company.close();
    }

    /** @return what ours took in each turn */
    private List<Taken> compare(Load load) throws Exception {
        List<AllocationRival> rivals = new ArrayList<>();
        try {
            for (int i = 0; i < load.callers(); i++) {
                rivals.add(new AllocationRival(database));
            }
            Allocator service = order -> done(allocation.allocate(order));
            List<Allocator> ours = IntStream.range(0, load.callers())
                    .mapToObj(caller -> service)
                    .toList();
            List<Allocator> theirs =
                    rivals.stream().<Allocator>map(rival -> rival::allocate).toList();
            for (int orders = 0; orders < WARM_UP; orders += load.orders() * load.lines()) {
                turn(load, ours);
                turn(load, theirs);
            }
            List<Taken> ofOurs = new ArrayList<>();
            List<Taken> ofTheirs = new ArrayList<>();
            for (int turn = 0; turn < TURNS; turn++) {
                ofOurs.add(turn(load, ours));
                List<String> reserved = database.texts(RESERVED);
                List<String> explained = database.texts(EXPLAINED);
                ofTheirs.add(turn(load, theirs));
                if (load.callers() == 1) {
                    same(reserved, database.texts(RESERVED));
                    same(explained, database.texts(EXPLAINED));
                }
            }
            print(load, ofOurs, ofTheirs);
            return ofOurs;
        } finally {
            for (AllocationRival rival : rivals) {
                rival.close();
            }
        }
    }

    private Taken turn(Load load, List<Allocator> callers)
            throws IOException, InterruptedException, ExecutionException {
        database.sql("truncate table reservation, allocation_decision");
        ServerTime server = new ServerTime(database);
        long before = server.nanos();
        long begin = System.nanoTime();
        long caller = 0;
        ExecutorService threads = Executors.newFixedThreadPool(callers.size());
        try {
            List<Future<Long>> taken = new ArrayList<>();
            for (int i = 0; i < callers.size(); i++) {
                int first = i;
                taken.add(threads.submit(() -> {
                    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                    for (int order = first; order < load.orders(); order += callers.size()) {
                        callers.get(first).allocate(load.order(order));
                    }
                    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
                }));
            }
            for (Future<Long> each : taken) {
                caller += each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        same(List.of(), database.texts(SHORT.formatted(load.name())));
        same(List.of(), database.texts(OVERSOLD));
        same(List.of(), database.texts(INVERSIONS_FROM.formatted(isRuled ? "2026-04-01" : "2026-12-31")));
        return new Taken(
                caller / 1e6 / load.orders(),
                (server.nanos() - before) / 1e6 / load.orders(),
                load.orders() * load.lines() / seconds);
    }

    private static void same(List<String> expected, List<String> found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException("reserved is " + found + " instead of " + expected);
        }
    }

    /** Of each lot 40 on the shelf and 5 at the dock, where nothing is allocated; one of ten is on hold, one expires too early. */
    private void stock() {
        database.unitOfWork().run(() -> {
            for (int i = 0; i < items; i++) {
                ItemNumber item = item(i);
                database.items().save(anItem(item).in("C62").packed("CS", "2").build());
                for (int n = 0; n < lots; n++) {
                    Lot lot = aLot("L" + n)
                            .of(item)
                            .from(MILL)
                            .expiring(n == 0 ? "2026-01-01" : "2027-0" + n + "-01")
                            .build();
                    database.lots().insert(lot);
                    database.stock().save(List.of(at(lot, SHELF, "40 C62"), at(lot, DOCK, "5 C62")));
                    if (n == 1) {
                        database.dispositions()
                                .save(List.of(Dispositions.of(
                                        lot.key(), Disposition.ON_HOLD, "smells", new EventId("h" + i))));
                    }
                }
            }
        });
    }

    /** Lots that nothing is left of, of the items that are ordered then: they stay in the table of lots. */
    private void gone() {
        database.sql("insert into lot (id, issuer, item, lot_number, expiry) select nextval('surrogate_id'), 'MILL',"
                + " i.item_number, 'G' || n, date '2025-01-01' + n % 300 from item i, generate_series(1, " + GONE
                + ") n where i.item_number in ("
                + IntStream.range(0, Math.min(items, ORDERED))
                        .mapToObj(n -> "'I" + n + "'")
                        .collect(Collectors.joining(", "))
                + ")");
    }

    private static StockBalance at(Lot lot, LocationId location, String amount) {
        return new StockBalance(lot.key(), Position.at(Place.location(BERLIN, location)), quantity(amount));
    }

    private void order(Load load) {
        database.unitOfWork().run(() -> {
            for (int number = 0; number < load.orders(); number++) {
                SalesOrderBuilder order = aSalesOrder(load.order(number));
                for (int line = 0; line < load.lines(); line++) {
                    order.ordering(item(load.items().applyAsInt(number * load.lines() + line)), "3 C62");
                }
                database.salesOrders().save(order.build());
            }
        });
    }

    private static ItemNumber item(int number) {
        return new ItemNumber("I" + number);
    }

    private void print(Load load, List<Taken> ours, List<Taken> theirs) {
        System.out.println(load.name() + ": " + load.callers() + " callers, orders of " + load.lines() + " lines");
        print("  LotTrace", ours);
        print("  JDBC", theirs);
        goals.atMost(
                name(load.name()) + ": processor time, times JDBC's",
                MOST_PROCESSOR_TIME,
                ratios(ours, theirs, Taken::all));
        goals.atLeast(
                name(load.name()) + ": lines a second, of JDBC's",
                FEWEST_LINES,
                ratios(ours, theirs, Taken::linesPerSecond));
    }

    private String name(String load) {
        return load + (isRuled ? ", every rule" : ", no rule") + ", %,d items of %d lots".formatted(items, lots);
    }

    private static List<Double> ratios(List<Taken> ours, List<Taken> others, ToDoubleFunction<Taken> of) {
        return IntStream.range(0, TURNS)
                .mapToObj(turn -> of.applyAsDouble(ours.get(turn)) / of.applyAsDouble(others.get(turn)))
                .toList();
    }

    private static void print(String what, List<Taken> taken) {
        System.out.println(what + ", ms of processor time an order: "
                + Spread.of(taken.stream().map(Taken::all).toList()) + "; of it the server "
                + Spread.of(taken.stream().map(Taken::server).toList()) + "; lines a second "
                + Spread.of(taken.stream().map(Taken::linesPerSecond).toList()));
    }
}
