package org.lottrace.response.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.operation.testing.TestOperations;

/** The page over HTTP, by hand: no HTTP client would send such requests. */
class AnswerServletTest {
    private static final String CHUNKED = "Transfer-Encoding: chunked";

    @TempDir
    Path folder;

    private final Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
    private AnswerFilesFixture company;

    @BeforeEach
    void start() throws IOException {
        company = new AnswerFilesFixture(folder);
        AnswerServlet servlet = new AnswerServlet(
                company.links,
                company.reports(),
                new AnswerRecording(TestOperations.over(company.cases()), company.work()),
                new FormFields(5000, TimeUnit.SECONDS.toNanos(60), System::nanoTime));
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
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + AnswerServlet.PATH + query + " HTTP/1.1\r\nHost: localhost\r\n"
                            + "Content-Type: application/x-www-form-urlencoded\r\n" + header + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
