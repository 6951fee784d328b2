package org.lottrace.recall.internal;

import java.math.BigDecimal;
import java.time.Instant;
import org.lottrace.api.recall.RecallOpening;

/** What a decision must say before a case is opened. */
final class OpeningRules {
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private OpeningRules() {}

    static void check(RecallOpening opening, Instant now, Findings findings) {
        findings.reason(opening.reason(), "say what is wrong with the goods: every notice says it");
        findings.text(opening.hazard(), "hazard", "say what it can do to people: every notice says it");
        findings.text(opening.instructions(), "instructions", "say what consignees are to do with the goods");
        findings.text(opening.decidedBy(), "decidedBy", "say who decided");
        findings.text(opening.contact(), "contact", "say whom consignees can ask");
        if (opening.decidedAt().isAfter(now)) {
            findings.add("DECIDED_LATER", "decidedAt", "it was decided in the future; check date and time zone");
        }
        if (!percentFits(opening)) {
            findings.add(
                    "PERCENT_WRONG",
                    "checkedPercent",
                    "level " + opening.level() + " checks "
                            + opening.level()
                                    .percent()
                                    .map(percent -> percent.toPlainString() + " %")
                                    .orElse("more than 10 % and less than 100 %")
                            + " of the consignees, not "
                            + opening.checkedPercent().toPlainString() + " %");
        }
    }

    private static boolean percentFits(RecallOpening opening) {
        BigDecimal percent = opening.checkedPercent();
        return opening.level()
                .percent()
                .map(fixed -> fixed.compareTo(percent) == 0)
                .orElseGet(() -> percent.compareTo(TEN) > 0 && percent.compareTo(HUNDRED) < 0);
    }
}
