package org.lottrace.benchmark;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lottrace.api.allocation.AllocationWaves;
import org.lottrace.api.allocation.Fairness;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.SalesOrderBuilder;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.SentStatements;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * A wave of 1,000 orders of 10 lines in a company of 10,000 items with 50 lots each, in turns with {@link AllocationRival}, which allocates
 * the same orders one after the other in the same order. Each turn begins with nothing reserved; after it nothing is oversold, no earlier lot
 * was passed over, and both have reserved the same, row by row.
 */
final class WaveComparison {
    private static final int ITEMS = Integer.getInteger("benchmark.items", 10_000);
    private static final int LOTS = Integer.getInteger("benchmark.lots", 50);
    private static final int ORDERS = Integer.getInteger("benchmark.orders", 1_000);
    private static final int LINES = 10;
    private static final int TURNS = Integer.getInteger("benchmark.turns", 5);
    /** Names, with commas between. */
    private static final String LOADS = System.getProperty("benchmark.loads", "SPREAD,SCARCE");

    private static final double NANOS = 1e9;
    private static final double MOST_SECONDS = 20;
    private static final Path RESULTS = Path.of(System.getProperty("benchmark.target", "target"), "wave.txt");
    private static final String RESERVED =
            "select concat_ws(' ', order_number, order_line, lot_id, place_code, quantity)"
                    + " from reservation order by order_number, order_line, lot_id, place_code";
    private static final String OVERSOLD = "select r.lot_id from (select lot_id, place_code, sum(quantity) quantity"
            + " from reservation group by lot_id, place_code) r left join stock s on s.lot_id = r.lot_id"
            + " and s.place_code = r.place_code where r.quantity > coalesce(s.quantity, 0)";
    private static final String INVERSIONS = "with r as (select l.id, l.item, l.expiry, s.quantity,"
            + " coalesce(sum(r.quantity), 0) reserved from lot l join stock s on s.lot_id = l.id"
            + " left join reservation r on r.lot_id = l.id group by l.id, l.item, l.expiry, s.quantity)"
            + " select e.id from r e join (select item, max(expiry) expiry from r where reserved > 0 group by item) t"
            + " on t.item = e.item where e.expiry < t.expiry and e.quantity > e.reserved";

    private final GoalTable goals = new GoalTable();
    private final TestDatabase database = TestDatabase.postgresql().withBakery();
    private final TestCompany company = TestCompany.on(database).with(Clock.class, Bakery.CLOCK);
    private final AllocationWaves waves = company.service(AllocationWaves.class);

    /** @param items over how many the lines are spread */
    private record Load(String name, int items, String pieces, boolean proportionalToo) {
        List<String> orders() {
            return IntStream.range(0, ORDERS).mapToObj(n -> name + "-" + n).toList();
        }
    }

    private interface Work {
        void run(List<String> orders) throws SQLException;
    }

    /** Seconds. */
    private record Taken(double clock, double caller, double server, int statements) {
        double processor() {
            return caller + server;
        }
    }

    void print() throws Exception {
        new LargeStock(database, company.service(Ledger.class), ITEMS, LOTS).fill();
        if (AllRules.ARE_SET) {
            AllRules.save(
                    company, IntStream.range(0, 100).mapToObj(LargeStock::item).toList());
        }
        List<Load> loads = Stream.of(
                        new Load("SPREAD", ITEMS, "11 C62", false), new Load("SCARCE", ITEMS / 50, "11 C62", true))
                .filter(load -> List.of(LOADS.split(",")).contains(load.name()))
                .toList();
        loads.forEach(this::order);
        database.sql("analyze");
        try (AllocationRival rival = new AllocationRival(database)) {
            for (Load load : loads) {
                compare(load, rival);
            }
        }
        say(goals.toString());
        company.close();
    }

    private void compare(Load load, AllocationRival rival) throws SQLException, IOException {
        List<Taken> ofOurs = new ArrayList<>();
        List<Taken> proportional = new ArrayList<>();
        List<Taken> ofTheirs = new ArrayList<>();
        for (int turn = -1; turn < TURNS; turn++) {
            Taken ours = turn(load, orders -> done(waves.allocate(orders, Fairness.AS_LISTED)));
            List<String> reserved = database.texts(RESERVED);
            Taken theirs = turn(load, orders -> {
                for (String order : orders) {
                    rival.allocate(order);
                }
            });
            if (!reserved.equals(database.texts(RESERVED))) {
                throw new IllegalStateException("both have reserved something else");
            }
            if (turn >= 0) { // the first one warms up
                ofOurs.add(ours);
                ofTheirs.add(theirs);
            }
            if (load.proportionalToo()) {
                proportional.add(turn(load, orders -> done(waves.allocate(orders, Fairness.PROPORTIONAL))));
            }
        }
        System.out.printf(
                "%s: wave of %,d orders x %d lines over %,d items%s%n",
                load.name(), ORDERS, LINES, load.items(), AllRules.ARE_SET ? ", with every rule" : "");
        print("  LotTrace", ofOurs);
        addGoal(load, "", ofOurs);
        if (load.proportionalToo()) {
            print("  LotTrace, proportional", proportional);
            addGoal(load, ", proportional", proportional);
        }
        print("  JDBC", ofTheirs);
        say("  ratio of processor time "
                + Spread.of(IntStream.range(0, TURNS)
                        .mapToObj(turn -> ofOurs.get(turn).processor()
                                / ofTheirs.get(turn).processor())
                        .toList()));
    }

    private void addGoal(Load load, String fairness, List<Taken> taken) {
        goals.atMost(
                "%s, wave of %,d orders x %d lines over %,d items%s: seconds by the clock"
                        .formatted(load.name(), ORDERS, LINES, load.items(), fairness),
                MOST_SECONDS,
                taken.stream().map(Taken::clock).toList());
    }

    private Taken turn(Load load, Work work) throws SQLException, IOException {
        database.sql("truncate table reservation, allocation_decision");
        ServerTime server = new ServerTime(database);
        long before = server.nanos();
        long caller = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        SQLException[] failed = new SQLException[1];
        int statements = SentStatements.of(() -> {
                    try {
                        work.run(load.orders());
                    } catch (SQLException e) {
                        failed[0] = e;
                    }
                })
                .size();
        if (failed[0] != null) {
            throw failed[0];
        }
        Taken taken = new Taken(
                (System.nanoTime() - begin) / NANOS,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - caller) / NANOS,
                (server.nanos() - before) / NANOS,
                statements);
        say("    " + load.name() + " " + taken);
        none(OVERSOLD);
        none(INVERSIONS);
        return taken;
    }

    private void none(String wrong) {
        List<String> found = database.texts(wrong);
        if (!found.isEmpty()) {
            throw new IllegalStateException(found.size() + " rows are wrong: " + wrong);
        }
    }

    private void order(Load load) {
        database.unitOfWork().run(() -> {
            for (int number = 0; number < ORDERS; number++) {
                SalesOrderBuilder order = aSalesOrder(load.name() + "-" + number);
                for (int line = 0; line < LINES; line++) {
                    order.ordering(LargeStock.item((number * LINES + line) % load.items()), load.pieces());
                }
                database.salesOrders().save(order.build());
            }
        });
    }

    /** Also into a file: what a test prints is seen at its end only. */
    private static void say(String line) {
        System.out.println(line);
        try {
            Files.writeString(RESULTS, line + System.lineSeparator(), CREATE, APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(String what, List<Taken> taken) {
        say(what + ", seconds by the clock: "
                + Spread.of(taken.stream().map(Taken::clock).toList()) + "; of processor time "
                + Spread.of(taken.stream().map(Taken::processor).toList()) + "; of it the server "
                + Spread.of(taken.stream().map(Taken::server).toList()) + "; statements "
                + taken.get(0).statements());
    }
}
