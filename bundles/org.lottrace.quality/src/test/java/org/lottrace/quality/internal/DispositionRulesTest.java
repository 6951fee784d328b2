package org.lottrace.quality.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.EventId;
import org.lottrace.api.fixture.Dispositions;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.violation.Violation;

class DispositionRulesTest {
    private static final LotKey LOT = aLot("A").key();
    private static final LotKey UNDECIDED = aLot("B").key();
    private static final LotKey UNKNOWN = aLot("C").key();

    /** The other lot never got a disposition: it is sellable. */
    @ParameterizedTest
    @CsvSource({
        "SELLABLE, NOT_ON_HOLD NOT_ON_HOLD, '', NOT_RECALLED NOT_RECALLED",
        "ON_HOLD, NOT_ON_HOLD, '', NOT_RECALLED NOT_RECALLED",
        "RECALLED, NOT_ON_HOLD NOT_ON_HOLD, ALREADY_RECALLED, NOT_RECALLED"
    })
    void the_disposition_decides_what_may_follow(
            Disposition disposition, String release, String recall, String endOfRecall) {
        DispositionRules rules = rules(disposition);
        List<LotKey> lots = List.of(LOT, UNDECIDED);

        assertEquals("", codes(rules.againstHold(lots, "found")));
        assertEquals(release, codes(rules.againstRelease(lots, "fine", List.of())));
        assertEquals(recall, codes(rules.againstRecall(lots, "R-1")));
        assertEquals(endOfRecall, codes(rules.againstEndOfRecall(lots, "fine")));
    }

    @Test
    void no_lot_changes_without_a_reason_and_no_lot_that_nobody_registered() {
        DispositionRules rules = rules(Disposition.SELLABLE);
        List<LotKey> lots = List.of(UNKNOWN);

        assertEquals("REASON_MISSING LOT_UNKNOWN", codes(rules.againstHold(lots, " ")));
        assertEquals("REASON_MISSING LOT_UNKNOWN", codes(rules.againstRelease(lots, " ", List.of())));
        assertEquals("REASON_MISSING LOT_UNKNOWN", codes(rules.againstRecall(lots, "")));
        assertEquals("REASON_MISSING LOT_UNKNOWN", codes(rules.againstEndOfRecall(lots, "")));
    }

    @ParameterizedTest
    @CsvSource({
        "foreign matter, ''",
        "h1, ''",
        "foreign matter|h1, ''",
        "listeria, NOT_ON_HOLD lots NOT_ON_HOLD holds",
        "h1|listeria, NOT_ON_HOLD holds"
    })
    void a_hold_is_named_by_its_event_or_its_reason(String names, String refused) {
        List<Violation> refusals =
                rules(Disposition.ON_HOLD).againstRelease(List.of(LOT), "fine", List.of(names.split("\\|")));

        assertEquals(
                refused,
                String.join(
                        " ",
                        refusals.stream()
                                .map(refusal -> refusal.code() + " " + refusal.path())
                                .toList()));
    }

    private static DispositionRules rules(Disposition disposition) {
        return new DispositionRules(
                Set.of(LOT, UNDECIDED),
                Map.of(LOT, Dispositions.of(LOT, disposition, "foreign matter", new EventId("h1"))));
    }

    private static String codes(List<Violation> violations) {
        return String.join(" ", violations.stream().map(Violation::code).toList());
    }
}
