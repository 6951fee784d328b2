package org.lottrace.edi.asn856.internal.wire;

/** A level of a kind that no binding knows: it only holds the levels below it. */
public final class Nameless extends Level {}
