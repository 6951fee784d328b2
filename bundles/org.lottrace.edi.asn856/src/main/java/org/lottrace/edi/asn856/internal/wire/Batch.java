package org.lottrace.edi.asn856.internal.wire;

/** A lot of the item or pack above it (HL03 = ZZ). */
public final class Batch extends Level {}
