package org.lottrace.edi.asn856.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.asn856.internal.SetLevels.Node;
import org.lottrace.edi.asn856.internal.wire.ShipNoticeMessage;

/**
 * Of a path that a level of a DESADV has twice MOXy would take the last, silently. So two that differ refuse the message. Quantities, lots,
 * expiry dates and SSCC are not looked at here: {@link UnreadFacts} accounts for each of them.
 */
final class ReadTwice {
    private static final Set<String> ACCOUNTED = Set.of("QTY", "GIN", "LIN", "PIA", "NAD", "CPS", "PAC", "PCI");
    private static final Set<String> ACCOUNTED_BY_NAME = Set.of("DTM_36", "DTM_361", "RFF_LT", "RFF_BT");
    private static final String ORDER = "RFF_ON";

    private final BoundPaths paths;
    private final List<Violation> problems;

    private ReadTwice(BoundPaths paths, List<Violation> problems) {
        this.paths = paths;
        this.problems = problems;
    }

    /** Several orders of the whole message do not matter where each item names its own. */
    static List<Violation> check(SetLevels set, BoundPaths paths) {
        List<Violation> problems = new ArrayList<>();
        ReadTwice check = new ReadTwice(paths, problems);
        boolean ordersAtItems = set.nodes().stream()
                .filter(node -> LevelKind.of(node.code()) == LevelKind.ITEM)
                .allMatch(item -> item.readable().stream()
                        .anyMatch(segment -> SegmentNames.of(segment).equals(ORDER)));
        set.nodes().forEach(node -> check.check(node, ordersAtItems));
        return problems;
    }

    private boolean isRead(LevelKind kind, String name) {
        return !paths.elements(kind.type(), name).isEmpty()
                || kind == LevelKind.SHIPMENT
                        && !paths.elements(ShipNoticeMessage.class, name).isEmpty();
    }

    private void check(Node node, boolean ordersAtItems) {
        LevelKind kind = LevelKind.of(node.code());
        Map<String, List<String>> seen = new HashMap<>();
        for (SetSegment segment : node.readable()) {
            String name = SegmentNames.of(segment);
            boolean isAccounted = ACCOUNTED.contains(segment.tag())
                    || ACCOUNTED_BY_NAME.contains(name)
                    || segment.loop().startsWith("PARTY")
                    || kind == LevelKind.SHIPMENT && ordersAtItems && name.equals(ORDER);
            if (isAccounted || !isRead(kind, name)) {
                continue;
            }
            List<String> other = seen.putIfAbsent(name, segment.elements());
            if (other != null && !other.equals(segment.elements())) {
                problems.add(new Violation(
                        "STATED_TWICE",
                        ViolationPath.of(
                                PathStep.position(String.valueOf(segment.position())), PathStep.segment(segment.tag())),
                        node.id() + " has " + name + " twice, and they differ; send one, or one level for each"));
            }
        }
    }
}
