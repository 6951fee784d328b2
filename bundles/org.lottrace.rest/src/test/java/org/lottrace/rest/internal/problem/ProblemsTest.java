package org.lottrace.rest.internal.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lottrace.api.operation.TimeLimit;

class ProblemsTest {
    /** Not 503: the same question would take as long again. */
    @Test
    void an_answer_that_takes_too_long_is_the_callers_to_make_smaller() throws Exception {
        RuntimeException tooLong = TimeLimit.within(
                Duration.ofSeconds(9), () -> TimeLimit.current().orElseThrow().exceeded());

        try (Response response = new Problems(null).toResponse(tooLong)) {
            assertEquals(422, response.getStatus());
        }
    }
}
