package org.lottrace.edi.asn856.internal;

import java.util.HashMap;
import java.util.Map;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.asn856.internal.SetLevels.Node;

/** One SSCC is one logistic unit: on two levels it would put the goods of two pallets on one. */
final class RepeatedUnits {
    private RepeatedUnits() {}

    static void check(SetLevels set, Violations problems) {
        Map<String, String> levels = new HashMap<>();
        for (Node node : set.nodes()) {
            for (SetSegment segment : node.segments()) {
                if (LogisticUnits.isUnit(segment)) {
                    LogisticUnits.of(segment).forEach(sscc -> check(set, node, sscc, levels, problems));
                }
            }
        }
    }

    private static void check(SetLevels set, Node node, String sscc, Map<String, String> levels, Violations problems) {
        String other = levels.putIfAbsent(sscc, node.id());
        if (other != null && !other.equals(node.id())) {
            problems.add(new Violation(
                    "SSCC_REPEATED",
                    ViolationPath.of(Texts.level(node.id()), PathStep.segment(set.dialect().sscc)),
                    "SSCC " + sscc + " stands at " + Texts.place(other)
                            + " too; a logistic unit has an SSCC of its own"));
        }
    }
}
