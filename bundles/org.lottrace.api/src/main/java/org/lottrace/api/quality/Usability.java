package org.lottrace.api.quality;

import java.util.List;
import org.lottrace.api.violation.Violation;

/**
 * Whether a lot may be used, and if not, every reason.
 *
 * @param reasons {@code LOT_ON_HOLD}, {@code LOT_RECALLED}, {@code LOT_EXPIRED} or, when it has not expired,
 *     {@code SHELF_LIFE_TOO_SHORT} (less remains at that date than was agreed with the party); empty when it may be used
 */
public record Usability(List<Violation> reasons) {
    public Usability {
        reasons = List.copyOf(reasons);
    }

    /** @return true when there is no reason against it */
    public boolean isUsable() {
        return reasons.isEmpty();
    }
}
