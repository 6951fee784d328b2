package org.lottrace.edi.asn856.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.edi.asn856.internal.SetLevels.Node;

/** What of a level is in the notice, or in its lines, as key data: the rest is to be named. */
final class KeyDataTaken {
    /** Elements that say something by themselves; 3 of TD3 stands for 2, too, and of MEA the whole is named. */
    private static final Map<String, int[]> ELEMENTS = Map.of(
            "TD1", new int[] {2, 7},
            "TD3", new int[] {3, 9},
            "TD5", new int[] {3, 5},
            "PO4", new int[] {6});

    private static final String COUNTS = "CT";

    private final List<KeyDataReading.Said> taken = new ArrayList<>();
    private final Set<SetSegment> segments = Collections.newSetFromMap(new IdentityHashMap<>());

    private KeyDataTaken() {}

    static KeyDataTaken of(SetLevels set, Node level, PartnerSwitches partner) {
        KeyDataTaken all = new KeyDataTaken();
        List<KeyDataReading.Said> said = set.keyData(level, partner);
        if (said.isEmpty()) {
            return all;
        }
        boolean isEdifact = set.isEdifact();
        boolean isLeaf = hasGoods(level, isEdifact) && !isAnyAroundGoods(level.children(), isEdifact);
        for (KeyDataReading.Said one : said) {
            if (isKept(one.datum(), set, level, isLeaf, partner)) {
                all.taken.add(one);
                all.segments.add(one.segment());
            }
        }
        return all;
    }

    private static boolean isKept(KeyDatum datum, SetLevels set, Node level, boolean isLeaf, PartnerSwitches partner) {
        boolean isOfNotice = level.code().equals("S") && KeyDataOfLevels.isOfNotice(datum);
        return isOfNotice
                || isLeaf
                || KeyDataOfLevels.ofLine(datum, level.code(), false)
                        .filter(said -> !KeyDataOfLevels.isReplaced(said.name())
                                || !isReplacedBelow(set, level, said.name(), partner))
                        .isPresent();
    }

    /** What every level with goods below says itself reaches none of them. */
    private static boolean isReplacedBelow(SetLevels set, Node level, String name, PartnerSwitches partner) {
        List<Node> around = level.children().stream()
                .filter(child -> isAroundGoods(child, set.isEdifact()))
                .toList();
        return !around.isEmpty()
                && around.stream()
                        .allMatch(
                                child -> says(set, child, name, partner) || isReplacedBelow(set, child, name, partner));
    }

    private static boolean says(SetLevels set, Node level, String name, PartnerSwitches partner) {
        boolean isLeaf = !isAnyAroundGoods(level.children(), set.isEdifact());
        return set.keyData(level, partner).stream()
                .flatMap(said -> KeyDataOfLevels.ofLine(said.datum(), level.code(), isLeaf).stream())
                .anyMatch(datum -> datum.name().equals(name));
    }

    private static boolean isAroundGoods(Node level, boolean isEdifact) {
        return hasGoods(level, isEdifact) || isAnyAroundGoods(level.children(), isEdifact);
    }

    private static boolean isAnyAroundGoods(List<Node> levels, boolean isEdifact) {
        for (Node level : levels) {
            if (isAroundGoods(level, isEdifact)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasGoods(Node level, boolean isEdifact) {
        return level.first(isEdifact ? "QTY" : "SN1").isPresent();
    }

    boolean has(SetSegment segment) {
        return segments.contains(segment);
    }

    /** @param element that holds the number of a pair */
    boolean has(SetSegment segment, int element) {
        if (!segments.contains(segment)) {
            return false;
        }
        for (KeyDataReading.Said one : taken) {
            if (one.segment() == segment && one.element() == element) {
                return true;
            }
        }
        return false;
    }

    /**
     * @param bound what the binding reads of the level
     * @return names of what a segment of an 856 about transport or weights (MEA, TD1, TD3, TD5, PO4) says, and nobody reads
     */
    List<String> unread(SetSegment segment, BoundSegments bound) {
        if (!KeyDataReading.isOfLevel(segment)) {
            return List.of();
        }
        if (segment.is("MEA")) {
            boolean isRead = has(segment)
                    || segment.element(1).equals(COUNTS)
                    || !bound.of(segment).isEmpty();
            return isRead ? List.of() : List.of("MEA");
        }
        List<String> names = new ArrayList<>();
        for (int element : ELEMENTS.getOrDefault(segment.tag(), new int[0])) {
            String name = SegmentNames.element(segment.tag(), element);
            if (!segment.element(element).isEmpty()
                    && !has(segment, element)
                    && !bound.of(segment).contains(name)) {
                names.add(name);
            }
        }
        return names;
    }
}
