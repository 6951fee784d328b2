package org.lottrace.edi.asn856.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.asn856.internal.SetLevels.Node;

/** One SSCC is one logistic unit: on two levels it would put the goods of two pallets on one. */
final class RepeatedUnits {
    private static final String SSCC = "GM";

    private RepeatedUnits() {}

    static void check(SetLevels set, List<Violation> problems) {
        Map<String, String> levels = new HashMap<>();
        for (Node node : set.nodes()) {
            node.segments().stream()
                    .filter(segment -> segment.is("MAN") && segment.element(1).equals(SSCC))
                    .map(RepeatedUnits::sscc)
                    .forEach(sscc -> {
                        String other = levels.putIfAbsent(sscc, node.id());
                        if (other != null && !other.equals(node.id())) {
                            problems.add(new Violation(
                                    "SSCC_REPEATED",
                                    ViolationPath.of(PathStep.level(node.id()), PathStep.segment("MAN GM")),
                                    "SSCC " + sscc + " stands at HL " + other
                                            + " too; a logistic unit has an SSCC of its own"));
                        }
                    });
        }
    }

    private static String sscc(SetSegment man) {
        return Texts.sscc(man.element(2));
    }
}
