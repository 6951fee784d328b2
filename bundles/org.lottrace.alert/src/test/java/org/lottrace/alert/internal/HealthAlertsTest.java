package org.lottrace.alert.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.health.HealthReport;
import org.lottrace.api.health.HealthReport.Checked;
import org.lottrace.api.health.HealthStatus;

/** Checks that turn and hold, an HTTP server and an SMTP server that take or refuse, a clock that goes on when it is told. */
class HealthAlertsTest {
    private static final Instant NOW = Instant.parse("2026-10-01T08:00:00Z");

    private final Map<String, Object> settings = new HashMap<>();
    private final List<JsonNode> posted = new ArrayList<>();
    private final List<String> signatures = new ArrayList<>();
    private final List<byte[]> bodies = new ArrayList<>();
    private final Time time = new Time();
    private List<Checked> checks = List.of();
    private int answer = 204;
    private HttpServer server;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/alert", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            bodies.add(body);
            signatures.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-LotTrace-Signature")));
            if (answer == 204) {
                posted.add(new ObjectMapper().readTree(body));
            }
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
        settings.put("webhook_url", "http://127.0.0.1:" + server.getAddress().getPort() + "/alert");
        settings.put("state_file", folder.resolve("health/alerts.json").toString());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void what_holds_is_told_once_with_its_cause_and_again_when_it_is_over() {
        HealthAlerts alerts = alerts();

        is("notices", HealthStatus.WARN, "SMTP is away; call them");
        lookFor(alerts, Duration.ofMinutes(10));
        is("notices", HealthStatus.OK, "all sent");
        lookFor(alerts, Duration.ofMinutes(10));

        assertEquals(List.of("notices WARN", "notices OK"), told());
        assertEquals(
                "SMTP is away; call them",
                posted.get(0).path("messages").path(0).asText());
    }

    @Test
    void what_gets_worse_is_told_too() {
        HealthAlerts alerts = alerts();

        is("ledger", HealthStatus.WARN, "behind");
        lookFor(alerts, Duration.ofMinutes(5));
        is("ledger", HealthStatus.CRITICAL, "changed");
        lookFor(alerts, Duration.ofMinutes(5));

        assertEquals(List.of("ledger WARN", "ledger CRITICAL"), told());
    }

    @Test
    void what_comes_and_goes_is_not_told() {
        HealthAlerts alerts = alerts();

        for (int i = 0; i < 20; i++) {
            is("notices", i % 2 == 0 ? HealthStatus.WARN : HealthStatus.OK, "");
            lookFor(alerts, Duration.ofSeconds(90));
        }

        assertEquals(List.of(), told());
    }

    @Test
    void a_restart_repeats_nothing_and_forgets_nothing() {
        is("notices", HealthStatus.WARN, "");
        lookFor(alerts(), Duration.ofMinutes(5));

        lookFor(alerts(), Duration.ofMinutes(5));
        assertEquals(List.of("notices WARN"), told());

        is("notices", HealthStatus.OK, "");
        lookFor(alerts(), Duration.ofMinutes(5));
        assertEquals(List.of("notices WARN", "notices OK"), told());
    }

    @Test
    void while_the_database_is_away_it_alone_is_told() {
        HealthAlerts alerts = alerts();
        checks = List.of(
                checked("database", HealthStatus.CRITICAL, "the disk is full"),
                checked("ledger", HealthStatus.CRITICAL, "cannot be read"));
        lookFor(alerts, Duration.ofMinutes(5));

        assertEquals(List.of("database CRITICAL"), told());
    }

    @Test
    void what_starts_is_waited_for_and_what_fails_itself_is_critical() {
        HealthAlerts alerts = alerts();

        is("services", HealthStatus.TEMPORARILY_UNAVAILABLE, "starting");
        lookFor(alerts, Duration.ofMinutes(9));
        assertEquals(List.of(), told());

        is("services", HealthStatus.HEALTH_CHECK_ERROR, "a defect");
        lookFor(alerts, Duration.ofMinutes(3));
        assertEquals(List.of("services CRITICAL"), told());
    }

    @Test
    void a_delivery_that_fails_is_tried_again_less_and_less_often_and_health_says_so() {
        HealthAlerts alerts = alerts();
        answer = 500;
        is("notices", HealthStatus.WARN, "");
        lookFor(alerts, Duration.ofMinutes(12));

        assertEquals(5, bodies.size(), "after 0, 30, 90, 210 and 450 seconds");
        assertEquals(Result.Status.WARN, alerts.execute().getStatus());
        assertTrue(alerts.execute().toString().contains("answered 500"), alerts.execute()::toString);

        answer = 204;
        lookFor(alerts, Duration.ofMinutes(12));

        assertEquals(List.of("notices WARN"), told());
        assertEquals(Result.Status.OK, alerts.execute().getStatus());
        assertEquals(1, bodies.stream().map(body -> id(body)).distinct().count(), "the same alert");
    }

    @Test
    void what_was_not_delivered_before_a_restart_is_delivered_after_it() {
        answer = 500;
        is("notices", HealthStatus.WARN, "");
        lookFor(alerts(), Duration.ofMinutes(3));

        answer = 204;
        lookFor(alerts(), Duration.ofSeconds(30));

        assertEquals(List.of("notices WARN"), told());
    }

    @Test
    void the_signature_proves_the_body() throws Exception {
        settings.put("webhook_secret", "between us");
        is("notices", HealthStatus.WARN, "");
        lookFor(alerts(), Duration.ofMinutes(3));

        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("between us".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertEquals("sha256=" + HexFormat.of().formatHex(mac.doFinal(bodies.get(0))), signatures.get(0));
    }

    @Test
    void a_damaged_file_is_no_reason_to_be_silent() throws IOException {
        Files.createDirectories(folder.resolve("health"));
        Files.writeString(folder.resolve("health/alerts.json"), "{\"told\":");
        is("notices", HealthStatus.WARN, "");

        lookFor(alerts(), Duration.ofMinutes(3));

        assertEquals(List.of("notices WARN"), told());
    }

    @Test
    void a_file_that_cannot_be_written_keeps_no_alert_back_and_health_says_so() throws IOException {
        settings.put(
                "state_file",
                Files.writeString(folder.resolve("no-folder"), "")
                        .resolve("alerts.json")
                        .toString());
        HealthAlerts alerts = alerts();
        is("database", HealthStatus.CRITICAL, "the disk is full");

        lookFor(alerts, Duration.ofMinutes(5));

        assertEquals(List.of("database CRITICAL"), told());
        assertEquals(Result.Status.WARN, alerts.execute().getStatus());
    }

    @ParameterizedTest
    @CsvSource({
        "webhook_url,   http://example.com/alert",
        "webhook_url,   ftp://127.0.0.1/",
        "webhook_url,   https://user:secret@example.com/",
        "webhook_url,   not an address",
        "mail_to,       anna@example.com",
        "mail_to,       anna@",
    })
    void what_is_configured_wrongly_is_said_by_health(String setting, String value) {
        settings.put(setting, value);

        Result result = alerts().execute();

        assertEquals(Result.Status.WARN, result.getStatus());
        assertTrue(result.toString().contains("org.lottrace.health.alert.cfg"), result::toString);
        assertFalse(result.toString().contains("secret@"), result::toString);
    }

    @Test
    void mail_says_in_its_subject_what_is_wrong_and_in_its_text_why() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            settings.put("webhook_url", "");
            settings.put("mail_to", "anna@example.com,bert@example.com");
            settings.put("mail_from", "lottrace@example.com");
            settings.put("mail_host", "127.0.0.1");
            settings.put("mail_port", mail.getSmtp().getPort());
            settings.put("mail_security", "NONE");
            is("database", HealthStatus.CRITICAL, "the disk is full; make room");
            lookFor(alerts(), Duration.ofMinutes(5));

            assertTrue(mail.waitForIncomingEmail(10_000, 2));
            assertEquals(2, mail.getReceivedMessages().length, "one for each");
            var message = mail.getReceivedMessages()[0];
            assertTrue(message.getSubject().endsWith("database is CRITICAL"), message.getSubject());
            assertTrue(GreenMailUtil.getBody(message).contains("the disk is full; make room"));
        } finally {
            mail.stop();
        }
    }

    private HealthAlerts alerts() {
        return new HealthAlerts(() -> new HealthReport(checks), time, config());
    }

    private AlertConfig config() {
        settings.put("look_seconds", 0);
        return (AlertConfig) Proxy.newProxyInstance(
                AlertConfig.class.getClassLoader(),
                new Class<?>[] {AlertConfig.class},
                (self, method, given) -> settings.getOrDefault(method.getName(), method.getDefaultValue()));
    }

    private void is(String check, HealthStatus status, String message) {
        checks = List.of(checked("database", HealthStatus.OK, ""), checked(check, status, message)).stream()
                .filter(one -> !check.equals("database") || one.status() == status)
                .toList();
    }

    private static Checked checked(String name, HealthStatus status, String message) {
        return new Checked(name, name, status, List.of(message), 1);
    }

    /** As the thread does it, every 30 seconds. */
    private void lookFor(HealthAlerts alerts, Duration howLong) {
        for (Instant end = time.now.plus(howLong); time.now.isBefore(end); time.now = time.now.plusSeconds(30)) {
            alerts.look();
        }
    }

    private List<String> told() {
        return posted.stream()
                .map(alert -> alert.path("check").asText() + " "
                        + alert.path("status").asText())
                .toList();
    }

    private static String id(byte[] body) {
        try {
            return new ObjectMapper().readTree(body).path("id").asText();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Time extends Clock {
        private Instant now = NOW;

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
