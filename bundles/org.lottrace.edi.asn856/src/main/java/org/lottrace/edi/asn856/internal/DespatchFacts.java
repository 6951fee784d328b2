package org.lottrace.edi.asn856.internal;

import java.util.Set;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.edi.asn856.internal.SetLevels.Node;
import org.lottrace.edi.asn856.internal.StatedFact.Kind;

/**
 * Every quantity of goods, lot, expiry date and SSCC that a DESADV states, as {@link StatedFacts} has them of an 856.
 *
 * <p>Source: EDIFACT D.96A and D.01B, data elements 6063 (QTY), 7143 (LIN, PIA), 7405 (GIN, GIR), 1153 (RFF), 2005 (DTM), 6313 (MEA), 6069
 * (CNT).
 */
final class DespatchFacts {
    /** Despatched; of a batch also discrete and split quantities. */
    private static final String DESPATCHED = "12";

    private static final Set<String> OF_BATCH = Set.of("1", "11", DESPATCHED);
    private static final Set<String> LOT_IN_PRODUCT = Set.of("NB");
    private static final Set<String> LOT_IN_NUMBERS = Set.of("BX");
    private static final Set<String> LOT_IN_REFERENCE = Set.of("LT", "BT");
    /** Expiry; best before. */
    private static final Set<String> EXPIRY = Set.of("36", "361");

    private static final String TOTAL_NET_WEIGHT = "AAC";
    private static final String SUM_OF_QUANTITIES = "1";
    private static final int LAST_PRODUCT = 6;

    private final StatedFacts stated;
    private Node node;
    private Set<SetSegment> readable = Set.of();
    private SetSegment current;

    DespatchFacts(StatedFacts stated) {
        this.stated = stated;
    }

    void read(Node next) {
        node = next;
        readable = node.readableSet();
        node.segments().forEach(this::read);
    }

    private void read(SetSegment segment) {
        current = segment;
        switch (segment.tag()) {
            case "QTY" -> quantity();
            case "LIN" -> product(3);
            case "PIA" -> {
                for (int i = 2; i <= LAST_PRODUCT; i++) {
                    product(i);
                }
            }
            case "GIN" -> numbers();
            case "GIR" -> {
                for (int i = 2; i <= LAST_PRODUCT; i++) {
                    if (LOT_IN_NUMBERS.contains(at(i, 2))) {
                        fact(i, Kind.LOT, at(i, 1));
                    }
                }
            }
            case "RFF" -> {
                if (LOT_IN_REFERENCE.contains(at(1, 1))) {
                    fact(1, Kind.LOT, at(1, 2));
                }
            }
            case "DTM" -> {
                if (EXPIRY.contains(at(1, 1))) {
                    fact(1, Kind.EXPIRY, at(1, 2));
                }
            }
            case "MEA" -> {
                if (at(2, 1).equals(TOTAL_NET_WEIGHT) && !at(3, 2).isEmpty()) {
                    stated.add(node.id(), segment, 3, Kind.NET_WEIGHT, at(3, 2), comparable(at(3, 1)));
                }
            }
            case "CNT" -> {
                if (at(1, 1).equals(SUM_OF_QUANTITIES)) {
                    fact(1, Kind.HASH_TOTAL, at(1, 2));
                }
            }
            default -> {
                // states none
            }
        }
    }

    /** Of an item the quantity in its own group; what a place or a danger says of a part of it is named as not used. */
    private void quantity() {
        boolean isBatch = node.code().equals("ZZ");
        if (isBatch ? OF_BATCH.contains(at(1, 1)) : at(1, 1).equals(DESPATCHED) && readable.contains(current)) {
            fact(1, Kind.QUANTITY, at(1, 2));
            stated.compared().shipped(at(1, 2), comparable(at(1, 3)), !isBatch);
        }
    }

    /** Weights are compared in the codes of X12, which are those of the table. */
    private static String comparable(String unit) {
        return UnitCodes.fromEdifact(unit).flatMap(UnitCodes::toX12).orElse(unit);
    }

    private void product(int element) {
        if (LOT_IN_PRODUCT.contains(at(element, 2))) {
            fact(element, Kind.LOT, at(element, 1));
        }
    }

    private void numbers() {
        if (LogisticUnits.isUnit(current)) {
            LogisticUnits.identities(current).forEach(unit -> fact(2, Kind.UNIT, unit));
        } else if (LOT_IN_NUMBERS.contains(current.element(1))) {
            LogisticUnits.identities(current).forEach(lot -> fact(2, Kind.LOT, lot));
        }
    }

    private void fact(int element, Kind kind, String value) {
        if (!value.isEmpty()) {
            stated.add(node.id(), current, element, kind, value, "");
        }
    }

    private String at(int element, int component) {
        return current.component(element, component);
    }
}
