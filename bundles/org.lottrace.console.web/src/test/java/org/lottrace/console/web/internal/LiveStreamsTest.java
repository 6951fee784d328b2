package org.lottrace.console.web.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.operation.Role;

class LiveStreamsTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final AtomicLong head = new AtomicLong(7);
    private final ConsoleUnderTest console = ConsoleUnderTest.with(List.of(), ledger());

    /** Nothing of it is called but its head. */
    private Ledger ledger() {
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("head")) {
                        throw new UnsupportedOperationException(method.toString());
                    }
                    return head.get();
                });
    }

    @BeforeEach
    void logIn() {
        console.loggedInAs(Role.AUDITOR);
    }

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void a_page_is_told_of_what_was_recorded_after_it_was_made_and_of_nothing_else() {
        Iterator<String> older = lines("/events?after=6");
        Iterator<String> newer = lines("/events?after=8");
        assertEquals(List.of("event: ledger", "data: 7"), next(older));

        head.set(9);

        assertEquals(List.of("event: ledger", "data: 9"), next(older));
        assertEquals(List.of("event: ledger", "data: 9"), next(newer));
    }

    @Test
    void a_stream_ends_with_the_bundle() {
        Iterator<String> stream = lines("/events?after=7");

        console.endLiveStreams();

        assertTimeoutPreemptively(DEADLINE, () -> assertFalse(stream.hasNext()));
    }

    @Test
    void what_comes_while_the_bundle_stops_ends_at_once() {
        console.endLiveStreams();

        Iterator<String> stream = lines("/events?after=7");

        assertTimeoutPreemptively(DEADLINE, () -> assertFalse(stream.hasNext()));
    }

    @Test
    void who_is_not_logged_in_is_told_so_and_led_nowhere() {
        console.openAnotherBrowser();

        var answer = console.get("/events?after=7");

        assertEquals(401, answer.statusCode());
        assertEquals(
                "nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
    }

    @Test
    void a_stream_begins_behind_a_position() {
        assertEquals(400, console.get("/events").statusCode());
        assertEquals(400, console.get("/events?after=x").statusCode());
    }

    private Iterator<String> lines(String path) {
        var answer = console.follow(path);
        assertEquals(200, answer.statusCode());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream"));
        return answer.body().iterator();
    }

    /** @return the two lines of the next event; signs of life and empty lines are passed over */
    private static List<String> next(Iterator<String> lines) {
        return assertTimeoutPreemptively(DEADLINE, () -> {
            String event = lines.next();
            while (!event.startsWith("event:")) {
                event = lines.next();
            }
            return List.of(event, lines.next());
        });
    }
}
