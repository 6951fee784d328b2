package org.lottrace.edi.asn856.internal.wire;

/** An N1 loop. */
public final class PartyReference {
    /** N101, such as ST (ship to) or SF (ship from). */
    public String role;
    /** N102. */
    public String name;
    /** N103, such as UL (GLN) or 92 (assigned by the buyer). */
    public String qualifier;
    /** N104. */
    public String id;
}
