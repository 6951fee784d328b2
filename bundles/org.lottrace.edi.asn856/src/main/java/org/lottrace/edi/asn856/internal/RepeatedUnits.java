package org.lottrace.edi.asn856.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.asn856.internal.SetLevels.Node;

/** One SSCC is one logistic unit: on two levels it would put the goods of two pallets on one. */
final class RepeatedUnits {
    private RepeatedUnits() {}

    static void check(SetLevels set, List<Violation> problems) {
        Map<String, String> levels = new HashMap<>();
        for (Node node : set.nodes()) {
            node.segments().stream()
                    .filter(LogisticUnits::isUnit)
                    .map(LogisticUnits::of)
                    .flatMap(List::stream)
                    .forEach(sscc -> {
                        String other = levels.putIfAbsent(sscc, node.id());
                        if (other != null && !other.equals(node.id())) {
                            problems.add(new Violation(
                                    "SSCC_REPEATED",
                                    ViolationPath.of(Texts.level(node.id()), PathStep.segment(set.dialect().sscc)),
                                    "SSCC " + sscc + " stands at " + Texts.place(other)
                                            + " too; a logistic unit has an SSCC of its own"));
                        }
                    });
        }
    }
}
