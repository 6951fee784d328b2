package org.lottrace.web.gate.internal.soap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten bytes in two seconds are allowed. */
class LimitedBodyTest {
    private static final BodyLimit LIMIT = new BodyLimit(10, TimeUnit.SECONDS.toNanos(2));
    private static final long NOT_ANNOUNCED = -1;

    private final BodyBudget budget = new BodyBudget(10_000_000, 0);
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

    @ParameterizedTest
    @ValueSource(longs = {10, NOT_ANNOUNCED})
    void a_byte_now_and_then_ends_with_the_time(long announced) {
        RefusedBodyException refusal = refusal(body(10, announced, 900));

        assertEquals(408, refusal.status());
        assertTrue(refusal.getMessage().contains("within 2 seconds"), refusal.getMessage());
        assertEquals(TimeUnit.MILLISECONDS.toNanos(2700), now);
    }

    @Test
    void a_limit_that_would_refuse_everything_is_a_mistake_in_the_configuration() {
        assertThrows(IllegalArgumentException.class, () -> new BodyLimit(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new BodyLimit(1, 0));
    }

    private static RefusedBodyException refusal(LimitedBody body) {
        return assertThrows(RefusedBodyException.class, body::readAllBytes);
    }

    /** @param pause milliseconds before each byte */
    private LimitedBody body(int length, long announced, long pause) {
        ByteArrayInputStream bytes = new ByteArrayInputStream(new byte[length]);
        ServletInputStream slowly = new ServletInputStream() {
            @Override
            public int read() {
                now += TimeUnit.MILLISECONDS.toNanos(pause);
                return bytes.read();
            }

            @Override
            public int read(byte[] into, int offset, int size) {
                now += TimeUnit.MILLISECONDS.toNanos(pause);
                return bytes.read(into, offset, Math.min(size, 1));
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
        return new LimitedBody(slowly, LIMIT, budget.share(), announced, () -> now);
    }
}
