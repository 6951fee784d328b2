package org.lottrace.health.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.health.internal.Answer.answering;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckMetadata;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.health.HealthReport;
import org.osgi.framework.ServiceReference;

class HealthServletTest {
    @ParameterizedTest
    @CsvSource({
        "OK,                      200",
        "WARN,                    200",
        "TEMPORARILY_UNAVAILABLE, 503",
        "CRITICAL,                503",
        "HEALTH_CHECK_ERROR,      503",
    })
    void the_worst_check_decides(Status worst, int code) throws Exception {
        HttpResponse<String> answer = get("", check("ledger", worst), check("database", Status.OK));

        assertEquals(code, answer.statusCode());
        assertEquals(worst + "\ndatabase OK\nledger " + worst + "\n", answer.body());
        assertEquals(List.of("start-1"), answer.headers().allValues("X-LotTrace-Start"));
    }

    @ParameterizedTest
    @CsvSource({"OK, TEMPORARILY_UNAVAILABLE", "WARN, TEMPORARILY_UNAVAILABLE", "CRITICAL, CRITICAL"})
    void a_check_that_did_not_answer_in_time_says_nothing_good(Status told, Status shown) throws Exception {
        HttpResponse<String> answer = get("", check("database", Status.OK), check("ledger", told, true));

        assertEquals(503, answer.statusCode());
        assertEquals(shown + "\ndatabase OK\nledger " + shown + "\n", answer.body());
    }

    /** Each would wait for a connection until its time is over. */
    @Test
    void while_the_database_cannot_be_used_those_that_ask_it_are_not_asked() {
        AtomicReference<Status> database = new AtomicReference<>(Status.OK);
        List<String> asked = new ArrayList<>();
        HealthCheckExecutor executor = executor(
                () -> List.of(
                        check("database", database.get()),
                        check("ledger", Status.OK, false, "lottrace", FelixHealth.ASKS_DATABASE),
                        check("network", Status.WARN)),
                asked);
        FelixHealth health =
                new FelixHealth(executor, Clock.fixed(Instant.parse("2026-11-29T11:00:00.5Z"), ZoneOffset.UTC));

        assertEquals(List.of("OK", "OK", "WARN"), statuses(health.check()));
        asked.clear();
        database.set(Status.CRITICAL);
        HealthReport report = health.check();

        assertEquals(List.of("CRITICAL", "TEMPORARILY_UNAVAILABLE", "WARN"), statuses(report));
        assertEquals(
                List.of("not asked while the database cannot be used; OK at 2026-11-29T11:00:00Z"),
                report.checks().get(1).messages());
        assertEquals(List.of("database", "database", "network"), asked);
        database.set(Status.OK);
        assertEquals(List.of("OK", "OK", "WARN"), statuses(health.check()));
    }

    private static List<String> statuses(HealthReport report) {
        return report.checks().stream().map(check -> check.status().name()).toList();
    }

    @Test
    void json_has_the_same_and_no_message() throws Exception {
        HttpResponse<String> answer = get("?format=json", check("ledger", Status.WARN));

        assertEquals("{\"status\":\"WARN\",\"checks\":[{\"name\":\"ledger\",\"status\":\"WARN\"}]}", answer.body());
        assertEquals(
                "application/json;charset=utf-8",
                answer.headers().firstValue("Content-Type").orElseThrow().toLowerCase());
    }

    @Test
    void before_the_first_check_is_there_it_is_not_available() throws Exception {
        assertEquals(503, get("").statusCode());
    }

    private static HttpResponse<String> get(String query, HealthCheckExecutionResult... results) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        HealthCheckExecutor executor = executor(() -> List.of(results), new ArrayList<>());
        context.addServlet(
                new ServletHolder(new HealthServlet(new FelixHealth(executor, Clock.systemUTC()), "start-1")),
                HealthServlet.PATH);
        server.setHandler(context);
        server.start();
        try {
            URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + HealthServlet.PATH + query);
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        } finally {
            server.stop();
        }
    }

    /**
     * Answers as Felix does: by name, or by tags, of which one with a hyphen leaves out.
     *
     * @param asked gets the names of what was asked
     */
    private static HealthCheckExecutor executor(
            Supplier<List<HealthCheckExecutionResult>> results, List<String> asked) {
        return answering(HealthCheckExecutor.class, Map.of("execute", given -> {
            HealthCheckSelector selector = (HealthCheckSelector) given.get(0);
            List<HealthCheckExecutionResult> chosen = results.get().stream()
                    .filter(result -> isChosen(result.getHealthCheckMetadata(), selector))
                    .toList();
            chosen.forEach(result -> asked.add(result.getHealthCheckMetadata().getName()));
            return chosen;
        }));
    }

    private static boolean isChosen(HealthCheckMetadata check, HealthCheckSelector selector) {
        return selector.names() == null
                ? Stream.of(selector.tags())
                        .allMatch(tag -> tag.startsWith("-")
                                ? !check.getTags().contains(tag.substring(1))
                                : check.getTags().contains(tag))
                : List.of(selector.names()).contains(check.getName());
    }

    private static HealthCheckExecutionResult check(String name, Status status) {
        return check(name, status, false);
    }

    private static HealthCheckExecutionResult check(String name, Status status, boolean timedOut) {
        return check(name, status, timedOut, "lottrace");
    }

    private static HealthCheckExecutionResult check(String name, Status status, boolean timedOut, String... tags) {
        Function<List<Object>, Object> property = key -> switch (key.get(0).toString()) {
            case "hc.name" -> name;
            case "hc.tags" -> tags;
            case "service.id" -> 1L;
            default -> null;
        };
        HealthCheckMetadata metadata =
                new HealthCheckMetadata(answering(ServiceReference.class, Map.of("getProperty", property)));
        return answering(
                HealthCheckExecutionResult.class,
                Map.of(
                        "hasTimedOut", given -> timedOut,
                        "getElapsedTimeInMs", given -> 3L,
                        "getHealthCheckMetadata", given -> metadata,
                        "getHealthCheckResult", given -> new Result(status, "connection to jdbc:secret lost")));
    }
}
