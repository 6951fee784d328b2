package org.lottrace.edi.asn856.internal;

/**
 * A quantity or a lot that an 856 states.
 *
 * @param level HL01 of the level it stands in; empty before the first level
 * @param segment number of the segment within the set, 1 for ST
 * @param tag of the segment
 * @param element number of the element that holds the value
 * @param kind of fact
 * @param value as it stands there; of a pack what is in it, pack × size
 * @param unit of what is compared with the quantity, X12 data element 355; else empty
 */
record StatedFact(String level, int segment, String tag, int element, Kind kind, String value, String unit) {
    /** What is stated. */
    enum Kind {
        QUANTITY,
        LOT,
        /** Last day of goods, DTM. */
        EXPIRY,
        /** Logistic unit, MAN. */
        UNIT,
        /** Pack and size, PO4. */
        PACK,
        /** A number of goods, MEA. */
        COUNT,
        /** Net weight of goods, MEA. */
        NET_WEIGHT,
        /** Sum of the quantities, CTT02. */
        HASH_TOTAL
    }
}
