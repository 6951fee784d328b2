package org.lottrace.rest.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.lottrace.api.account.AccountRules;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.AllocationRules;
import org.lottrace.api.allocation.LostReservations;
import org.lottrace.api.allocation.SoftReservations;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.Consignments;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.LotReview;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.MovementList;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.handover.AccountNumbers;
import org.lottrace.api.handover.JournalReceivers;
import org.lottrace.api.intake.ImportMappings;
import org.lottrace.api.intake.Imports;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotNumbering;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.master.Masters;
import org.lottrace.api.movement.Corrections;
import org.lottrace.api.movement.LogisticUnits;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.SerialPieces;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.order.OrderProgress;
import org.lottrace.api.order.ProductionOrders;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.overview.PastStock;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.recall.Recall;
import org.lottrace.api.right.LotRights;
import org.lottrace.api.rootcause.RootCause;
import org.lottrace.api.seal.RecordSeals;
import org.lottrace.api.thirdparty.ThirdPartyWarehouses;
import org.lottrace.api.transaction.RecordLocks;
import org.lottrace.company.TestCompany;
import org.lottrace.operation.testing.TestOperations;
import org.lottrace.persistence.testing.TestDatabase;
import org.lottrace.rest.internal.feed.FeedLimits;
import org.lottrace.rest.internal.feed.FeedServlet;
import org.lottrace.web.gate.testing.GatedServer;

/** The bakery with its real services on an in-memory database, and REST before them behind the gate. */
final class RestCompany implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    private final TestCompany services;
    private final FeedServlet feed;
    private final GatedServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    RestCompany() {
        this(TestDatabase.h2().withBakery());
    }

    RestCompany(TestDatabase database) {
        this(database, () -> {});
    }

    /**
     * One node.
     *
     * @param looked runs after each look at one piece of master data
     */
    RestCompany(TestDatabase database, Runnable looked) {
        this(database, looked, new String[0]);
    }

    /** @param booksOf whose books a login may use, as the configuration has it */
    RestCompany(TestDatabase database, Runnable looked, String... booksOf) {
        services = TestCompany.on(database).with(Clock.class, Bakery.CLOCK);
        Operations operations = TestOperations.over(
                booksOf,
                services.service(Allocation.class),
                services.service(AllocationRules.class),
                looking(ItemCatalog.class, looked),
                services.service(Masters.class),
                services.service(LotRights.class),
                looking(SiteDirectory.class, looked),
                looking(PartnerDirectory.class, looked),
                looking(PurchaseOrders.class, looked),
                looking(SalesOrders.class, looked),
                looking(ProductionOrders.class, looked),
                services.service(MovementCapture.class),
                services.service(LogisticUnits.class),
                services.service(ThirdPartyWarehouses.class),
                services.service(Holds.class),
                services.service(LotUsability.class),
                services.service(Corrections.class),
                services.service(ExceptionCases.class),
                services.service(SerialPieces.class),
                services.service(StockOnHand.class),
                services.service(PastStock.class),
                services.service(Ledger.class),
                services.service(LedgerFollowers.class),
                services.service(RecordSeals.class),
                services.service(LotNumbering.class),
                services.service(AllocationDecisions.class),
                services.service(SoftReservations.class),
                services.service(LostReservations.class),
                services.service(LotCosting.class),
                services.service(AccountRules.class),
                services.service(AccountNumbers.class),
                services.service(JournalReceivers.class),
                services.service(CostEntries.class),
                services.service(CostHistory.class),
                services.service(LotReview.class),
                services.service(Companies.class),
                services.service(Consignments.class),
                services.service(Genealogy.class),
                services.service(MovementList.class),
                services.service(LotCorrections.class),
                services.service(OrderProgress.class),
                services.service(Recall.class),
                services.service(RootCause.class),
                services.service(LotMaster.class),
                services.service(Imports.class),
                services.service(ImportMappings.class));
        feed = new FeedServlet(
                operations,
                new FeedLimits(
                        3,
                        2,
                        Duration.ofMillis(20),
                        Duration.ofMillis(200),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(1)));
        server = GatedServer.startWithRest(
                new RestApplication(operations, services.service(RecordLocks.class)), Map.of("/v1/feed", feed));
    }

    /** @return the service, with something that runs after each look of it */
    private <T> T looking(Class<T> type, Runnable looked) {
        T service = services.service(type);
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(service, arguments);
                        if (method.getName().equals("find")) {
                            looked.run();
                        }
                        return answer;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }

    <T> T service(Class<T> type) {
        return services.service(type);
    }

    FeedServlet feed() {
        return feed;
    }

    HttpClient client() {
        return client;
    }

    /** @return a request of the user {@code erp} below {@code /lottrace/api} */
    HttpRequest.Builder request(String path) {
        return requestAs("erp", path);
    }

    HttpRequest.Builder requestAs(String user, String path) {
        return HttpRequest.newBuilder(server.uri("/lottrace/api" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", GatedServer.basic(user, "secret"));
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> post(String path, String body) {
        return send("POST", path, body);
    }

    HttpResponse<String> send(String verb, String path, String body, String... headers) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        return send((headers.length == 0 ? request : request.headers(headers))
                .method(verb, HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException broken) {
            throw new AssertionError(answer.body(), broken);
        }
    }

    /** @return code and path of each problem */
    static List<String> problems(HttpResponse<String> answer) {
        return json(answer).get("violations").findParents("code").stream()
                .map(one -> (one.get("code").asText() + " " + one.get("path").asText()).strip())
                .toList();
    }

    @Override
    public void close() {
        feed.stop();
        server.close();
        services.close();
    }
}
