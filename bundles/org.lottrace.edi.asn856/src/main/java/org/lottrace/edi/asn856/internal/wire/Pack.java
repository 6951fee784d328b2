package org.lottrace.edi.asn856.internal.wire;

/** A case, or the pallet when there are no tares (HL03 = P). */
public final class Pack extends Level {}
