package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/**
 * Lot numbers that GS1 AI (10) does not allow because they have a blank. A partner's is kept as it is, and noted once, when the lot is new;
 * a number that is given here is to be one that can be marked.
 */
final class NumbersWithBlank {
    private static final String LOT_NUMBER_WITH_BLANK = "LOT_NUMBER_WITH_BLANK";

    private NumbersWithBlank() {}

    /** @param named lots that may be known or not, each with what names it */
    static void ofPartners(Map<LotKey, ViolationPath> named, LotMaster lots, Findings findings) {
        List<LotKey> blank = named.keySet().stream()
                .filter(Predicate.not(lot -> lot.number().isMarkable()))
                .toList();
        if (blank.isEmpty()) {
            return;
        }
        Set<LotKey> known = lots.findAll(blank).stream().map(Lot::key).collect(Collectors.toSet());
        blank.stream()
                .filter(Predicate.not(known::contains))
                .forEach(lot -> findings.note(new Violation(
                        LOT_NUMBER_WITH_BLANK,
                        named.get(lot),
                        "lot " + lot
                                + " is new, and its number has a blank, which GS1 AI (10) does not allow: it is kept as it is and"
                                + " gets no label of GS1; agree other numbers with " + lot.issuer())));
    }

    /** @param path what gives the number */
    static void ofOurs(LotNumber number, ViolationPath path, Findings findings) {
        if (!number.isMarkable()) {
            findings.breach(
                    LOT_NUMBER_WITH_BLANK,
                    path,
                    "lot number \"" + number
                            + "\" has a blank, which GS1 AI (10) does not allow, so the lot gets no label: give it a"
                            + " number without");
        }
    }
}
