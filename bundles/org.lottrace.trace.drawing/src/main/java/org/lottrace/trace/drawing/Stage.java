package org.lottrace.trace.drawing;

/** The columns of a drawing, from left to right. */
public enum Stage {
    /** Parties from which lots were received. */
    SUPPLIER,
    /** Lots of raw materials and packaging. */
    RAW,
    /** Lots of semi-finished items. */
    INTERMEDIATE,
    /** Lots of what is sold. */
    FINISHED,
    /** Parties to which lots were shipped. */
    CONSIGNEE
}
