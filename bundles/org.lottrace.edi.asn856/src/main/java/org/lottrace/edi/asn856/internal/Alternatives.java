package org.lottrace.edi.asn856.internal;

import org.lottrace.edi.asn856.internal.wire.Level;
import org.lottrace.edi.asn856.internal.wire.Shipment;

/**
 * A fact that may stand in one of several places of a message: the first that is there counts. When others say something else,
 * {@link UnreadFacts} finds it.
 */
final class Alternatives {
    private Alternatives() {}

    /** @param isEdifact whether a quantity without a unit is one of trade items */
    static void settle(Level level, boolean isEdifact) {
        level.lot = first(level.lot, first(level.lotMark, level.lotReference));
        level.expiry = first(level.expiry, level.bestBefore);
        level.sscc = first(level.sscc, level.ssccOther);
        if (level.quantity == null && level.split != null) {
            level.quantity = level.split;
            level.unit = level.splitUnit;
        }
        if (isEdifact && level.quantity != null && level.unit == null) {
            level.unit = UnitCodes.PIECE;
        }
        if (level instanceof Shipment shipment) {
            shipment.billOfLading = first(shipment.billOfLading, shipment.deliveryNote);
        }
    }

    private static String first(String one, String other) {
        return one == null ? other : one;
    }
}
