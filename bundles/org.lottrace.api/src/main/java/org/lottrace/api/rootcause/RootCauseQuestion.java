package org.lottrace.api.rootcause;

import java.util.List;
import org.lottrace.api.lot.LotKey;

/**
 * Which lots to compare.
 *
 * @param complaints the lots people complained about, at least one
 * @param good lots that are known to be good; empty to compare with all other lots of the same items that came or were
 *     made in the same time
 * @param marginDays days before the first and after the last complaint lot that belong to the same time; not used when
 *     good lots are named
 */
public record RootCauseQuestion(List<LotKey> complaints, List<LotKey> good, int marginDays) {
    /** @throws IllegalArgumentException if there is no complaint, a lot is both, or the margin is less than zero */
    public RootCauseQuestion {
        complaints = complaints.stream().distinct().sorted().toList();
        good = good.stream().distinct().sorted().toList();
        if (complaints.isEmpty()) {
            throw new IllegalArgumentException("name at least one lot with a complaint");
        }
        if (good.stream().anyMatch(complaints::contains)) {
            throw new IllegalArgumentException("a lot with a complaint cannot be a good one: take it out of one list");
        }
        if (marginDays < 0) {
            throw new IllegalArgumentException("the margin is 0 days or more, not " + marginDays);
        }
    }
}
