package org.lottrace.edi.asn856.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.partner.LongList;

/**
 * The segments of a ship notice by level: of an 856 what stands before the first HL, then each HL with what is behind it, as a tree by HL02;
 * of a DESADV see {@link DespatchLevels}.
 */
final class SetLevels {
    private final List<SetSegment> segments;
    private final List<SetSegment> heading = new ArrayList<>();
    private final Optional<LongLevels> large;
    private final List<Node> nodes;
    private int[] parents = {};
    /** Of the levels of a set that is in memory, for the partner that was asked for last: they are asked for twice. */
    private final Map<Node, List<KeyDataReading.Said>> keyData = new IdentityHashMap<>();

    private PartnerSwitches keyDataOf = PartnerSwitches.NONE;
    private RepeatedParties parties = new RepeatedParties();

    /**
     * A level.
     *
     * @param id HL01, or what it is called in a message without HL
     * @param parent of the level above; empty for the shipment
     * @param code HL03, or that of the same kind of level
     * @param segments all of it, in their order
     * @param readable those that a binding may read; the same in an 856
     * @param children in the order of the set
     */
    record Node(
            String id,
            String parent,
            String code,
            List<SetSegment> segments,
            List<SetSegment> readable,
            List<Node> children) {
        Optional<SetSegment> first(String tag) {
            for (SetSegment segment : segments) {
                if (segment.is(tag)) {
                    return Optional.of(segment);
                }
            }
            return Optional.empty();
        }

        /** @return {@link #readable()} for many questions; a segment is itself and no other one that says the same */
        Set<SetSegment> readableSet() {
            Set<SetSegment> set = Collections.newSetFromMap(new IdentityHashMap<>());
            set.addAll(readable);
            return set;
        }

        Node as(String otherCode) {
            return new Node(id, parent, otherCode, segments, readable, children);
        }
    }

    private SetLevels(List<SetSegment> segments) {
        this.segments = segments;
        this.large = segments instanceof LongList && !isEdifact()
                ? Optional.of(new LongLevels(segments, heading))
                : Optional.empty();
        this.nodes = large.map(LongLevels::nodes).orElseGet(ArrayList::new);
    }

    /** @param segments of a set whose tree was checked: each HL02 is the HL01 of another level, or empty */
    static SetLevels of(List<SetSegment> segments) {
        SetLevels levels = new SetLevels(segments);
        if (levels.isEdifact()) {
            DespatchLevels.read(segments, levels.heading, levels.nodes);
        } else if (!levels.isLong()) {
            levels.read();
        }
        if (!levels.isLong()) {
            levels.placeAll();
        }
        return levels;
    }

    private void read() {
        List<SetSegment> current = heading;
        Map<String, Node> byId = new HashMap<>();
        for (SetSegment segment : segments) {
            if (segment.is("HL")) {
                List<SetSegment> ofLevel = new ArrayList<>();
                Node node = new Node(
                        segment.element(1),
                        segment.element(2),
                        segment.element(3),
                        ofLevel,
                        ofLevel,
                        new ArrayList<>());
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

    private void placeAll() {
        Map<String, Integer> byId = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            byId.put(nodes.get(i).id(), i);
        }
        parents = nodes.stream()
                .mapToInt(node -> byId.getOrDefault(node.parent(), -1))
                .toArray();
    }

    /** @return whether it is too large for memory: then a level is made whenever it is asked for, and is never the same one */
    boolean isLong() {
        return large.isPresent();
    }

    /** @return where such levels begin, end and stand in the tree */
    LongLevels large() {
        return large.orElseThrow();
    }

    /** @return index among {@link #nodes()} of the level above that one; less than 0 for none */
    int parent(int index) {
        return isLong() ? large().parent(index) : parents[index];
    }

    boolean isEdifact() {
        return !segments.isEmpty() && segments.get(0).is("UNH");
    }

    Dialect dialect() {
        return isEdifact() ? Dialect.EDIFACT : Dialect.X12;
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

    /** @return what such a level says beside the fields of the notice */
    List<KeyDataReading.Said> keyData(Node level, PartnerSwitches partner) {
        if (keyDataOf != partner) {
            keyDataOf = partner;
            keyData.clear();
            parties = new RepeatedParties();
        }
        return isLong()
                ? KeyDataReading.of(level, partner, false, parties)
                : keyData.computeIfAbsent(level, one -> KeyDataReading.of(one, partner, isEdifact(), parties));
    }

    /** @return the level that has no parent */
    Optional<Node> root() {
        return nodes.stream().filter(node -> node.parent().isEmpty()).findFirst();
    }
}
