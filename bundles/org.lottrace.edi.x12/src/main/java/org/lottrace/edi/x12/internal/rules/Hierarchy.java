package org.lottrace.edi.x12.internal.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lottrace.api.partner.LongList;
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

    private static final int NONE = -1;
    private static final int UNKNOWN = -2;

    private final List<Segment> levels;
    /** The first level with that HL01, by its index. */
    private final Map<String, Integer> byId = new HashMap<>();
    /** For each level the first one with its HL01. */
    private final int[] same;
    /** For each level the one above it; of a shipment, and of one whose parent is not there, less than 0. */
    private final int[] above;

    /** The levels from one upwards. */
    private final int[] seen = new int[DEEPEST + 1];

    private final Map<Integer, String> recovered = new LinkedHashMap<>();
    private final Findings findings;

    private Hierarchy(TransactionSet set, Findings findings) {
        this.findings = findings;
        this.levels = levels(set.segments());
        this.same = new int[levels.size()];
        this.above = new int[levels.size()];
    }

    /** Of a large set they are read again whenever one is asked for. */
    private static List<Segment> levels(List<Segment> segments) {
        int[] at = IntStream.range(0, segments.size())
                .filter(i -> segments.get(i).is("HL"))
                .toArray();
        return segments instanceof LongList
                ? LongList.of(at.length, i -> segments.get(at[i]))
                : IntStream.of(at).mapToObj(segments::get).toList();
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
        for (int i = 0; i < same.length; i++) {
            Segment hl = levels.get(i);
            Integer first = byId.putIfAbsent(id(hl), i);
            same[i] = first == null ? i : first;
            if (first != null) {
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
        for (int i = 0; i < above.length; i++) {
            Segment hl = levels.get(i);
            above[i] = isRoot(hl) ? NONE : byId.getOrDefault(parent(hl), UNKNOWN);
        }
        for (int i = 0; i < above.length; i++) {
            if (above[i] == NONE && !parent(levels.get(i)).isEmpty()) {
                recovered.put(levels.get(i).position(), "");
            }
            if (above[i] == UNKNOWN) {
                add("HL_PARENT_UNKNOWN", levels.get(i), 2, "HL02 must be the HL01 of another HL segment of this set");
            } else {
                below(i);
            }
        }
    }

    private static boolean isRoot(Segment hl) {
        return code(hl).equals(SHIPMENT) && (parent(hl).isEmpty() || parent(hl).equals("0"));
    }

    /** No further than levels may stand below each other: a tree of one long branch would keep us busy for hours. */
    private void below(int level) {
        int deep = 0;
        for (int at = level; at >= 0 && above[at] != NONE; at = above[at]) {
            if (isAmong(deep, same[at])) {
                add("HL_CYCLE", levels.get(level), 2, "the level stands below itself");
                return;
            }
            seen[deep++] = same[at];
            if (deep > DEEPEST) {
                add(
                        "HL_TOO_DEEP",
                        levels.get(level),
                        2,
                        "the level stands below itself or below more than " + DEEPEST
                                + " others; send goods right below their pack, item or order");
                return;
            }
        }
    }

    private boolean isAmong(int deep, int level) {
        for (int i = 0; i < deep; i++) {
            if (seen[i] == level) {
                return true;
            }
        }
        return false;
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
