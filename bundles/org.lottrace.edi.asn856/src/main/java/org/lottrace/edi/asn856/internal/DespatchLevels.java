package org.lottrace.edi.asn856.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.edi.asn856.internal.SetLevels.Node;

/**
 * The levels of a DESADV (and of a RECADV, which has the same), as those of an 856: the message is the shipment, each CPS a package in the package it names (CPS02), each LIN
 * an item in the package before it, or below the line it is a part of (C829), and each PCI of a line that has a quantity of its own a
 * batch of that line.
 *
 * <p>A package is a tare when packages with an SSCC stand in it, else a pack. What stands in places, dangers and other groups of a line
 * belongs to no level that can be read.
 */
final class DespatchLevels {
    private static final String ITEM = "ITEM";
    private static final String MARKING = "ITEM_MARKING";
    private static final Set<String> OF_ITEM =
            Set.of(ITEM, "ITEM_REFERENCE", "ITEM_NUMBERS", MARKING, "ITEM_MARKING_NUMBERS");
    private static final String SUB_LINE = "1";

    private final List<SetSegment> heading;
    private final List<Node> nodes;
    private final Map<String, Node> byId = new HashMap<>();
    private Node shipment;
    private Node packages;
    private Node item;

    private DespatchLevels(List<SetSegment> heading, List<Node> nodes) {
        this.heading = heading;
        this.nodes = nodes;
    }

    /** Adds the heading and the levels of the message. */
    static void read(List<SetSegment> segments, List<SetSegment> heading, List<Node> nodes) {
        new DespatchLevels(heading, nodes).read(segments);
    }

    private void read(List<SetSegment> segments) {
        shipment = node("message", "", "S");
        packages = shipment;
        for (int i = 0; i < segments.size(); i++) {
            SetSegment segment = Normal.of(segments.get(i));
            if (segment.is("CPS")) {
                String parent = segment.element(2);
                packages = node("CPS " + segment.element(1), parent.isEmpty() ? shipment.id() : "CPS " + parent, "P");
                take(packages, segment);
            } else if (segment.is("LIN")) {
                item = item(segment);
                take(item, segment);
            } else if (segment.opens() && segment.loop().equals(MARKING)) {
                i = marking(segments, i);
            } else if (segment.loop().startsWith(ITEM)) {
                add(item, segment, isOfItem(segment));
            } else if (segment.loop().startsWith("PACKAGE")) {
                take(packages, segment);
            } else {
                boolean isReadable = isOfMessage(segment);
                add(shipment, segment, isReadable);
                if (isReadable) {
                    heading.add(segment);
                }
            }
        }
        for (Node node : nodes) {
            if (byId.containsKey(node.parent())) {
                byId.get(node.parent()).children().add(node);
            }
        }
        nodes.replaceAll(node -> node.code().equals("P") && isAroundUnits(node) ? node.as("T") : node);
    }

    private static void take(Node node, SetSegment segment) {
        add(node, segment, true);
    }

    private static void add(Node node, SetSegment segment, boolean isReadable) {
        node.segments().add(segment);
        if (isReadable) {
            node.readable().add(segment);
        }
    }

    /** The date of a reference, or the reference of a party, is none of the message. */
    private static boolean isOfMessage(SetSegment segment) {
        return segment.loop().isEmpty()
                || segment.opens() && Set.of("PARTY", "REFERENCE", "TRANSPORT").contains(segment.loop());
    }

    private static boolean isOfItem(SetSegment segment) {
        return OF_ITEM.contains(segment.loop())
                && (segment.opens() || !segment.loop().equals("ITEM_REFERENCE"));
    }

    private Node item(SetSegment lin) {
        String id = "LIN " + lin.element(1);
        boolean isPart = lin.component(4, 1).equals(SUB_LINE) && byId.containsKey("LIN " + lin.component(4, 2));
        return node(
                byId.containsKey(id) ? id + " (segment " + lin.position() + ")" : id,
                isPart ? "LIN " + lin.component(4, 2) : packages.id(),
                "I");
    }

    /** @return index of the last segment of the group */
    private int marking(List<SetSegment> segments, int from) {
        int end = from + 1;
        while (end < segments.size()
                && segments.get(end).loop().startsWith(MARKING)
                && !(segments.get(end).opens() && segments.get(end).loop().equals(MARKING))) {
            end++;
        }
        List<SetSegment> group =
                segments.subList(from, end).stream().map(Normal::of).toList();
        boolean isBatch = group.stream().anyMatch(segment -> segment.is("QTY"));
        Node level = isBatch
                ? node(item.id() + " PCI (segment " + segments.get(from).position() + ")", item.id(), "ZZ")
                : item;
        for (SetSegment segment : group) {
            add(level, segment, isOfItem(segment));
        }
        return end - 1;
    }

    private Node node(String id, String parent, String code) {
        Node node = new Node(id, parent, code, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        nodes.add(node);
        byId.put(id, node);
        return node;
    }

    private static boolean isAroundUnits(Node node) {
        return hasUnit(node) && node.children().stream().anyMatch(DespatchLevels::hasUnitsBelow);
    }

    private static boolean hasUnitsBelow(Node node) {
        return node.id().startsWith("CPS ")
                && (hasUnit(node) || node.children().stream().anyMatch(DespatchLevels::hasUnitsBelow));
    }

    private static boolean hasUnit(Node node) {
        return node.segments().stream().anyMatch(LogisticUnits::isUnit);
    }
}
