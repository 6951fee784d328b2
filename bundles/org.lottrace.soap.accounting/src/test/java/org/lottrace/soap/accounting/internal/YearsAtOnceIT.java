package org.lottrace.soap.accounting.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lottrace.web.gate.testing.GatedServer;

/** A server with the smallest heap that LotTrace is started with, which it leaves when that is full, as the distribution does. */
class YearsAtOnceIT {
    private static final int AT_ONCE = 4;
    private static final int DONE = 200;
    private static final int REFUSED = 500;
    private static final int COME_AGAIN = 503;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static Process server;
    private static URI address;

    @BeforeAll
    static void start() throws IOException {
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        YearOfBooks.class.getName())
                .redirectError(new File("target/years-at-once.log"))
                .start();
        BufferedReader output = server.inputReader(StandardCharsets.UTF_8);
        address = URI.create("http://127.0.0.1:" + output.readLine() + "/lottrace/soap/accounting");
    }

    @AfterAll
    static void stop() throws Exception {
        server.outputWriter().close();
        assertEquals(0, server.waitFor());
    }

    @Test
    void four_who_ask_for_a_whole_year_are_told_to_ask_for_less_or_to_come_again_and_the_server_goes_on() {
        List<HttpResponse<String>> answers = askAtOnce(YearOfBooks.FIRST, YearOfBooks.LAST);

        assertTrue(answers.stream().anyMatch(answer -> answer.statusCode() == REFUSED), answers.toString());
        answers.forEach(answer -> {
            assertTrue(Set.of(REFUSED, COME_AGAIN).contains(answer.statusCode()), answer.toString());
            assertEquals(
                    answer.statusCode() == REFUSED,
                    answer.body().contains("ANSWER_TOO_LARGE") && answer.body().contains("Ask up to 2026-01-0"),
                    answer.body());
        });
        goesOn();
    }

    @Test
    void four_who_ask_for_as_much_as_may_be_asked_for_get_it_or_are_told_to_come_again() {
        List<HttpResponse<String>> answers = askAtOnce(YearOfBooks.FIRST, YearOfBooks.FIRST.plusDays(8));

        assertTrue(answers.stream().anyMatch(answer -> answer.statusCode() == DONE), answers.toString());
        answers.forEach(
                answer -> assertTrue(Set.of(DONE, COME_AGAIN).contains(answer.statusCode()), answer.toString()));
        goesOn();
    }

    private static void goesOn() {
        assertEquals(DONE, ask(YearOfBooks.LAST, YearOfBooks.LAST).join().statusCode());
        assertTrue(server.isAlive());
    }

    private static List<HttpResponse<String>> askAtOnce(LocalDate from, LocalDate to) {
        List<CompletableFuture<HttpResponse<String>>> asked =
                Stream.generate(() -> ask(from, to)).limit(AT_ONCE).toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private static CompletableFuture<HttpResponse<String>> ask(LocalDate from, LocalDate to) {
        return CLIENT.sendAsync(
                HttpRequest.newBuilder(address)
                        .timeout(Duration.ofMinutes(2))
                        .header("Authorization", GatedServer.basic("erp", "secret"))
                        .header("Content-Type", "text/xml; charset=utf-8")
                        .header("SOAPAction", "\"\"")
                        .POST(HttpRequest.BodyPublishers.ofString(Example.of("getJournal")
                                .replace("2026-03-01", from.toString())
                                .replace("2026-03-31", to.toString())))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
