package org.lottrace.response.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.operation.testing.TestOperations;

/** The page over HTTP, by hand: no HTTP client would send such requests. */
class AnswerServletTest {
    private static final String CHUNKED = "Transfer-Encoding: chunked";

    @TempDir
    Path folder;

    private final Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
    private final AtomicReference<Instant> now = new AtomicReference<>(Bakery.NOW);
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the page asks for instants only");
        }
    };
    private AnswerFilesFixture company;

    @BeforeEach
    void start() throws IOException {
        company = new AnswerFilesFixture(folder);
        AnswerServlet servlet = new AnswerServlet(
                company.links,
                company.reports(),
                new AnswerRecording(TestOperations.over(company.cases()), company.work()),
                new FormFields(5000, TimeUnit.SECONDS.toNanos(60), 0, System::nanoTime),
                clock,
                configuration());
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(servlet), AnswerServlet.PATH);
        server.setHandler(context);
        LifeCycle.start(server);
    }

    @AfterEach
    void stop() {
        LifeCycle.stop(server);
    }

    @Test
    void an_answer_is_recorded_with_the_link_in_the_address_or_in_the_form() throws IOException {
        String link = "notice=" + AnswerFilesFixture.KEY + "&token=" + token();

        assertTrue(post("?" + link, filledIn()).startsWith("HTTP/1.1 200 "));
        assertTrue(post("", link + "&" + filledIn()).startsWith("HTTP/1.1 200 "));
        assertEquals(4, company.recorded.size());
        assertEquals("A. Nowak", company.recorded.get(3).saidBy());
    }

    @Test
    void a_larger_answer_is_refused_before_it_is_read_and_the_next_one_is_taken() throws IOException {
        String answer = send("", "Content-Length: 5001", "");

        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        assertTrue(answer.contains("larger than 5000 bytes. Nothing was recorded."), answer);
        an_answer_is_recorded_with_the_link_in_the_address_or_in_the_form();
    }

    @Test
    void an_answer_in_chunks_without_end_is_refused_when_it_is_too_large() throws IOException {
        String answer = send("", CHUNKED, "1400\r\n" + "x".repeat(0x1400) + "\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        assertEquals(0, company.recorded.size());
    }

    @Test
    void what_is_no_form_is_not_read() throws IOException {
        String answer = sendAs(
                "text/plain",
                "?notice=" + AnswerFilesFixture.KEY + "&token=" + token(),
                "Connection: close\r\nContent-Length: 4",
                "x=1\n");

        assertTrue(answer.startsWith("HTTP/1.1 415 "), answer);
        assertEquals(0, company.recorded.size());
    }

    @Test
    void the_link_lets_somebody_answer_to_its_last_day_and_then_says_whom_to_ask() throws IOException {
        String link = "?notice=" + AnswerFilesFixture.KEY + "&token=" + token();
        now.set(Bakery.NOW.plus(Duration.ofDays(30)));
        assertTrue(post(link, filledIn()).startsWith("HTTP/1.1 200 "));

        now.set(Bakery.NOW.plus(Duration.ofDays(30)).plusSeconds(1));
        String answer = post(link, filledIn());

        assertTrue(answer.startsWith("HTTP/1.1 410 "), answer);
        assertTrue(answer.contains("for 30 days") && answer.contains("ask the contact"), answer);
        assertEquals(2, company.recorded.size());
    }

    @Test
    void no_other_page_shows_it_in_a_frame_or_changes_where_its_form_goes() throws IOException {
        String answer = post("", "");

        assertTrue(answer.contains("base-uri 'none'; frame-ancestors 'none'"), answer);
        assertTrue(answer.contains("X-Frame-Options: DENY"), answer);
    }

    @Test
    void who_comes_when_all_places_are_taken_by_slow_ones_is_told_so_and_served_when_one_is_gone() throws Exception {
        List<Socket> slow = new ArrayList<>(List.of(slow()));
        String refused = get();
        while (!refused.startsWith("HTTP/1.1 503 ")) { // a slow one is on its way, or came while we had the last place
            assertTrue(refused.startsWith("HTTP/1.1 404 "), refused);
            slow.add(slow());
            refused = get();
        }
        assertTrue(refused.contains("Retry-After: 60") && refused.contains("try again in a minute"), refused);

        for (Socket socket : slow) {
            socket.close();
        }
        String served = get();
        while (served.startsWith("HTTP/1.1 503 ")) { // the server has not seen yet that they are gone
            served = get();
        }
        assertTrue(served.startsWith("HTTP/1.1 404 "), served);
    }

    private Socket slow() throws IOException {
        Socket socket = new Socket("127.0.0.1", port());
        socket.getOutputStream()
                .write(("POST " + AnswerServlet.PATH + " HTTP/1.1\r\nHost: localhost\r\n"
                                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\na")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private String get() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("GET " + AnswerServlet.PATH + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private int port() {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    /** A link for thirty days, two at a time. */
    private static PageConfig configuration() {
        return (PageConfig) Proxy.newProxyInstance(
                PageConfig.class.getClassLoader(),
                new Class<?>[] {PageConfig.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "requests_max" -> 2;
                    case "link_days" -> 30;
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }

    private static String filledIn() {
        return "name=A.+Nowak&onHand-0=0&destroyed-0=0&used-0=240&onHand-1=0&destroyed-1=0&used-1=10";
    }

    private String token() {
        return company.links.codeFor(AnswerFilesFixture.KEY).substring("CODE-".length());
    }

    private String post(String query, String form) throws IOException {
        return send(query, "Connection: close\r\nContent-Length: " + form.length(), form);
    }

    private String send(String query, String header, String body) throws IOException {
        return sendAs("application/x-www-form-urlencoded", query, header, body);
    }

    private String sendAs(String type, String query, String header, String body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + AnswerServlet.PATH + query + " HTTP/1.1\r\nHost: localhost\r\n" + "Content-Type: "
                            + type + "\r\n" + header + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
