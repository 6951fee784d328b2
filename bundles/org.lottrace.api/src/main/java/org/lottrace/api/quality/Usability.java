package org.lottrace.api.quality;

import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.event.Position;
import org.lottrace.api.violation.Violation;

/**
 * Whether a lot may be used, and if not, every reason.
 *
 * @param reasons {@code LOT_ON_HOLD}, {@code LOT_RECALLED}, {@code LOT_EXPIRED} or, when it has not expired,
 *     {@code SHELF_LIFE_TOO_SHORT} (less remains at that date than was agreed with the party); empty when it may be used
 * @param heldAtPlaces holds of what is at one place only: who takes goods asks {@link #at}
 */
public record Usability(List<Violation> reasons, List<Hold> heldAtPlaces) {
    public Usability {
        reasons = List.copyOf(reasons);
        heldAtPlaces = List.copyOf(heldAtPlaces);
    }

    /** @return true when there is no reason against the lot as a whole */
    public boolean isUsable() {
        return reasons.isEmpty();
    }

    /** @return the same answer for what there is of the lot at that position */
    public Usability at(Position position) {
        List<Hold> here =
                heldAtPlaces.stream().filter(hold -> hold.covers(position)).toList();
        if (here.isEmpty()) {
            return this;
        }
        List<Violation> all = new ArrayList<>(reasons);
        all.add(new Violation(
                "LOT_ON_HOLD",
                "lot",
                "what is at " + position + " is on hold (" + LotDisposition.reasons(here)
                        + "); release it or take other goods"));
        return new Usability(all, heldAtPlaces);
    }
}
