package org.lottrace.trace.drawing.internal.paper;

import org.lottrace.trace.drawing.TraceNode;

/** A node and where its box lies. */
record PlacedNode(TraceNode node, double x, double y, double width, double height) {}
