package org.lottrace.trace.drawing.internal.paper;

/** A place on the sheet. Lengths are pixels of CSS, from the upper left corner. */
public record Point(double x, double y) {}
