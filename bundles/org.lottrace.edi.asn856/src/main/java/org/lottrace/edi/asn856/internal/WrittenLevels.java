package org.lottrace.edi.asn856.internal;

import java.util.List;
import org.lottrace.edi.asn856.internal.PartnerFolder.SsccLevel;

/**
 * Which levels we write below the shipment and its orders: pallets (T), packages (P), items (I) and lots (B, HL03 {@code ZZ}). Without
 * lots as levels of their own each item is of one lot.
 *
 * <p>Source: X12 data element 1005.
 */
record WrittenLevels(boolean tares, boolean packs, boolean items, boolean batches) {
    private static final List<String> KNOWN = List.of(
            "S-O-P-I",
            "S-O-T-P-I",
            "S-O-I",
            "S-O-T-I",
            "S-O-P-I-B",
            "S-O-T-P-I-B",
            "S-O-I-B",
            "S-O-T-I-B",
            "S-O-T-P-B");

    /** @throws IllegalArgumentException if we cannot write these; the message names those that we can */
    static WrittenLevels of(String text) {
        if (!KNOWN.contains(text)) {
            throw new IllegalArgumentException("hierarchy is one of " + KNOWN + ", not \"" + text + "\"");
        }
        List<String> levels = List.of(text.split("-"));
        return new WrittenLevels(
                levels.contains("T"), levels.contains("P"), levels.contains("I"), levels.contains("B"));
    }

    /** @return which level names the logistic unit */
    SsccLevel sscc() {
        if (tares) {
            return SsccLevel.TARE;
        }
        return packs ? SsccLevel.PACK : SsccLevel.NONE;
    }

    /** @return BSN05 */
    String structure() {
        if (batches) {
            return "ZZZZ";
        }
        return packs || tares ? "0001" : "0004";
    }
}
