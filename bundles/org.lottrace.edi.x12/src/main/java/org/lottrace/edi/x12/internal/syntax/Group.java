package org.lottrace.edi.x12.internal.syntax;

import java.util.List;
import java.util.Optional;

/**
 * A functional group. In EDIFACT (UNG, UNE) it is optional: messages without one are a group without header.
 *
 * @param header GS; absent when a set stands outside a group
 * @param sets its transaction sets
 * @param trailer GE; absent when it is missing
 */
public record Group(Optional<Segment> header, List<TransactionSet> sets, Optional<Segment> trailer) {
    private static final String ACKNOWLEDGEMENT = "997";

    public Group {
        sets = List.copyOf(sets);
    }

    /** @return GS01, such as {@code SH} */
    public String functionalId() {
        return header.map(gs -> gs.element(1).strip()).orElse("");
    }

    /** @return GS06, or 0048 of UNG */
    public String control() {
        return header.map(gs -> gs.element(gs.is("UNG") ? 5 : 6).strip()).orElse("");
    }

    /** @return GS08, such as {@code 004010} or {@code 004010VICS} */
    public String version() {
        return header.filter(gs -> gs.is("GS")).map(gs -> gs.element(8).strip()).orElse("");
    }

    /** @return true for a group of acknowledgements, which is never acknowledged itself */
    public boolean isAcknowledgement() {
        return functionalId().equals("FA")
                || !sets.isEmpty() && sets.stream().allMatch(set -> set.code().equals(ACKNOWLEDGEMENT));
    }
}
