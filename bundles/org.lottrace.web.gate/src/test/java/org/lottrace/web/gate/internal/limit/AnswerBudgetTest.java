package org.lottrace.web.gate.internal.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/** 25,000 rows for all. */
class AnswerBudgetTest {
    private final AnswerBudget budget = new AnswerBudget(25_000, 0);

    @Test
    void of_three_large_answers_at_once_one_has_to_come_again_and_a_small_one_has_not() {
        AnswerBudget.Share first = budget.share();
        first.accept(1_000);
        first.accept(10_000);
        budget.share().accept(10_000);
        AnswerBudget.Share third = budget.share();

        UncheckedIOException refused = assertThrows(UncheckedIOException.class, () -> third.accept(10_000));

        assertEquals(503, ((RefusedBodyException) refused.getCause()).status());
        budget.share().accept(1_000);
        first.close();
        third.accept(10_000);
    }

    @Test
    void no_answer_takes_more_than_the_largest_has() {
        budget.share().accept(Integer.MAX_VALUE);
        budget.share().accept(10_000);
    }

    @Test
    void a_budget_in_which_the_largest_has_no_room_is_a_mistake_in_the_configuration() {
        assertThrows(IllegalArgumentException.class, () -> new AnswerBudget(9_999, 0));
    }
}
