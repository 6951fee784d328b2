package org.lottrace.web.gate.internal.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A body may have 200,000 bytes, all together 240,000. */
class BodyBudgetTest {
    private static final BodyLimit LIMIT = new BodyLimit(200_000, TimeUnit.HOURS.toNanos(1), 0);
    private static final long NOT_ANNOUNCED = -1;

    private final BodyBudget budget = new BodyBudget(240_000, 0, new Places(100, 50));

    @Test
    void a_second_large_body_is_refused_while_the_first_is_worked_on_and_says_when_to_come_again() throws IOException {
        BodyBudget.Share first = budget.share("erp");
        body(200_000, 200_000, first).readAllBytes();

        RefusedBodyException refusal =
                assertThrows(RefusedBodyException.class, () -> body(50_000, 50_000, budget.share("erp"))
                        .readAllBytes());
        assertEquals(503, refusal.status());
        assertEquals(OptionalLong.of(1), refusal.retryAfter());
        assertTrue(refusal.getMessage().contains("240000 bytes together"), refusal.getMessage());

        first.close();
        assertEquals(200_000, body(200_000, 200_000, budget.share("erp")).readAllBytes().length);
    }

    @Test
    void a_small_one_is_served_meanwhile() throws IOException {
        budget.share("erp").growTo(200_000);

        assertEquals(40_000, body(40_000, 40_000, budget.share("erp")).readAllBytes().length);
    }

    @Test
    void a_body_that_is_refused_is_thrown_away_to_its_end_so_that_its_sender_sees_the_answer() throws IOException {
        budget.share("erp").growTo(200_000);
        LimitedBody body = body(200_000, 200_000, budget.share("erp"));

        assertThrows(RefusedBodyException.class, body::read);
        assertTrue(body.isFinished());
        budget.share("erp").growTo(40_000);
    }

    @Test
    void a_body_in_chunks_takes_all_it_may_need_when_it_is_not_small() throws IOException {
        BodyBudget.Share small = budget.share("erp");
        body(LimitedBody.SMALL, NOT_ANNOUNCED, small).readAllBytes();
        budget.share("erp").growTo(240_000 - LimitedBody.SMALL);
        assertThrows(RefusedBodyException.class, () -> budget.share("erp").growTo(1));

        BodyBudget other = new BodyBudget(240_000, 0, new Places(100, 50));
        body(LimitedBody.SMALL + 1, NOT_ANNOUNCED, other.share("erp")).readAllBytes();
        assertThrows(RefusedBodyException.class, () -> other.share("erp").growTo(40_001));
        other.share("erp").growTo(40_000);
    }

    @Test
    void what_was_refused_in_the_middle_gives_back_what_it_had() throws IOException {
        BodyBudget.Share large = budget.share("erp");
        large.growTo(100_000);
        try (BodyBudget.Share share = budget.share("erp")) {
            LimitedBody body = body(200_000, NOT_ANNOUNCED, share);
            assertThrows(RefusedBodyException.class, body::readAllBytes);
        }
        large.growTo(240_000);
    }

    @Test
    void who_waits_is_served_when_the_others_are_done() throws Exception {
        BodyBudget patient = new BodyBudget(100, TimeUnit.MINUTES.toNanos(1), new Places(100, 50));
        BodyBudget.Share first = patient.share("erp");
        first.growTo(100);
        CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> grown(patient, 60));
        while (!patient.isWaitedFor()) {
            Thread.onSpinWait();
        }

        first.close();

        assertEquals(60, second.get(1, TimeUnit.MINUTES));
    }

    @Test
    void a_budget_that_would_refuse_everything_is_a_mistake_in_the_configuration() {
        assertThrows(IllegalArgumentException.class, () -> new BodyBudget(0, 0, new Places(100, 50)));
        assertThrows(IllegalArgumentException.class, () -> new BodyBudget(1, -1, new Places(100, 50)));
    }

    private static int grown(BodyBudget budget, int size) {
        try (BodyBudget.Share share = budget.share("erp")) {
            share.growTo(size);
            return size;
        } catch (RefusedBodyException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static LimitedBody body(int length, long announced, BodyBudget.Share share) {
        ByteArrayInputStream bytes = new ByteArrayInputStream(new byte[length]);
        ServletInputStream body = new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
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
        return new LimitedBody(body, LIMIT, share, announced, () -> 0, () -> {});
    }
}
