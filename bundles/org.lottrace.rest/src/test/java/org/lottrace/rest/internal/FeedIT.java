package org.lottrace.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.operation.testing.TestOperations;
import org.lottrace.rest.internal.feed.FeedLimits;
import org.lottrace.rest.internal.feed.FeedServlet;
import org.lottrace.web.gate.testing.GatedServer;

/** Who follows the ledger live. */
class FeedIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String OPENING = """
            {"context": {"id": "%1$s", "effective": "2026-03-02T07:00:00Z", "site": "BER"}, "countSheet": "CS-1",
             "lines": [{"lot": {"key": "MILL/FLOUR/%1$s", "expiry": "2026-12-31"}, "location": "A-01", "quantity": "1:KGM", "cost": "0.50:EUR/KGM"}]}""";

    private final RestCompany company = new RestCompany();
    private final List<InputStream> open = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (InputStream feed : open) {
            feed.close();
        }
        company.close();
    }

    @Test
    void is_sent_what_was_recorded_after_its_position_and_then_what_comes() {
        record("a");
        record("b");

        BufferedReader feed = feed("/v1/feed?after=1");

        assertEquals("2", next(feed, "id: "));
        record("c");
        assertEquals("3", next(feed, "id: "));
        assertTrue(next(feed, "data: ").contains("MILL/FLOUR/c"));
    }

    @Test
    void who_comes_again_goes_on_where_it_was() {
        record("a");
        record("b");

        assertEquals("2", next(feed("/v1/feed?after=0", "Last-Event-ID", "1"), "id: "));
    }

    @Test
    void shows_that_it_lives_when_nothing_happens() {
        assertEquals("nothing new", next(feed("/v1/feed"), ": "));
    }

    @Test
    void one_user_has_two_and_one_that_ends_makes_room() throws Exception {
        feed("/v1/feed");
        BufferedReader second = feed("/v1/feed");

        HttpResponse<String> third = company.get("/v1/feed");
        assertEquals(429, third.statusCode(), third.body());
        assertEquals(List.of("TOO_MANY_FEEDS"), RestCompany.problems(third));
        assertTrue(third.headers().firstValue("Retry-After").isPresent());

        second.close();
        open.remove(1).close();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int status = 0;
        while (status != 200 && System.nanoTime() < deadline) {
            HttpResponse<InputStream> again = begin("/v1/feed");
            status = again.statusCode();
        }
        assertEquals(200, status);
    }

    @Test
    void ends_at_once_when_the_bundle_stops_and_begins_no_more() {
        BufferedReader feed = feed("/v1/feed");

        company.feed().stop();

        assertTimeoutPreemptively(PATIENCE, () -> {
            while (feed.readLine() != null) {
                // what was on the way
            }
        });
        assertEquals(429, company.get("/v1/feed").statusCode());
    }

    @Test
    void an_answer_that_takes_too_long_is_told_as_rest_tells_it() throws Exception {
        FeedServlet slow = new FeedServlet(
                TestOperations.over(TooSlow.ledger()),
                new FeedLimits(
                        3,
                        2,
                        Duration.ofMillis(20),
                        Duration.ofMillis(200),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(1)));
        try (GatedServer server = GatedServer.startWithRest(
                new RestApplication(TestOperations.over(), new NoLocks()), Map.of("/v1/feed", slow))) {
            HttpResponse<String> answer =
                    server.send(HttpRequest.newBuilder(server.uri("/lottrace/api/v1/feed?after=0"))
                            .header("Authorization", GatedServer.basic("erp", "secret")));

            assertEquals(422, answer.statusCode(), answer.body());
            assertEquals(List.of("TIME_LIMIT_EXCEEDED"), RestCompany.problems(answer));
            assertTrue(answer.body().contains("took longer than 120 seconds"), answer.body());
        } finally {
            slow.stop();
        }
    }

    @Test
    void a_position_that_is_none_is_refused() {
        assertEquals(400, company.get("/v1/feed?after=-1").statusCode());
        assertEquals(400, company.get("/v1/feed", "Last-Event-ID", "x").statusCode());
    }

    private void record(String id) {
        HttpResponse<String> answer = company.post("/v1/movements/openings", OPENING.formatted(id));
        assertEquals(201, answer.statusCode(), answer.body());
    }

    private BufferedReader feed(String path, String... headers) {
        HttpResponse<InputStream> answer = begin(path, headers);
        assertEquals(200, answer.statusCode());
        assertEquals(
                "text/event-stream;charset=utf-8",
                answer.headers().firstValue("Content-Type").orElse(""));
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private HttpResponse<InputStream> begin(String path, String... headers) {
        try {
            var request = company.request(path);
            HttpResponse<InputStream> answer = company.client()
                    .send(
                            (headers.length == 0 ? request : request.headers(headers)).build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            open.add(answer.body());
            return answer;
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    private static String next(BufferedReader feed, String field) {
        return assertTimeoutPreemptively(PATIENCE, () -> {
            String line = feed.readLine();
            while (line != null && !line.startsWith(field)) {
                line = feed.readLine();
            }
            return line == null ? "the feed has ended" : line.substring(field.length());
        });
    }
}
