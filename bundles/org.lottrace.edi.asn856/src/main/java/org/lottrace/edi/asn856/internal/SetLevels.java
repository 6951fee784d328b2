package org.lottrace.edi.asn856.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.edi.SetSegment;

/** The segments of a ship notice by level: what stands before the first HL, then each HL with what is behind it, as a tree by HL02. */
final class SetLevels {
    private final List<SetSegment> segments;
    private final List<Node> nodes = new ArrayList<>();
    private final List<SetSegment> heading = new ArrayList<>();

    /**
     * A level.
     *
     * @param segments HL first
     * @param children in the order of the set
     */
    record Node(List<SetSegment> segments, List<Node> children) {
        String id() {
            return segments.get(0).element(1);
        }

        String parent() {
            return segments.get(0).element(2);
        }

        /** @return HL03 */
        String code() {
            return segments.get(0).element(3);
        }

        Optional<SetSegment> first(String tag) {
            return segments.stream().filter(segment -> segment.is(tag)).findFirst();
        }
    }

    private SetLevels(List<SetSegment> segments) {
        this.segments = segments;
    }

    /** @param segments of a set whose tree was checked: each HL02 is the HL01 of another level, or empty */
    static SetLevels of(List<SetSegment> segments) {
        SetLevels levels = new SetLevels(segments);
        levels.read();
        return levels;
    }

    private void read() {
        List<SetSegment> current = heading;
        Map<String, Node> byId = new HashMap<>();
        for (SetSegment segment : segments) {
            if (segment.is("HL")) {
                Node node = new Node(new ArrayList<>(), new ArrayList<>());
                nodes.add(node);
                current = node.segments();
                byId.put(segment.element(1), node);
            } else if (segment.loop().isEmpty() && !nodes.isEmpty()) {
                current = heading;
            }
            current.add(segment);
        }
        for (Node node : nodes) {
            Optional.ofNullable(byId.get(node.parent()))
                    .ifPresent(parent -> parent.children().add(node));
        }
    }

    /** @return all segments, in the order of the set */
    List<SetSegment> segments() {
        return segments;
    }

    /** @return what belongs to no level: ST, BSN, DTM, and CTT, SE behind the last one */
    List<SetSegment> heading() {
        return heading;
    }

    /** @return all levels, in the order of the set */
    List<Node> nodes() {
        return nodes;
    }

    /** @return the level that has no parent */
    Optional<Node> root() {
        return nodes.stream().filter(node -> node.parent().isEmpty()).findFirst();
    }
}
