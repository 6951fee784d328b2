package org.lottrace.edi.asn856.internal.wire;

/** A pallet (HL03 = T). */
public final class Tare extends Level {}
