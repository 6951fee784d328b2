package org.lottrace.edi.asn856.internal.wire;

/** An item (HL03 = I). */
public final class Item extends Level {}
