package org.lottrace.edi.asn856.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.edi.asn856.internal.StatedFact.Kind;

/**
 * Every quantity of goods and every lot that an 856 states, whatever the binding of the partner reads of it, and the tree of its
 * levels by HL02. What is said of a quantity a second time (PO4, MEA, CTT02) is a fact, too; what describes packaging or transport (TD1,
 * PAL, gross weights) is none.
 *
 * <p>Source: X12 856 004010; qualifiers of lots are those of data elements 235 (LIN, SLN) and 128 (REF), those of
 * measurements 737 and 738.
 */
final class StatedFacts {
    /** Lot; the supplier's batch. */
    private static final Set<String> LOT_IN_PAIR = Set.of("LT", "B8");
    /** Lot; batch; bar-coded serial number, which some partners use for the lot. */
    private static final Set<String> LOT_IN_REFERENCE = Set.of("LT", "BT", "LS");

    /** Expiration; expiration of the lot. */
    private static final Set<String> EXPIRY = Set.of("036", "208");

    private static final String SSCC = "GM";
    private static final String COUNTS = "CT";
    private static final String WEIGHTS = "WT";
    private static final String ACTUAL_NET_WEIGHT = "N";

    private static final int LAST_PAIR = 31;
    private static final int LAST_DESTINATION = 22;

    private final SetLevels set;
    private final List<StatedFact> facts = new ArrayList<>();
    private ComparedFacts compared = new ComparedFacts();
    private String level = "";
    private SetSegment current;

    /** Is told of one level after the other. */
    interface Account {
        /**
         * @param index of the level; less than 0 before the first
         * @param facts what it states, in the order of the message; not to be kept
         * @param compared the quantities of that level, with which others are compared
         */
        void level(int index, List<StatedFact> facts, ComparedFacts compared);
    }

    private StatedFacts(SetLevels set) {
        this.set = set;
    }

    /** @param set from ST to SE */
    static StatedFacts of(SetLevels set) {
        return new StatedFacts(set);
    }

    /** @return the levels of the message */
    SetLevels set() {
        return set;
    }

    /**
     * Reads the message, in its order, and holds the facts of one level only.
     *
     * @return what was compared, as it is at the end
     */
    ComparedFacts read(Account account) {
        compared = new ComparedFacts();
        level = "";
        if (set.isEdifact()) {
            DespatchFacts ofNode = new DespatchFacts(this);
            for (int i = 0; i < set.nodes().size(); i++) {
                ofNode.read(set.nodes().get(i));
                end(i, account);
            }
            return compared;
        }
        int index = -1;
        for (SetSegment segment : set.segments()) {
            if (segment.is("HL")) {
                end(index++, account);
                level = segment.element(1);
            }
            read(segment);
        }
        end(index, account);
        return compared;
    }

    private void end(int index, Account account) {
        account.level(index, facts, compared);
        facts.clear();
        compared.nextLevel();
    }

    /** @return the quantities with which others are compared */
    ComparedFacts compared() {
        return compared;
    }

    void add(String ofLevel, SetSegment segment, int element, Kind kind, String value, String unit) {
        facts.add(new StatedFact(ofLevel, segment.position(), segment.tag(), element, kind, value, unit));
    }

    private void read(SetSegment next) {
        current = next;
        switch (next.tag()) {
            case "SN1" -> {
                quantity(2);
                compared.shipped(at(2), at(3));
            }
            case "CLD" -> quantity(2);
            case "PO4" -> pack();
            case "MEA" -> measurement();
            case "CTT" -> fact(2, Kind.HASH_TOTAL, at(2));
            case "SLN" -> {
                quantity(4);
                pairs(9);
            }
            case "SDQ" -> {
                for (int i = 4; i <= LAST_DESTINATION; i += 2) {
                    quantity(i);
                }
            }
            case "LIN" -> pairs(2);
            case "DTM" -> {
                if (EXPIRY.contains(at(1)) && !level.isEmpty()) {
                    fact(2, Kind.EXPIRY, at(2));
                }
            }
            case "MAN" -> {
                if (at(1).equals(SSCC)) {
                    fact(2, Kind.UNIT, at(2));
                }
            }
            case "REF" -> reference();
            default -> {
                // states neither
            }
        }
    }

    private void quantity(int element) {
        fact(element, Kind.QUANTITY, at(element));
    }

    /** PO401 packs of PO402 units each; without a size it says nothing of quantities. */
    private void pack() {
        String packs = at(1).isEmpty() ? "1" : at(1);
        String inOne = Texts.amount(packs)
                .flatMap(number -> Texts.amount(at(2)).map(number::multiply))
                .map(BigDecimal::toPlainString)
                .orElse(at(2));
        fact(0, Kind.PACK, inOne, at(3));
    }

    /** MEA04 is made of a unit and, seldom, an exponent. */
    private void measurement() {
        String unit = current.component(4, 1);
        if (at(1).equals(COUNTS)) {
            fact(3, Kind.COUNT, at(3), unit);
        } else if (at(2).equals(ACTUAL_NET_WEIGHT) || at(1).equals(WEIGHTS) && at(2).isEmpty()) {
            fact(3, Kind.NET_WEIGHT, at(3), unit);
        }
    }

    private void pairs(int first) {
        for (int i = first; i < Math.min(LAST_PAIR, current.size()); i += 2) {
            if (LOT_IN_PAIR.contains(at(i))) {
                fact(i + 1, Kind.LOT, at(i + 1));
            }
        }
    }

    /** REF01 qualifies REF02, or the description REF03; REF04 is made of such pairs. */
    private void reference() {
        if (LOT_IN_REFERENCE.contains(at(1))) {
            fact(at(2).isEmpty() ? 3 : 2, Kind.LOT, at(2).isEmpty() ? at(3) : at(2));
        }
        for (int i = 1; i < 6; i += 2) {
            if (LOT_IN_REFERENCE.contains(current.component(4, i))) {
                fact(4, Kind.LOT, current.component(4, i + 1));
            }
        }
    }

    private void fact(int element, Kind kind, String value) {
        fact(element, kind, value, "");
    }

    private void fact(int element, Kind kind, String value, String unit) {
        if (!value.isEmpty()) {
            add(level, current, element, kind, value, unit);
        }
    }

    private String at(int element) {
        return current.element(element);
    }
}
