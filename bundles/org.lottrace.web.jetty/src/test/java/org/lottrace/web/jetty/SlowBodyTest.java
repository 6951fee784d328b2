package org.lottrace.web.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlowBodyTest {
    private Content.Chunk next;
    private long now;
    private SlowBody body;

    @BeforeEach
    void a_body_that_comes_as_the_test_says() {
        Request request = (Request) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Request.class},
                (proxy, method, given) -> method.getName().equals("read") ? next : null);
        body = new SlowBody(request, () -> now);
    }

    @Test
    void a_byte_now_and_then_is_refused_once_and_for_all() {
        come(9, 1);
        Content.Chunk refusal = come(9, 1);

        assertTrue(Content.Chunk.isFailure(refusal, true));
        HttpException why = (HttpException) refusal.getFailure();
        assertEquals(408, why.getCode());
        assertEquals("the body comes too slowly: 2 bytes in 18 seconds", why.getReason());
        assertSame(refusal, come(0, 10_000));
    }

    @Test
    void a_slow_line_is_fast_enough() {
        for (int second = 0; second < 300; second++) {
            assertEquals(500, come(1, 500).remaining());
        }
    }

    @Test
    void time_in_which_the_server_is_at_work_is_not_the_sender_s() {
        come(1, 10);
        now += TimeUnit.HOURS.toNanos(1);

        assertEquals(10, come(1, 10).remaining());
    }

    @Test
    void the_end_is_taken_however_late_it_comes() {
        next = null;
        body.read();
        now += TimeUnit.SECONDS.toNanos(25);
        next = Content.Chunk.from(ByteBuffer.allocate(1), true);

        assertSame(next, body.read());
    }

    /** The server finds nothing, waits so long, and then finds that much. */
    private Content.Chunk come(int seconds, int bytes) {
        next = null;
        Content.Chunk nothing = body.read();
        now += TimeUnit.SECONDS.toNanos(seconds);
        next = Content.Chunk.from(ByteBuffer.allocate(bytes), false);
        Content.Chunk found = body.read();
        return nothing == null ? found : nothing;
    }
}
