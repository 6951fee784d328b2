package org.lottrace.trace.drawing.internal.paper;

import org.lottrace.trace.drawing.Stage;

/** Where a column lies. */
record Column(Stage stage, double x, double width) {}
