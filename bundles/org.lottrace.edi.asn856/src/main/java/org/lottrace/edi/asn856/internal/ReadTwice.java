package org.lottrace.edi.asn856.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
    /** 7143: batch number. */
    private static final String LOT = "NB";

    private static final String COMPONENT = String.valueOf(SetSegment.COMPONENT);

    private final BoundPaths paths;
    private final Set<String> roles;
    private final List<Violation> problems;

    private ReadTwice(BoundPaths paths, Set<String> roles, List<Violation> problems) {
        this.paths = paths;
        this.roles = roles;
        this.problems = problems;
    }

    /** Several orders of the whole message do not matter where each item names its own. */
    static List<Violation> check(SetLevels set, BoundPaths paths, PartnerSwitches partner) {
        List<Violation> problems = new ArrayList<>();
        Set<String> roles = new HashSet<>(partner.shipTo());
        roles.addAll(set.dialect().shipFrom);
        ReadTwice check = new ReadTwice(paths, roles, problems);
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
        Map<String, String> seen = new HashMap<>();
        for (SetSegment segment : node.readable()) {
            String name = SegmentNames.of(segment);
            boolean isAccounted = ACCOUNTED.contains(segment.tag())
                    || ACCOUNTED_BY_NAME.contains(name)
                    || segment.loop().startsWith("PARTY")
                    || kind == LevelKind.SHIPMENT && ordersAtItems && name.equals(ORDER);
            if (!isAccounted && isRead(kind, name)) {
                once(node, segment, name, String.join(COMPONENT, segment.elements()), seen);
            } else if (segment.is("NAD") && roles.contains(segment.element(1))) {
                String id = segment.component(2, 3) + COMPONENT + segment.component(2, 1);
                once(node, segment, "NAD " + segment.element(1), id, seen);
            }
            products(kind, node, segment, seen);
        }
    }

    /** A lot is accounted for by {@link UnreadFacts}, too; what is said twice is said once. */
    private void products(LevelKind kind, Node node, SetSegment segment, Map<String, String> seen) {
        for (int i : SegmentNames.products(segment.tag())) {
            String qualifier = segment.component(i, 2);
            String name = segment.tag() + "_" + qualifier;
            if (!qualifier.equals(LOT)
                    && paths.elements(kind.type(), segment.tag()).contains(name)) {
                once(node, segment, name, segment.component(i, 1), seen);
            }
        }
    }

    private void once(Node node, SetSegment segment, String name, String said, Map<String, String> seen) {
        String other = seen.putIfAbsent(name, said);
        if (other != null && !other.equals(said)) {
            problems.add(new Violation(
                    "STATED_TWICE",
                    ViolationPath.of(
                            PathStep.position(String.valueOf(segment.position())), PathStep.segment(segment.tag())),
                    node.id() + " has " + name + " twice, and they differ; send one, or one level for each"));
        }
    }
}
