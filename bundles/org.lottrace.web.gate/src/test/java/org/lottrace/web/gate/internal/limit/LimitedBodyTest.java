package org.lottrace.web.gate.internal.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten bytes in two seconds are allowed. */
class LimitedBodyTest {
    private static final BodyLimit LIMIT = new BodyLimit(10, TimeUnit.SECONDS.toNanos(2), 0);
    private static final long NOT_ANNOUNCED = -1;

    private final BodyBudget budget = new BodyBudget(10_000_000, 0, new Places(100, 50));
    private long now;

    @Test
    void a_body_as_large_as_the_limit_is_read() throws IOException {
        assertEquals(10, body(10, 10, 0).readAllBytes().length);
        assertEquals(10, body(10, NOT_ANNOUNCED, 0).readAllBytes().length);
    }

    @Test
    void one_byte_more_is_refused_whether_it_was_announced_or_not() {
        assertEquals(413, refusal(body(0, 11, 0)).status());
        assertEquals(413, refusal(body(11, NOT_ANNOUNCED, 0)).status());
        assertEquals(413, refusal(body(11, 5, 0)).status());
    }

    /** Each byte takes a millisecond here: as many as were read. */
    @Test
    void who_sent_too_much_is_read_on_to_see_the_answer_but_not_for_ever() {
        refusal(body(15, 15, 1));
        assertEquals(TimeUnit.MILLISECONDS.toNanos(15), now);

        now = 0;
        refusal(body(1_000, 1_000, 1));
        assertEquals(TimeUnit.MILLISECONDS.toNanos(20), now);
    }

    @Test
    void who_reads_on_after_the_refusal_gets_it_again_and_waits_for_nobody() {
        LimitedBody body = body(1_000, NOT_ANNOUNCED, 1);
        RefusedBodyException refusal = refusal(body);
        long then = now;

        assertSame(refusal, assertThrows(RefusedBodyException.class, body::read));
        assertEquals(then, now);
    }

    @ParameterizedTest
    @ValueSource(longs = {10, NOT_ANNOUNCED})
    void a_byte_now_and_then_ends_with_the_time(long announced) {
        RefusedBodyException refusal = refusal(body(10, announced, 900));

        assertEquals(408, refusal.status());
        assertTrue(refusal.getMessage().contains("within 2 seconds"), refusal.getMessage());
        assertEquals(TimeUnit.MILLISECONDS.toNanos(2700), now);
    }

    @Test
    void who_keeps_below_the_lowest_rate_ends_after_some_seconds_and_not_with_the_time() {
        BodyLimit patient = new BodyLimit(1_000, TimeUnit.HOURS.toNanos(1), 5);

        RefusedBodyException refusal = refusal(body(1_000, 1_000, 900, patient));

        assertEquals(408, refusal.status());
        assertTrue(refusal.getMessage().contains("5 bytes in a second"), refusal.getMessage());
        assertEquals(TimeUnit.MILLISECONDS.toNanos(10_800), now);
    }

    @Test
    void who_stops_in_the_middle_is_told_that_it_was_his_end() {
        RefusedBodyException refusal = refusal(body(STOPS, 10, 0));

        assertEquals(400, refusal.status());
        assertEquals("REQUEST_CUT_OFF", refusal.code());
    }

    @Test
    void a_limit_that_would_refuse_everything_is_a_mistake_in_the_configuration() {
        assertThrows(IllegalArgumentException.class, () -> new BodyLimit(0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new BodyLimit(1, 0, 0));
    }

    /** A length at which the connection breaks. */
    private static final int STOPS = -1;

    private static RefusedBodyException refusal(LimitedBody body) {
        return assertThrows(RefusedBodyException.class, body::readAllBytes);
    }

    /** @param pause milliseconds before each byte */
    private LimitedBody body(int length, long announced, long pause) {
        return body(length, announced, pause, LIMIT);
    }

    private LimitedBody body(int length, long announced, long pause, BodyLimit limit) {
        ByteArrayInputStream bytes = new ByteArrayInputStream(new byte[Math.max(0, length)]);
        ServletInputStream slowly = new ServletInputStream() {
            @Override
            public int read() {
                now += TimeUnit.MILLISECONDS.toNanos(pause);
                return bytes.read();
            }

            @Override
            public int read(byte[] into, int offset, int size) throws IOException {
                if (length == STOPS) {
                    throw new EOFException("Early EOF");
                }
                now += TimeUnit.MILLISECONDS.toNanos(pause);
                return bytes.read(into, offset, Math.min(size, 1));
            }

            @Override
            public int available() {
                return bytes.available();
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("nobody listens here");
            }
        };
        return new LimitedBody(slowly, limit, budget.share("erp"), announced, () -> now, () -> {});
    }
}
