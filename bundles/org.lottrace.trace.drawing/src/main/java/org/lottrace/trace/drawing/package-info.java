/**
 * A trace as a drawing. {@link org.lottrace.trace.drawing.TraceGraph} says what is drawn: lots, suppliers, consignees, and groups of
 * them that are folded into one node. {@link org.lottrace.trace.drawing.TraceDrawing} lays it out from left to right and writes it
 * for a page (SVG) and for paper (PDF). Everything here is a value without side effects: the same input gives the same bytes.
 */
@Export
@Version("1.0.0")
package org.lottrace.trace.drawing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
