package org.lottrace.edi.x12.internal.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.x12.internal.syntax.Finding;

/** Separates what an interchange is refused for from what its sender may get wrong. */
final class Tolerated {
    private static final int MOST_NOTES = 200;

    private final Set<String> codes;
    private final List<Violation> notes = new ArrayList<>();

    /** @param codes of findings that are only noted */
    Tolerated(Set<String> codes) {
        this.codes = codes;
    }

    /** @return those that are not tolerated */
    List<Finding> without(List<Finding> findings) {
        List<Finding> others = new ArrayList<>();
        for (Finding finding : findings) {
            if (!codes.contains(finding.code())) {
                others.add(finding);
            } else if (notes.size() < MOST_NOTES) {
                notes.add(finding.violation());
            }
        }
        return others;
    }

    List<Violation> notes() {
        return List.copyOf(notes);
    }
}
