package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lottrace.it.endtoend.LotTraceProcess.Outcome;
import org.lottrace.persistence.testing.EmbeddedPostgresql;

/**
 * Two installations on one PostgreSQL, each a process of its own, and eight callers who allocate the same orders of ten items on both at
 * once: each order by itself on one node, and in a wave on the other one. {@code -Dit.whole=true} takes five times as many.
 */
class TwoNodesIT {
    private static final int ITEMS = 10;
    private static final int LOTS = 20;
    private static final int CALLERS = 8;
    private static final int WAVE = 5;
    private static final int LINES = 2;
    private static final int ORDERS = Size.isWhole() ? 400 : 80;
    /** Enough for all, and some lots more that nobody may touch. */
    private static final int PIECES = ORDERS * LINES / ITEMS / LOTS + 1;

    private static final String PERSISTENCE = "org.lottrace.persistence.cfg";
    private static final LocalDate FIRST_EXPIRY = LocalDate.of(2027, 3, 1);
    private static final String OVERSOLD = "select count(*) from (select lot_id, place_code, sum(quantity) quantity"
            + " from reservation group by lot_id, place_code) r left join stock s on s.lot_id = r.lot_id"
            + " and s.place_code = r.place_code where r.quantity > coalesce(s.quantity, 0)";
    /** A lot of which something is left, and one of its item that expires later is reserved. */
    private static final String INVERSIONS = "with r as (select l.id, l.item, l.expiry, s.quantity,"
            + " coalesce(sum(r.quantity), 0) reserved from lot l join stock s on s.lot_id = l.id"
            + " left join reservation r on r.lot_id = l.id where l.item like 'TWO-%' group by l.id, l.item, l.expiry, s.quantity)"
            + " select count(*) from r e join (select item, max(expiry) expiry from r where reserved > 0 group by item) t"
            + " on t.item = e.item where e.expiry < t.expiry and e.quantity > e.reserved";

    private static final String NOT_ALL_SERVED =
            "select count(*) from sales_order_line o left join (select order_number,"
                    + " order_line, sum(quantity) quantity from reservation group by order_number, order_line) r"
                    + " on r.order_number = o.order_number and r.order_line = o.line_number"
                    + " where o.order_number like 'TWO-%' and o.quantity <> coalesce(r.quantity, 0)";

    private static String database;
    private static LotTraceProcess one;
    private static LotTraceProcess other;

    @BeforeAll
    static void two_nodes_start_on_one_database() throws Exception {
        database = EmbeddedPostgresql.newDatabase("two_nodes");
        one = node("node-one");
        other = node("node-two");
        succeeds(one.script("run"));
        succeeds(other.runWithoutSampleCompany());
    }

    @AfterAll
    static void stop() throws IOException {
        one.close();
        other.close();
    }

    @Test
    void eight_callers_on_two_nodes_sell_nothing_twice_and_pass_no_earlier_lot_over() throws Exception {
        goodsCome();
        ordersCome();

        List<Callable<Void>> work = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            int first = caller / 2;
            work.add(caller % 2 == 0 ? () -> allocate(one, first) : () -> allocateInWaves(other, first));
        }
        atOnce(work);

        assertEquals(0, count(OVERSOLD), "lots that gave more than they have");
        assertEquals(0, count(INVERSIONS), "earlier lots that were passed over");
        assertEquals(0, count(NOT_ALL_SERVED), "order lines that have not what they want");
        assertEquals(ORDERS * LINES, count("select sum(quantity) from reservation where order_number like 'TWO-%'"));
        succeeds(one.script("shell", "lot:verify"));
        succeeds(other.script("shell", "lot:verify"));
    }

    private static Void allocate(LotTraceProcess node, int first) throws Exception {
        for (int order = first; order < ORDERS; order += CALLERS / 2) {
            post(node, "/v1/sales-order/allocation?number=TWO-" + order, "");
        }
        return null;
    }

    private static Void allocateInWaves(LotTraceProcess node, int first) throws Exception {
        for (int order = first * WAVE; order < ORDERS; order += WAVE * CALLERS / 2) {
            String orders = IntStream.range(order, Math.min(ORDERS, order + WAVE))
                    .mapToObj(number -> "\"TWO-" + number + "\"")
                    .collect(Collectors.joining(", "));
            post(
                    node,
                    "/v1/sales-orders/allocate",
                    "{\"salesOrders\": [" + orders + "], \"fairness\": \"BY_DELIVERY_DATE\"}");
        }
        return null;
    }

    /** Who expires first has the highest number, and comes last. */
    private static void goodsCome() throws Exception {
        String items = IntStream.range(0, ITEMS)
                .mapToObj(item -> "{\"number\": \"TWO-" + item
                        + "\", \"description\": \"of two nodes\", \"type\": \"FINISHED_GOOD\", \"baseUnit\": \"C62\"}")
                .collect(Collectors.joining(", "));
        post(one, "/v1/items", "{\"items\": [" + items + "]}");
        for (int item = 0; item < ITEMS; item++) {
            String of = "NORDLICHT/TWO-" + item + "/L";
            String lines = IntStream.range(0, LOTS)
                    .mapToObj(lot -> "{\"lot\": {\"key\": \"" + of + lot + "\", \"expiry\": \""
                            + FIRST_EXPIRY.plusDays(LOTS - lot) + "\"}, \"location\": \"FG-1\", \"quantity\": \""
                            + PIECES
                            + ":C62\", \"cost\": \"0.50:EUR/C62\"}")
                    .collect(Collectors.joining(", "));
            post(
                    item % 2 == 0 ? one : other,
                    "/v1/movements/openings",
                    "{\"context\": {\"id\": \"two-" + item
                            + "\", \"effective\": \"2026-11-25T07:00:00Z\", \"site\": \"HAM\"}, \"countSheet\": \"TWO-"
                            + item + "\", \"lines\": [" + lines + "]}");
        }
    }

    private static void ordersCome() throws Exception {
        for (int from = 0; from < ORDERS; from += ITEMS) {
            String orders = IntStream.range(from, from + ITEMS)
                    .mapToObj(number -> "{\"number\": \"TWO-" + number
                            + "\", \"customer\": \"C-501\", \"customerOrder\": \"two\", \"shipFrom\": \"HAM\","
                            + " \"deliveryDate\": \"2026-12-01\", \"lines\": [" + line(1, number) + ", "
                            + line(2, number * 7 + 3) + "]}")
                    .collect(Collectors.joining(", "));
            post(from % 2 == 0 ? one : other, "/v1/sales-orders", "{\"orders\": [" + orders + "]}");
        }
    }

    private static String line(int number, int item) {
        return "{\"number\": " + number + ", \"item\": \"TWO-" + item % ITEMS + "\", \"quantity\": \"1:C62\"}";
    }

    private static void post(LotTraceProcess node, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(node.address() + "/lottrace/api" + path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", node.authorization().substring("Authorization: ".length()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertTrue(answer.statusCode() < 300, () -> path + " " + answer.statusCode() + " " + answer.body());
    }

    private static void atOnce(List<Callable<Void>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            CountDownLatch begin = new CountDownLatch(1);
            List<Future<Void>> all = new ArrayList<>();
            for (Callable<Void> each : work) {
                all.add(threads.submit(() -> {
                    begin.await();
                    return each.call();
                }));
            }
            begin.countDown();
            for (Future<Void> each : all) {
                each.get(5, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static LotTraceProcess node(String name) throws IOException {
        LotTraceProcess node = new LotTraceProcess(name);
        Path etc = Files.createDirectories(node.data("karaf/etc"));
        String shipped = Files.readString(
                Path.of(System.getProperty("it.checkout"), "features/distribution/target/assembly/etc/" + PERSISTENCE));
        Files.writeString(
                etc.resolve(PERSISTENCE),
                shipped.replaceAll("(?m)^url = .*", "url = " + database)
                        .replaceAll("(?m)^user = .*", "user = postgres")
                        .replaceAll("(?m)^password =.*", "password ="));
        return node;
    }

    private static void succeeds(Outcome outcome) {
        assertEquals(0, outcome.status(), outcome.output());
    }

    private static long count(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
