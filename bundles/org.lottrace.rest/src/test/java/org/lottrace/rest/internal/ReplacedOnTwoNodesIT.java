package org.lottrace.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.ProductionOrderBuilder.aProductionOrder;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.order.ProductionOrders;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.persistence.testing.TestDatabase;

/** Two nodes of one database: of two who write over the same piece of master data, the one who comes second is told so. */
class ReplacedOnTwoNodesIT {
    private static final int NO_CONTENT = 204;
    private static final int PRECONDITION_FAILED = 412;

    /** So long the first one waits for the other, who either has to wait, too, or is through long before. */
    private static final Duration PAUSE = Duration.ofMillis(700);

    /**
     * @param path of one piece of master data
     * @param field that is changed
     */
    private record Master(String path, String field, String mine, String theirs) {
        @Override
        public String toString() {
            return path;
        }
    }

    private static final List<Master> MASTERS = List.of(
            new Master("/v1/items/SALT", "description", "sea salt", "rock salt"),
            new Master("/v1/parties/MILL", "name", "Mill at the brook", "Mill on the hill"),
            new Master("/v1/sites/BER", "name", "Berlin North", "Berlin South"),
            new Master("/v1/sales-order?number=SO1", "customerOrder", "C-1", "C-2"),
            new Master("/v1/purchase-order?number=PO1", "site", "POT", "BER"),
            new Master("/v1/production-order?number=FA1", "workCentre", "oven 1", "oven 2"));

    static Stream<Arguments> masters() {
        return Stream.<Supplier<TestDatabase>>of(TestDatabase::h2, TestDatabase::postgresql)
                .flatMap(database -> MASTERS.stream().map(master -> Arguments.of(database, master)));
    }

    static Stream<Supplier<TestDatabase>> databases() {
        return Stream.of(TestDatabase::h2, TestDatabase::postgresql);
    }

    @ParameterizedTest
    @MethodSource("masters")
    void what_another_node_has_changed_since_is_not_overwritten(Supplier<TestDatabase> database, Master master)
            throws Exception {
        new Race(database.get()).of((first, second, turn) -> {
            HttpResponse<String> seen = first.get(master.path());
            assertEquals(200, seen.statusCode(), seen.body());
            String tag = seen.headers().firstValue("ETag").orElseThrow();
            assertEquals(
                    tag, second.get(master.path()).headers().firstValue("ETag").orElseThrow());
            String mine = with(seen, master.field(), master.mine());
            String theirs = with(seen, master.field(), master.theirs());

            CompletableFuture<HttpResponse<String>> one =
                    turn.begins(() -> first.send("PUT", master.path(), mine, "If-Match", tag));
            HttpResponse<String> other = second.send("PUT", master.path(), theirs, "If-Match", tag);

            assertEquals(NO_CONTENT, one.get().statusCode(), one.get().body());
            assertEquals(PRECONDITION_FAILED, other.statusCode(), other.body());
            assertTrue(other.body().contains("read it again"), other.body());
            assertEquals(
                    master.mine(),
                    RestCompany.json(second.get(master.path()))
                            .get(master.field())
                            .asText());
        });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_another_node_has_made_meanwhile_is_not_overwritten(Supplier<TestDatabase> database) throws Exception {
        new Race(database.get()).of((first, second, turn) -> {
            String salt = first.get("/v1/items/SALT").body().replace("\"SALT\"", "\"NEW\"");
            CompletableFuture<HttpResponse<String>> one =
                    turn.begins(() -> first.send("PUT", "/v1/items/NEW", salt, "If-None-Match", "*"));
            HttpResponse<String> other =
                    second.send("PUT", "/v1/items/NEW", salt.replace("KGM", "LTR"), "If-None-Match", "*");

            assertEquals(NO_CONTENT, one.get().statusCode(), one.get().body());
            assertEquals(PRECONDITION_FAILED, other.statusCode(), other.body());
            assertEquals(
                    "KGM",
                    RestCompany.json(second.get("/v1/items/NEW"))
                            .get("baseUnit")
                            .asText());
        });
    }

    private static String with(HttpResponse<String> seen, String field, String value) {
        return ((ObjectNode) RestCompany.json(seen)).put(field, value).toString();
    }

    private interface Run {
        void with(RestCompany first, RestCompany second, Turn turn) throws Exception;
    }

    /** The first node looks, then waits before it writes; only then the second one begins. */
    private static final class Turn {
        private final AtomicReference<CountDownLatch> looked = new AtomicReference<>();

        /** @return what the first node answers that writes now */
        CompletableFuture<HttpResponse<String>> begins(Supplier<HttpResponse<String>> writing) throws Exception {
            CountDownLatch latch = new CountDownLatch(1);
            looked.set(latch);
            CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(writing);
            assertTrue(latch.await(20, TimeUnit.SECONDS), "the first node has not looked");
            return answer;
        }

        /** Called by the first node after each look. */
        void looked() {
            CountDownLatch latch = looked.getAndSet(null);
            if (latch != null) {
                latch.countDown();
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private record Race(TestDatabase database) {
        void of(Run run) throws Exception {
            Turn turn = new Turn();
            try (RestCompany first = new RestCompany(database.withBakery(), turn::looked);
                    RestCompany second = new RestCompany(database.ofAnotherNode())) {
                orders(first);
                run.with(first, second, turn);
            }
        }

        private static void orders(RestCompany company) {
            assertEquals(
                    List.of(),
                    company.service(SalesOrders.class)
                            .save(List.of(
                                    aSalesOrder("SO1").ordering(BREAD, "1 CS").build())));
            assertEquals(
                    List.of(),
                    company.service(PurchaseOrders.class)
                            .save(List.of(aPurchaseOrder("PO1")
                                    .ordering(FLOUR, "1 BG", "12.50")
                                    .build())));
            assertEquals(
                    List.of(),
                    company.service(ProductionOrders.class)
                            .save(List.of(aProductionOrder("FA1")
                                    .making(BREAD, "10 CS")
                                    .of(FLOUR, "4 BG", "2.5")
                                    .build())));
        }
    }
}
