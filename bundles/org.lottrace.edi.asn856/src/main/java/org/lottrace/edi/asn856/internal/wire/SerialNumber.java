package org.lottrace.edi.asn856.internal.wire;

/** A serial number of a piece, REF with SE; written only. */
public final class SerialNumber {
    /** REF02. */
    public String number;
}
