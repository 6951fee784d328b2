package org.lottrace.alert.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.felix.hc.api.Result;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.api.lease.Lease;
import org.lottrace.api.lease.Leases;
import org.lottrace.api.planning.ExpiringLot;
import org.lottrace.api.planning.RotationMeasures;

/** Lots that become due, an HTTP server and an SMTP server that take or refuse, a clock that goes on when it is told. */
class ExpiryAlertsTest {
    private final Map<String, Object> settings = new HashMap<>();
    private final List<JsonNode> posted = new ArrayList<>();
    private final List<ExpiringLot> due = new ArrayList<>();
    private final Time time = new Time();
    private boolean isHeldElsewhere;
    private boolean isBroken;
    private int answer = 204;
    private HttpServer server;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/alert", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (answer == 204) {
                posted.add(new ObjectMapper().readTree(body));
            }
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
        settings.put("webhook_url", "http://127.0.0.1:" + server.getAddress().getPort() + "/alert");
        settings.put("state_file", folder.resolve("expiry.json").toString());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void each_lot_is_told_once_and_those_of_an_hour_together() {
        ExpiryAlerts alerts = alerts();
        due(lot("A", 2), lot("B", -1));
        lookFor(alerts, Duration.ofHours(3));
        due.add(lot("C", 3));
        lookFor(alerts, Duration.ofHours(3));

        assertEquals(List.of("2 lots expire soon", "a lot expires soon"), told());
        assertEquals(
                List.of(
                        "lot MILL/BREAD/A at BER expires on 2026-03-04: 7 C62, EUR 4.50",
                        "lot MILL/BREAD/B at BER expired on 2026-03-01: 7 C62, EUR 4.50"),
                List.of(message(0, 1), message(0, 2)));
        assertTrue(message(1, 1).startsWith("lot MILL/BREAD/C "), message(1, 1));
        assertEquals("expiring", posted.get(0).path("check").asText());
    }

    @Test
    void a_lot_with_another_expiry_is_told_again_and_so_is_one_that_comes_back() {
        ExpiryAlerts alerts = alerts();
        due(lot("A", 2));
        lookFor(alerts, Duration.ofHours(2));
        due(lot("A", 1));
        lookFor(alerts, Duration.ofHours(2));
        due();
        lookFor(alerts, Duration.ofHours(2));
        due(lot("A", 1));
        lookFor(alerts, Duration.ofHours(2));

        assertEquals(3, posted.size());
    }

    @Test
    void a_restart_repeats_nothing() {
        due(lot("A", 2));
        lookFor(alerts(), Duration.ofHours(2));
        lookFor(alerts(), Duration.ofHours(2));

        assertEquals(1, posted.size());
    }

    @Test
    void more_than_a_mail_can_name_are_counted() {
        due(IntStream.rangeClosed(1, 2_103).mapToObj(n -> lot("L" + n, 2)).toArray(ExpiringLot[]::new));
        lookFor(alerts(), Duration.ofMinutes(1));

        assertEquals(List.of("2103 lots expire soon"), told());
        assertEquals(ExpiryAlerts.MOST_NAMED + 3, posted.get(0).path("messages").size());
        assertEquals("and 2003 more", message(0, ExpiryAlerts.MOST_NAMED + 1));
    }

    @Test
    void another_node_that_has_the_lease_tells_it() {
        isHeldElsewhere = true;
        due(lot("A", 2));
        ExpiryAlerts alerts = alerts();
        lookFor(alerts, Duration.ofHours(2));
        assertEquals(List.of(), told());

        isHeldElsewhere = false;
        lookFor(alerts, Duration.ofMinutes(1));
        assertEquals(1, posted.size(), "it takes over");
    }

    @Test
    void what_is_not_delivered_and_what_cannot_be_read_is_said_by_health_and_done_again() {
        ExpiryAlerts alerts = alerts();
        due(lot("A", 2));
        isBroken = true;
        lookFor(alerts, Duration.ofMinutes(1));
        assertTrue(alerts.execute().toString().contains("the database is away"), alerts.execute()::toString);
        assertEquals(Result.Status.WARN, alerts.execute().getStatus());

        isBroken = false;
        answer = 500;
        lookFor(alerts, Duration.ofMinutes(1));
        assertTrue(alerts.execute().toString().contains("answered 500"), alerts.execute()::toString);

        answer = 204;
        lookFor(alerts, Duration.ofMinutes(10));
        assertEquals(1, posted.size());
        assertEquals(Result.Status.OK, alerts.execute().getStatus());
    }

    @Test
    void what_is_configured_wrongly_is_said_by_health_with_the_file() {
        settings.put("mail_to", "anna@example.com");

        String said = alerts().execute().toString();

        assertTrue(said.contains("org.lottrace.expiry.alert.cfg"), said);
    }

    @Test
    void a_mail_says_how_many_in_its_subject_and_which_in_its_text() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            settings.put("webhook_url", "");
            settings.put("mail_to", "planner@example.com");
            settings.put("mail_from", "lottrace@example.com");
            settings.put("mail_host", "127.0.0.1");
            settings.put("mail_port", mail.getSmtp().getPort());
            settings.put("mail_security", "NONE");
            due(lot("A", 2));
            lookFor(alerts(), Duration.ofMinutes(1));

            assertTrue(mail.waitForIncomingEmail(10_000, 1));
            var message = mail.getReceivedMessages()[0];
            assertEquals("LotTrace: a lot expires soon", message.getSubject());
            assertTrue(GreenMailUtil.getBody(message).contains("MILL/BREAD/A at BER expires on 2026-03-04"));
        } finally {
            mail.stop();
        }
    }

    private void due(ExpiringLot... lots) {
        due.clear();
        due.addAll(List.of(lots));
    }

    private static ExpiringLot lot(String number, int daysLeft) {
        return new ExpiringLot(
                BERLIN,
                aLot(number).of(BREAD).key(),
                TODAY.plusDays(daysLeft),
                daysLeft,
                quantity("7 C62"),
                Optional.of(Money.parse("EUR 4.50")));
    }

    private ExpiryAlerts alerts() {
        settings.put("look_seconds", 0);
        return new ExpiryAlerts(
                measures(), leases(), time, proxy(AlertConfig.class, (method, given) -> Optional.ofNullable(
                                settings.get(method.getName()))
                        .orElseGet(method::getDefaultValue)));
    }

    private RotationMeasures measures() {
        return proxy(RotationMeasures.class, (method, given) -> {
            assertEquals("due", method.getName());
            if (isBroken) {
                throw new IllegalStateException("the database is away");
            }
            return due.stream().skip((int) given[2]).limit((int) given[3]).toList();
        });
    }

    /** One lease that this node has, or another one. */
    private Leases leases() {
        return proxy(
                Leases.class,
                (method, given) -> isHeldElsewhere
                        ? Optional.empty()
                        : Optional.of(new Lease("expiry-alerts", "here", 1, time.now.plusSeconds(600))));
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> answers.of(method, given)));
    }

    private interface Answers {
        Object of(Method method, Object[] given);
    }

    /** As the thread does it, every 30 seconds. */
    private void lookFor(ExpiryAlerts alerts, Duration howLong) {
        for (Instant end = time.now.plus(howLong); time.now.isBefore(end); time.now = time.now.plusSeconds(30)) {
            alerts.look();
        }
    }

    private List<String> told() {
        return IntStream.range(0, posted.size()).mapToObj(n -> message(n, 0)).toList();
    }

    private String message(int alert, int line) {
        return posted.get(alert).path("messages").path(line).asText();
    }

    private static final class Time extends Clock {
        private Instant now = Instant.parse("2026-03-02T08:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
