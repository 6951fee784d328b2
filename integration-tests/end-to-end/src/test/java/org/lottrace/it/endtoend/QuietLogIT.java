package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.lottrace.it.endtoend.LotTraceProcess.Outcome;
import org.lottrace.persistence.testing.EmbeddedPostgresql;
import org.lottrace.persistence.testing.Relay;

/**
 * Ordinary days: callers hang up, the database is away and comes back, another one is configured, LotTrace is stopped and started. An administrator who reads the log for errors finds the
 * one that there was, a database that did not answer, and nothing else.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class QuietLogIT {
    private static final String ASK =
            "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
                    + "<getStock xmlns=\"urn:lottrace:erp:1\"><site>HAM</site></getStock></soap:Body></soap:Envelope>";
    private static final int TIMES = 10;
    private static final long AS_LONG_AS_FOR_A_CONNECTION = TimeUnit.SECONDS.toNanos(9);

    private static LotTraceProcess lottrace;
    private static String server;
    private static Relay relay;

    @BeforeAll
    static void start() throws Exception {
        lottrace = new LotTraceProcess("quiet");
        server = EmbeddedPostgresql.newDatabase("quiet");
        relay = new Relay(server);
        Files.createDirectories(lottrace.data("karaf/etc"));
        configure(relay.url());
        runs();
        Path examples = Path.of(System.getProperty("it.checkout"), "bundles/org.lottrace.soap.erp/examples");
        for (String example : List.of("1-savePartners", "2-saveItems", "3-saveSites")) {
            lottrace.envelope("erp", Files.readString(examples.resolve(example + ".xml")));
        }
    }

    @AfterAll
    static void stop() throws IOException {
        lottrace.close();
        relay.close();
    }

    @Test
    @Order(1)
    void callers_hang_up() throws Exception {
        String soap = head("POST", "/lottrace/soap/erp", "Content-Type: text/xml");
        for (int i = 0; i < TIMES; i++) {
            hangUp(soap + "Content-Length: " + ASK.length() + "\r\n\r\n" + ASK);
            hangUp(soap + "Content-Length: " + ASK.length() + "\r\n\r\n" + ASK.substring(0, ASK.length() / 2));
            hangUp(soap + "Transfer-Encoding: chunked\r\n\r\n5\r\n<soap");
            for (String path : List.of(
                    "/lottrace/soap/erp?wsdl",
                    "/lottrace/api/v1/items",
                    "/lottrace/api/openapi.json",
                    "/lottrace/api/v1/feed?after=0",
                    "/lottrace/metrics",
                    "/console/login",
                    "/lottrace-health")) {
                hangUp(head("GET", path, "Accept: */*") + "\r\n");
            }
            hangUp(head("POST", "/lottrace/api/v1/items", "Content-Type: application/json")
                    + "Content-Length: 1000\r\n\r\n{");
            hangUp(head("POST", "/console/login", "Content-Type: application/x-www-form-urlencoded")
                    + "Content-Length: 1000\r\n\r\nuser=a");
        }
        Waiting.until("health", () -> lottrace.statusOfHealth() == 200);
        theLastOfThemIsWorkedOn();

        errorsAreOf();
    }

    @Test
    @Order(2)
    void the_database_is_away_and_comes_back() throws Exception {
        relay.goDown();
        Waiting.until("the fault", () -> lottrace.script("status").output().contains("does not answer"));
        long asked = System.nanoTime();
        assertEquals(503, lottrace.statusOfHealth());
        assertTrue(
                System.nanoTime() - asked < AS_LONG_AS_FOR_A_CONNECTION,
                "health waits for a database that is known to be away");
        relay.comeBack();
        Waiting.until("health", () -> lottrace.script("status").status() == 0);

        errorsAreOf("DatabaseWatch");
    }

    @Test
    @Order(3)
    void another_database_is_configured_and_the_first_one_again() throws Exception {
        for (String url : List.of(EmbeddedPostgresql.newDatabase("other"), server)) {
            configure(url);
            Waiting.until(url, () -> log().contains("database is open database=" + url.replaceFirst("[?].*", "")));
            Waiting.until("health", () -> lottrace.script("status").status() == 0);
        }

        errorsAreOf("DatabaseWatch");
    }

    @Test
    @Order(4)
    void it_is_stopped_and_started_and_stopped() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertEquals(0, lottrace.script("stop").status());
            runs();
        }
        assertEquals(0, lottrace.script("stop").status());

        errorsAreOf("DatabaseWatch");
        List<String> console = Files.readAllLines(lottrace.data("console.log"));
        console.removeIf(line ->
                line.startsWith("WARNING: EventAdmin: Event Task Processing Interrupted")); // Felix, now and then
        assertEquals(List.of(), console);
    }

    private static void runs() throws Exception {
        Outcome run = lottrace.runWithoutSampleCompany();
        assertEquals(0, run.status(), run.output());
    }

    private static void theLastOfThemIsWorkedOn() throws Exception {
        Waiting.until("a log to which nothing is added", () -> {
            int length = log().length();
            TimeUnit.SECONDS.sleep(2);
            return log().length() == length;
        });
    }

    /** @param classes which wrote a line of an error each, the oldest first */
    private static void errorsAreOf(String... classes) throws IOException {
        List<String> lines =
                log().lines().filter(line -> line.contains(" | ERROR | ")).toList();
        assertEquals(
                List.of(classes),
                lines.stream().map(line -> line.split("\\|")[3].strip()).toList(),
                () -> String.join("\n", lines));
    }

    private static String log() throws IOException {
        StringBuilder log = new StringBuilder();
        try (Stream<Path> files = Files.list(lottrace.data("karaf/data/log"))) {
            for (Path file : files.sorted().toList()) {
                log.append(Files.readString(file));
            }
        }
        return log.toString();
    }

    private static void configure(String url) throws IOException {
        LotTraceProcess.replace(
                lottrace.configuration("org.lottrace.persistence"), "url = " + url + "\nuser = postgres\npassword =\n");
    }

    private static String head(String verb, String path, String header) throws IOException {
        return verb + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + lottrace.authorization() + "\r\n" + header
                + "\r\n";
    }

    /** Sends that and is gone, without reading an answer: the connection is reset. */
    private static void hangUp(String request) throws IOException {
        URI address = URI.create(lottrace.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoLinger(true, 0);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
