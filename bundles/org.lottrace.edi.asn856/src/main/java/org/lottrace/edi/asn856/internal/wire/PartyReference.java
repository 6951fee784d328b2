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

    /** N301; this and what follows is written only. */
    public String street;

    /** N302. */
    public String furtherStreet;

    /** N401. */
    public String city;

    /** N402. */
    public String region;

    /** N403. */
    public String postalCode;

    /** N404. */
    public String country;

    /** PER01. */
    public String contact;

    /** PER03. */
    public String phoneKind;

    /** PER04. */
    public String phone;
}
