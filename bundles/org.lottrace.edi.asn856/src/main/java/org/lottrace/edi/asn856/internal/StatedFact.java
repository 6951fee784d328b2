package org.lottrace.edi.asn856.internal;

/**
 * A quantity or a lot that an 856 states.
 *
 * @param level HL01 of the level it stands in; empty before the first level
 * @param segment number of the segment within the set, 1 for ST
 * @param tag of the segment
 * @param element number of the element that holds the value
 * @param kind of fact
 * @param value as it stands there
 */
record StatedFact(String level, int segment, String tag, int element, Kind kind, String value) {
    /** What is stated. */
    enum Kind {
        QUANTITY,
        LOT
    }
}
