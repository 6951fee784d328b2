package org.lottrace.edi.x12.internal.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lottrace.edi.x12.internal.syntax.Finding;
import org.lottrace.edi.x12.internal.syntax.Findings;
import org.lottrace.edi.x12.internal.syntax.Segment;
import org.lottrace.edi.x12.internal.syntax.TransactionSet;

/**
 * The tree of HL segments of a ship notice. Levels may stand in any order and nest in any way below one shipment; what counts is that
 * ids are unique and each parent is a level of the set. Where the meaning is not certain the notice is refused: a lot must never
 * come under the wrong item.
 *
 * <p>Some partners leave every HL02 empty. Then the order of the levels tells the tree, unless packs stand behind the items of an
 * order: they could be packs of that item or the next packs of the order.
 *
 * <p>Source: X12 856, HL01 to HL03 (data element 735) and CTT01.
 */
final class Hierarchy {
    private static final String SHIPMENT = "S";
    private static final String ITEM = "I";
    /** Of a set without parents, from the outside to the inside. */
    private static final List<String> FLAT = List.of(SHIPMENT, "O", "T", "P", ITEM, "ZZ");
    /** Real ones stand below five or six others. */
    private static final int DEEPEST = 50;

    private final List<Segment> levels = new ArrayList<>();
    private final Map<String, Segment> byId = new HashMap<>();
    private final Map<Integer, String> recovered = new LinkedHashMap<>();
    private final Findings findings;

    private Hierarchy(TransactionSet set, Findings findings) {
        this.findings = findings;
        set.segments().stream().filter(segment -> segment.is("HL")).forEach(levels::add);
    }

    /**
     * @param findings where everything is added that makes the tree uncertain
     * @return HL02 as it is meant, by position in the file, where something else was sent
     */
    static Map<Integer, String> check(TransactionSet set, Findings findings) {
        Hierarchy hierarchy = new Hierarchy(set, findings);
        hierarchy.ids();
        if (hierarchy.isFlat()) {
            hierarchy.nest();
        } else {
            hierarchy.parents();
        }
        hierarchy.shipments();
        hierarchy.counts(set);
        return hierarchy.recovered;
    }

    private void ids() {
        for (Segment hl : levels) {
            if (byId.putIfAbsent(id(hl), hl) != null) {
                add("HL_ID_REPEATED", hl, 1, "another HL segment of this set has the same HL01");
            }
        }
    }

    private boolean isFlat() {
        return levels.size() > 1 && levels.stream().allMatch(hl -> parent(hl).isEmpty());
    }

    private void nest() {
        List<Segment> open = new ArrayList<>();
        boolean itemFirst = false;
        for (Segment hl : levels) {
            int rank = FLAT.indexOf(code(hl));
            if (rank < 0 || itemFirst && rank > 1 && rank < FLAT.indexOf(ITEM)) {
                add(
                        "HL_PARENT_UNKNOWN",
                        hl,
                        2,
                        "HL02 is empty, and the order of the levels does not tell what is meant");
                return;
            }
            while (!open.isEmpty() && FLAT.indexOf(code(open.get(open.size() - 1))) >= rank) {
                open.remove(open.size() - 1);
            }
            itemFirst = code(hl).equals(ITEM) && open.stream().allMatch(above -> FLAT.indexOf(code(above)) <= 1)
                    || itemFirst && rank > 1;
            recovered.put(hl.position(), open.isEmpty() ? "" : id(open.get(open.size() - 1)));
            open.add(hl);
        }
    }

    private void parents() {
        for (Segment hl : levels) {
            boolean isRoot = isRoot(hl);
            if (isRoot && !parent(hl).isEmpty()) {
                recovered.put(hl.position(), "");
            }
            if (!isRoot && !byId.containsKey(parent(hl))) {
                add("HL_PARENT_UNKNOWN", hl, 2, "HL02 must be the HL01 of another HL segment of this set");
            } else {
                above(hl);
            }
        }
    }

    private static boolean isRoot(Segment hl) {
        return code(hl).equals(SHIPMENT) && (parent(hl).isEmpty() || parent(hl).equals("0"));
    }

    /** No further than levels may stand below each other: a tree of one long branch would keep us busy for hours. */
    private void above(Segment hl) {
        Set<String> seen = new HashSet<>();
        for (Segment at = hl; at != null && !isRoot(at); at = byId.get(parent(at))) {
            if (!seen.add(id(at))) {
                add("HL_CYCLE", hl, 2, "the level stands below itself");
                return;
            }
            if (seen.size() > DEEPEST) {
                add(
                        "HL_TOO_DEEP",
                        hl,
                        2,
                        "the level stands below itself or below more than " + DEEPEST
                                + " others; send goods right below their pack, item or order");
                return;
            }
        }
    }

    private void shipments() {
        boolean found = false;
        for (Segment hl : levels) {
            boolean isShipment = code(hl).equals(SHIPMENT);
            if (isShipment && found) {
                add("SHIPMENT_REPEATED", hl, 3, "a ship notice has one shipment level; send one set for each shipment");
            }
            found |= isShipment;
        }
        if (!found && !levels.isEmpty()) {
            add("SHIPMENT_MISSING", levels.get(0), 3, "no HL segment of this set is a shipment (S)");
        }
    }

    /** Most partners count the HL segments, some the items. */
    private void counts(TransactionSet set) {
        List<Segment> segments = set.segments();
        String items = String.valueOf(
                segments.stream().filter(segment -> segment.is("LIN")).count());
        String all = String.valueOf(levels.size());
        for (Segment segment : segments) {
            String sent = segment.is("CTT") ? segment.element(1).strip() : all;
            if (!sent.equals(all) && !sent.equals(items)) {
                add("HL_COUNT_DIFFERS", segment, 1, "CTT01 must say " + all + ", the number of HL segments");
            }
        }
    }

    private void add(String code, Segment segment, int element, String message) {
        findings.add(Finding.of(code, segment, element, message));
    }

    private static String id(Segment hl) {
        return hl.element(1).strip();
    }

    private static String parent(Segment hl) {
        return hl.element(2).strip();
    }

    private static String code(Segment hl) {
        return hl.element(3).strip();
    }
}
