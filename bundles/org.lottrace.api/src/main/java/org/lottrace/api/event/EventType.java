package org.lottrace.api.event;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.lottrace.api.code.Coded;

/**
 * What happened. The physical ones are the critical tracking events LotTrace captures (compare 21 CFR 1.1310 and the
 * GS1 CBV business steps); {@link #HOLD} and {@link #RELEASE} change the disposition of lots without moving them.
 */
public enum EventType implements Coded {
    RECEIVE("RECEIVE"),
    PUT_AWAY("PUT_AWAY"),
    TRANSFER("TRANSFER"),
    CONSUME("CONSUME"),
    PRODUCE("PRODUCE"),
    PICK("PICK"),
    PACK("PACK"),
    SHIP("SHIP"),
    RETURN("RETURN"),
    COUNT("COUNT"),
    DISPOSE("DISPOSE"),
    HOLD("HOLD"),
    RELEASE("RELEASE"),
    /** What is known about a lot became something else: its dates, its number, another attribute. Nothing moved. */
    LOT_CHANGE("LOT_CHANGE"),
    /** The event that this one {@link TraceEvent#corrects() corrects} did not happen, or not so: everything it did is undone. */
    REVERSE("REVERSE"),
    /** Where another chain of records stood: nothing moved and nothing changed. */
    ANCHOR("ANCHOR"),
    /** What was on stock when recording began: its first day here. */
    OPENING("OPENING"),
    /** Goods went back to who supplied them. */
    SUPPLIER_RETURN("SUPPLIER_RETURN"),
    /** The rest of a ship notice is expected no longer. Nothing moved. */
    NOTICE_CLOSE("NOTICE_CLOSE"),
    /**
     * A report took more than the book had: the difference was there without being recorded. It comes from nowhere until what
     * explains it is recorded; then this one is reversed.
     */
    GAIN("GAIN"),
    /** Goods, or smaller logistic units, came out of the logistic unit in which they were. */
    UNPACK("UNPACK"),
    /** A sample was taken of lots: to be tested, kept or shown. */
    SAMPLE("SAMPLE"),
    /** What goods cost became known or changed: an invoice, freight, conversion, a new value. Nothing moved. */
    COST("COST"),
    /** A part of a lot became a lot of its own. */
    SPLIT("SPLIT"),
    /** Lots became one lot. */
    MERGE("MERGE"),
    /** A lot, or a part of it, got another number on its goods. */
    RELABEL("RELABEL"),
    /** Goods were packed anew: other lots, perhaps of another item. */
    REPACK("REPACK"),
    /** A shipment came to its customer. Nothing moved: it left before. */
    DELIVER("DELIVER");

    /** Goods of lots became goods of other lots without being processed. */
    public static final Set<EventType> TRANSFORMATIONS =
            Collections.unmodifiableSet(EnumSet.of(SPLIT, MERGE, RELABEL, REPACK));

    private final String code;

    EventType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
