package org.lottrace.metrics.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.PartyBuilder.aParty;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.audit.AuditBacklog;
import org.lottrace.api.audit.AuditEntry;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.api.audit.AuditQuery;
import org.lottrace.api.edi.CheckedFile;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.FilePreview;
import org.lottrace.api.edi.InterchangeFilter;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.InterchangeText;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.health.DatabasePool;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.EndedOperation;
import org.lottrace.api.operation.EndedOperation.Ending;
import org.lottrace.api.operation.Role;
import org.lottrace.api.operation.TimeLimit;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.Party;
import org.lottrace.api.transaction.StoreUnavailableException;
import org.lottrace.api.violation.Violation;
import org.lottrace.operation.testing.TestOperations;

/** Reads what Prometheus would read. */
class MetricsTest {
    private static final Pattern SAMPLE =
            Pattern.compile("([a-z][a-z0-9_]*)(\\{(?:[a-z_]+=\"[^\"]*\",?)*\\})? (-?[0-9.E+-]+|NaN|[+-]Inf)");

    private final Meters meters = new Meters();
    private final Log log = new Log();
    private final MetricsService metrics = new MetricsService(
            meters, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), null, log, new Partners(), new Pool(), new Audit());
    private final OperationMeter operations = new OperationMeter(meters);
    private Server server;

    @AfterEach
    void end() throws Exception {
        meters.end();
        if (server != null) {
            server.stop();
        }
    }

    @Test
    void operations_are_counted_and_timed_by_how_they_end() {
        operations.ended(new EndedOperation("lot.hold", Ending.DONE, List.of(), Duration.ofMillis(50)));
        assertEquals(1, value("lottrace_operation_duration_seconds_count{operation=\"lot.hold\",outcome=\"done\"}"));

        operations.ended(new EndedOperation("lot.hold", Ending.DONE, List.of(), Duration.ofSeconds(1)));
        operations.ended(new EndedOperation("lot.hold", Ending.FAILED, List.of(), Duration.ofSeconds(1)));

        assertEquals(2, value("lottrace_operation_duration_seconds_count{operation=\"lot.hold\",outcome=\"done\"}"));
        assertEquals(
                1,
                value(
                        "lottrace_operation_duration_seconds_bucket{operation=\"lot.hold\",outcome=\"done\",le=\"0.1\"}"));
        assertEquals(1, value("lottrace_operation_duration_seconds_count{operation=\"lot.hold\",outcome=\"failed\"}"));
    }

    @Test
    void refusals_are_counted_by_reason_and_a_reason_that_nobody_knows_makes_no_series_of_its_own() {
        List<String> codes = List.of("LOT_UNKNOWN", "MOON_FULL", "MOON_NEW");
        operations.ended(new EndedOperation("lot.hold", Ending.REFUSED, codes, Duration.ofMillis(5)));
        operations.ended(new EndedOperation("lot.hold", Ending.REFUSED, codes, Duration.ofMillis(5)));

        assertEquals(2, value("lottrace_refusals_total{code=\"LOT_UNKNOWN\",operation=\"lot.hold\"}"));
        assertEquals(4, value("lottrace_refusals_total{code=\"OTHER\",operation=\"lot.hold\"}"));
        assertFalse(metrics.text().contains("MOON"));
    }

    @Test
    void files_are_counted_once_by_partner_and_what_became_of_them_and_again_when_that_changes() {
        String mill = "lottrace_interchanges_total{direction=\"INBOUND\",partner=\"MILL\",status=\"%s\"}";
        log.newest.add(interchange(1, InterchangeStatus.ACCEPTED, "ZZ:MILL", Instant.EPOCH.minusSeconds(1)));
        log.newest.add(interchange(2, InterchangeStatus.ACCEPTED, "ZZ:MILL", Instant.EPOCH));
        log.newest.add(interchange(3, InterchangeStatus.QUARANTINED, "ZZ:NOBODY", Instant.EPOCH));
        metrics.text();
        assertEquals(
                1, value(mill.formatted("ACCEPTED")), "what came before the start, and what is seen twice, counts not");

        log.newest.set(2, interchange(3, InterchangeStatus.RELEASED, "ZZ:NOBODY", Instant.EPOCH));
        for (int i = 4; i <= 300; i++) {
            log.newest.add(interchange(i, InterchangeStatus.REJECTED, "ZZ:MILL", Instant.EPOCH));
        }

        assertEquals(1, value(mill.formatted("ACCEPTED")));
        assertEquals(297, value(mill.formatted("REJECTED")), "more than one page");
        String unknown = "lottrace_interchanges_total{direction=\"INBOUND\",partner=\"unknown\",status=\"%s\"}";
        assertEquals(1, value(unknown.formatted("QUARANTINED")));
        assertEquals(1, value(unknown.formatted("RELEASED")));
        assertFalse(metrics.text().contains("NOBODY"), "an address that nobody has");
    }

    @Test
    void waiting_for_locks_is_timed() {
        LockMeter locks = new LockMeter(meters);
        locks.locked(Duration.ofNanos(300_000));
        locks.locked(Duration.ofSeconds(3));

        assertEquals(2, value("lottrace_database_lock_seconds_count"));
        assertEquals(1, value("lottrace_database_lock_seconds_bucket{le=\"2.0\"}"));
    }

    @Test
    void interchanges_connections_and_the_audit_log_are_told_as_they_are_now() {
        log.newest.add(interchange(InterchangeStatus.REJECTED));
        assertEquals(1, value("lottrace_interchanges_newest{direction=\"INBOUND\",status=\"REJECTED\"}"));

        log.newest.add(interchange(InterchangeStatus.REJECTED));
        log.newest.add(interchange(InterchangeStatus.ACCEPTED));

        assertEquals(2, value("lottrace_interchanges_newest{direction=\"INBOUND\",status=\"REJECTED\"}"));
        assertEquals(1, value("lottrace_interchanges_newest{direction=\"INBOUND\",status=\"ACCEPTED\"}"));
        assertFalse(metrics.text().contains("SENDER"), "no partner");
        assertEquals(3, value("lottrace_database_connections{state=\"active\"}"));
        assertEquals(1, value("lottrace_database_connections{state=\"waiting\"}"));
        assertEquals(2, value("lottrace_database_lock_waits"));
        assertEquals(5, value("lottrace_audit_entries{state=\"lost\"}"));
    }

    @Test
    void what_the_database_would_have_to_say_is_left_out_while_it_is_away() {
        log.newest.add(interchange(InterchangeStatus.REJECTED));
        assertTrue(metrics.text().contains("lottrace_interchanges_newest{"));

        log.isAway = true;

        assertFalse(metrics.text().contains("lottrace_interchanges_newest{"));
        assertFalse(metrics.text().contains("lottrace_database_lock_waits "));
        assertTrue(metrics.text().contains("jvm_memory_used_bytes"));
    }

    @Test
    void every_line_can_be_read_by_prometheus_and_memory_threads_and_collections_are_there() {
        Map<String, Double> samples = samples();

        for (String name :
                List.of("jvm_memory_used_bytes", "jvm_threads_live_threads", "jvm_gc_", "process_uptime_seconds")) {
            assertTrue(samples.keySet().stream().anyMatch(sample -> sample.startsWith(name)), name);
        }
    }

    @Test
    void administrators_and_auditors_read_it_and_others_are_refused() throws Exception {
        for (Role role : Role.values()) {
            if (role.isOfLogin()) {
                start(Set.of(role), new HttpServlet() {
                    private static final long serialVersionUID = 1L;
                });
                HttpResponse<String> answer = get("/lottrace/metrics", "");
                boolean may = Set.of(Role.ADMINISTRATOR, Role.AUDITOR).contains(role);
                assertEquals(may ? 200 : 403, answer.statusCode(), role.code());
                assertEquals(may, answer.body().contains("jvm_memory_used_bytes"), role.code());
                server.stop();
            }
        }
    }

    @Test
    void an_answer_that_takes_too_long_is_said_to_have_taken_too_long() throws Exception {
        log.isTooSlow = true;
        start(Set.of(Role.ADMINISTRATOR), new HttpServlet() {
            private static final long serialVersionUID = 1L;
        });

        HttpResponse<String> answer = get("/lottrace/metrics", "");

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().startsWith("the answer took longer than 120 seconds"), answer.body());
    }

    @Test
    void requests_are_counted_by_status_and_each_is_told_its_name() throws Exception {
        start(Set.of(Role.ADMINISTRATOR), new HttpServlet() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) {
                response.setStatus(404);
            }
        });

        HttpResponse<String> first = get("/lottrace/other", "erp-4711");
        HttpResponse<String> second = get("/lottrace/other", "two words");

        assertEquals("erp-4711", first.headers().firstValue("X-Request-Id").orElseThrow());
        assertTrue(
                second.headers().firstValue("X-Request-Id").orElseThrow().matches("[0-9a-f-]{36}"),
                "what could write lines into the log is not taken");
        assertEquals(2, value("lottrace_http_requests_total{status=\"4xx\"}"));
    }

    private void start(Set<Role> roles, HttpServlet other) throws Exception {
        server = new Server(new InetSocketAddress("127.0.0.1", 0));
        ServletContextHandler context = new ServletContextHandler("/lottrace");
        Filter gate = (request, response, chain) -> {
            request.setAttribute(Caller.class.getName(), new Caller("anna", roles));
            chain.doFilter(request, response);
        };
        context.addFilter(new FilterHolder(gate), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addFilter(
                new FilterHolder(new RequestMeter(meters.registry())), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(new MetricsServlet(TestOperations.over(metrics))), MetricsServlet.PATH);
        context.addServlet(new ServletHolder(other), "/other");
        server.setHandler(context);
        server.start();
    }

    private HttpResponse<String> get(String path, String id) throws IOException, InterruptedException {
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (!id.isEmpty()) {
            request.header("X-Request-Id", id);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private double value(String sample) {
        Double value = samples().get(sample);
        assertTrue(value != null, () -> sample + " is not in " + metrics.text());
        return value;
    }

    /** Fails on whatever is no sample and no comment. */
    private Map<String, Double> samples() {
        Map<String, Double> samples = new TreeMap<>();
        metrics.text().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            Matcher sample = SAMPLE.matcher(line);
            assertTrue(sample.matches(), line);
            String key = sample.group(1) + Optional.ofNullable(sample.group(2)).orElse("");
            assertTrue(samples.put(key, Double.valueOf(sample.group(3).replace("Inf", "Infinity"))) == null, line);
        });
        return samples;
    }

    private static InterchangeRecord interchange(InterchangeStatus status) {
        return interchange(1, status, "SENDER", Instant.EPOCH);
    }

    private static InterchangeRecord interchange(long id, InterchangeStatus status, String sender, Instant at) {
        return new InterchangeRecord(
                id, Direction.INBOUND, sender, "RECEIVER", "1", List.of("856"), "a.edi", status, at, List.of());
    }

    private static final class Log implements Interchanges {
        private final List<InterchangeRecord> newest = new ArrayList<>();
        private boolean isAway;
        private boolean isTooSlow;

        @Override
        public List<Violation> send(OutboundTransactionSet set) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FilePreview preview(byte[] content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CheckedFile examine(byte[] content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Violation> check(byte[] content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<InterchangeRecord> before(Optional<Long> before, InterchangeFilter filter, int limit) {
            return recent(limit).stream()
                    .filter(record -> before.isEmpty() || record.id() < before.get())
                    .sorted(Comparator.comparing(InterchangeRecord::id).reversed())
                    .limit(limit)
                    .toList();
        }

        @Override
        public Optional<InterchangeRecord> find(long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<InterchangeText> text(long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<InterchangeRecord> recent(int limit) {
            if (isTooSlow) {
                throw tooSlow();
            }
            if (isAway) {
                throw new StoreUnavailableException("away", null);
            }
            return List.copyOf(newest);
        }
    }

    private static RuntimeException tooSlow() {
        try {
            return TimeLimit.within(
                    Duration.ofSeconds(120),
                    () -> TimeLimit.current().orElseThrow().exceeded());
        } catch (Exception never) {
            throw new AssertionError(never);
        }
    }

    /** The mill is the one partner. */
    private static final class Partners implements PartnerDirectory {
        @Override
        public List<Violation> save(List<Party> parties) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Party> find(PartyId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Party> find(EdiAddress address) {
            return address.equals(new EdiAddress("ZZ", "MILL"))
                    ? Optional.of(aParty("MILL").build())
                    : Optional.empty();
        }

        @Override
        public List<Party> all() {
            throw new UnsupportedOperationException();
        }
    }

    private final class Pool implements DatabasePool {
        @Override
        public Use use() {
            return new Use(3, 7, 1, 10);
        }

        @Override
        public int waitingForLocks() {
            if (log.isAway) {
                throw new StoreUnavailableException("away", null);
            }
            return 2;
        }
    }

    private static final class Audit implements AuditLog {
        @Override
        public void configured(Caller caller, String part, String detail) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<AuditEntry> list(AuditQuery query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void providerLogin(String user, String address, Set<Role> roles) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void partnerLogin(String partner, String address, String channel) {
            throw new AssertionError();
        }

        @Override
        public void partnerLoginFailed(String partner, String address, String channel) {
            throw new AssertionError();
        }

        @Override
        public void providerLoginFailed(String address) {
            throw new UnsupportedOperationException();
        }

        @Override
        public AuditBacklog backlog() {
            return new AuditBacklog(0, 5, Optional.empty());
        }
    }
}
