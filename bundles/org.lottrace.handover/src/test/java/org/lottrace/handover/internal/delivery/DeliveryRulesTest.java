package org.lottrace.handover.internal.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.lottrace.api.handover.JournalReceiver;
import org.lottrace.api.handover.JournalReceivers;
import org.lottrace.api.handover.JournalRejection;
import org.lottrace.api.violation.Violation;

class DeliveryRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final JournalReceiver ERP = new JournalReceiver("ERP", 2_000, 0, "anna", NOW);

    private final DeliveryRules rules = new DeliveryRules(false);

    @Test
    void no_more_than_a_thousand_entries_are_rejected_at_a_time() {
        assertEquals(List.of(), codes(rejecting(1_500, 999)));
        assertEquals(List.of(JournalReceivers.TOO_MANY_REJECTED), codes(rejecting(1_500, 1_000)));
    }

    private List<Violation> rejecting(long entry, long open) {
        return rules.reject(
                ERP,
                entry,
                "no such account",
                LongStream.rangeClosed(1, open)
                        .mapToObj(number -> new JournalRejection(
                                number, "ERP", number, "no such account", "anna", NOW, Optional.empty()))
                        .toList());
    }

    private static List<String> codes(List<Violation> problems) {
        return problems.stream().map(Violation::code).toList();
    }
}
