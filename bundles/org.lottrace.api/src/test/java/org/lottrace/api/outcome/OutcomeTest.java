package org.lottrace.api.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.violation.Violation;

class OutcomeTest {
    private static final Violation LATE = new Violation("TOO_LATE", "date", "the date is over: give a later one");

    private final Outcome<String> done = new Outcome.Done<>("lot");
    private final Outcome<String> before = new Outcome.AlreadyDone<>("lot");
    private final Outcome<String> refused = new Outcome.Refused<>(List.of(LATE));

    @Test
    void each_case_has_its_function() {
        assertEquals(List.of("now lot", "before lot", "1 reasons"), List.of(said(done), said(before), said(refused)));
    }

    @Test
    void done_before_is_as_good_as_done_now_to_those_who_ask_for_the_value() {
        assertEquals(Optional.of("lot"), done.toOptional());
        assertEquals(Optional.of("lot"), before.toOptional());
        assertEquals(Optional.empty(), refused.toOptional());
    }

    @Test
    void only_a_refusal_has_reasons() {
        assertEquals(List.of(), done.violations());
        assertEquals(List.of(), before.violations());
        assertEquals(List.of(LATE), refused.violations());
    }

    @Test
    void the_reasons_cannot_change_afterwards() {
        List<Violation> reasons = new ArrayList<>(List.of(LATE));
        Outcome<String> outcome = new Outcome.Refused<>(reasons);

        reasons.clear();

        assertEquals(List.of(LATE), outcome.violations());
        assertThrows(
                UnsupportedOperationException.class, () -> outcome.violations().clear());
    }

    private static String said(Outcome<String> outcome) {
        return outcome.fold(now -> "now " + now, known -> "before " + known, reasons -> reasons.size() + " reasons");
    }
}
