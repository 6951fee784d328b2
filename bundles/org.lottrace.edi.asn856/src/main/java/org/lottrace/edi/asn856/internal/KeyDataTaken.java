package org.lottrace.edi.asn856.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.edi.asn856.internal.SetLevels.Node;

/** What of a level is in the notice, or in its lines, as key data: the rest is to be named. */
final class KeyDataTaken {
    private static final Set<String> FOREIGN_LOOPS = Set.of("PARTY", "HAZARD", "LOAD", "CHARGE", "LIST", "VESSEL");
    /** Elements that say something by themselves; 3 of TD3 stands for 2, too, and of MEA the whole is named. */
    private static final Map<String, int[]> ELEMENTS = Map.of(
            "TD1", new int[] {2, 7},
            "TD3", new int[] {3, 9},
            "TD5", new int[] {3, 5},
            "PO4", new int[] {6});

    private static final String COUNTS = "CT";

    private final Map<SetSegment, Set<Integer>> taken = new IdentityHashMap<>();

    private KeyDataTaken() {}

    static KeyDataTaken of(Node level, PartnerSwitches partner, boolean isEdifact) {
        KeyDataTaken all = new KeyDataTaken();
        boolean isLeaf = hasGoods(level, isEdifact)
                && level.children().stream().noneMatch(child -> isAroundGoods(child, isEdifact));
        KeyDataReading.read(level, partner, isEdifact, (segment, element, datum) -> {
            if (isKept(datum, level, isLeaf, partner, isEdifact)) {
                all.taken.computeIfAbsent(segment, s -> new HashSet<>()).add(element);
            }
        });
        return all;
    }

    private static boolean isKept(
            KeyDatum datum, Node level, boolean isLeaf, PartnerSwitches partner, boolean isEdifact) {
        boolean isOfNotice = level.code().equals("S") && KeyDataOfLevels.isOfNotice(datum);
        return isOfNotice
                || KeyDataOfLevels.ofLine(datum, level.code(), isLeaf)
                        .filter(said -> isLeaf
                                || !KeyDataOfLevels.isReplaced(said.name())
                                || !isReplacedBelow(level, said.name(), partner, isEdifact))
                        .isPresent();
    }

    /** What every level with goods below says itself reaches none of them. */
    private static boolean isReplacedBelow(Node level, String name, PartnerSwitches partner, boolean isEdifact) {
        List<Node> around = level.children().stream()
                .filter(child -> isAroundGoods(child, isEdifact))
                .toList();
        return !around.isEmpty()
                && around.stream()
                        .allMatch(child -> says(child, name, partner, isEdifact)
                                || isReplacedBelow(child, name, partner, isEdifact));
    }

    private static boolean says(Node level, String name, PartnerSwitches partner, boolean isEdifact) {
        boolean isLeaf = level.children().stream().noneMatch(child -> isAroundGoods(child, isEdifact));
        return KeyDataReading.of(level, partner, isEdifact).stream()
                .flatMap(datum -> KeyDataOfLevels.ofLine(datum, level.code(), isLeaf).stream())
                .anyMatch(datum -> datum.name().equals(name));
    }

    private static boolean isAroundGoods(Node level, boolean isEdifact) {
        return hasGoods(level, isEdifact)
                || level.children().stream().anyMatch(child -> isAroundGoods(child, isEdifact));
    }

    private static boolean hasGoods(Node level, boolean isEdifact) {
        return level.first(isEdifact ? "QTY" : "SN1").isPresent();
    }

    boolean has(SetSegment segment) {
        return taken.containsKey(segment);
    }

    /** @param element that holds the number of a pair */
    boolean has(SetSegment segment, int element) {
        return taken.getOrDefault(segment, Set.of()).contains(element);
    }

    /**
     * @param bound names of the elements that the binding reads of it
     * @return names of what a segment of an 856 about transport or weights says, and nobody reads
     */
    List<String> unread(SetSegment segment, Set<String> bound) {
        if (FOREIGN_LOOPS.contains(segment.loop())) {
            return List.of();
        }
        if (segment.is("MEA")) {
            return has(segment) || segment.element(1).equals(COUNTS) || !bound.isEmpty() ? List.of() : List.of("MEA");
        }
        List<String> names = new ArrayList<>();
        for (int element : ELEMENTS.getOrDefault(segment.tag(), new int[0])) {
            String name = SegmentNames.element(segment.tag(), element);
            if (!segment.element(element).isEmpty() && !has(segment, element) && !bound.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /** @return whether it is a reference of the level, and not of a party or a charge there */
    static boolean isOfLevel(SetSegment segment) {
        return !FOREIGN_LOOPS.contains(segment.loop());
    }
}
