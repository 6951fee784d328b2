package org.lottrace.edi.x12.internal.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.lottrace.edi.x12.internal.syntax.Finding;
import org.lottrace.edi.x12.internal.syntax.Findings;
import org.lottrace.edi.x12.internal.syntax.Segment;
import org.lottrace.edi.x12.internal.syntax.TransactionSet;

/**
 * The tree of HL segments of a ship notice: ids are unique, parents stand before their children, levels nest as S-O-P-I,
 * S-O-T-P-I or with a level left out, and CTT01 says how many there are. Where the meaning is not certain the notice is
 * refused: a lot must never come under the wrong item.
 *
 * <p>Source: X12 856, HL01 to HL03 (data element 735) and CTT01.
 */
final class HierarchyRules {
    private static final Map<String, Set<String>> PARENTS = Map.of(
            "O", Set.of("S"),
            "T", Set.of("O"),
            "P", Set.of("O", "T"),
            "I", Set.of("O", "T", "P"),
            "ZZ", Set.of("P", "I"));

    private HierarchyRules() {}

    static void check(TransactionSet set, Findings findings) {
        Map<String, String> levels = new HashMap<>();
        int count = 0;
        for (Segment segment : set.segments()) {
            if (segment.is("HL")) {
                count++;
                level(segment, levels, findings);
            } else if (segment.is("CTT") && !segment.element(1).strip().equals(String.valueOf(count))) {
                findings.add(Finding.of(
                        "HL_COUNT_DIFFERS", segment, 1, "CTT01 must say " + count + ", the number of HL segments"));
            }
        }
    }

    private static void level(Segment hl, Map<String, String> levels, Findings findings) {
        String id = hl.element(1).strip();
        String parent = hl.element(2).strip();
        String level = hl.element(3).strip();
        boolean first = level.equals("S") && (parent.isEmpty() || parent.equals("0"));
        if (!first && !levels.containsKey(parent)) {
            findings.add(
                    Finding.of("HL_PARENT_UNKNOWN", hl, 2, "HL02 must be the HL01 of an HL segment before this one"));
        } else if (!first && PARENTS.containsKey(level) && !PARENTS.get(level).contains(levels.get(parent))) {
            findings.add(Finding.of(
                    "HL_NESTING_WRONG",
                    hl,
                    3,
                    "a level " + level + " cannot stand below a level " + levels.get(parent)));
        } else if (!first && level.equals("S")) {
            findings.add(Finding.of("HL_NESTING_WRONG", hl, 2, "the shipment level has no parent"));
        }
        if (levels.putIfAbsent(id, level) != null) {
            findings.add(Finding.of("HL_ID_REPEATED", hl, 1, "another HL segment of this set has the same HL01"));
        }
    }
}
