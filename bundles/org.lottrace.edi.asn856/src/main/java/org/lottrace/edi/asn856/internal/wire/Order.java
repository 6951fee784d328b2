package org.lottrace.edi.asn856.internal.wire;

/** An order of the receiver (HL03 = O). */
public final class Order extends Level {}
