package org.lottrace.trace.drawing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.lottrace.trace.drawing.internal.paper.Draughtsman;
import org.lottrace.trace.drawing.internal.paper.PdfPages;
import org.lottrace.trace.drawing.internal.paper.SvgCanvas;
import org.lottrace.trace.drawing.internal.text.Texts;

/** A graph that was laid out, to be written for a page or for paper. */
public final class TraceDrawing {
    private static final String LIGHT = "trace-drawing.css";
    private static final String DARK = "trace-drawing-dark.css";

    private final Draughtsman drawing;

    private TraceDrawing(Draughtsman drawing) {
        this.drawing = drawing;
    }

    /**
     * Lays a graph out. Takes about 50 ms for 100 nodes and some 100 ms for 300.
     *
     * @param locale language and numbers of the reader; English when there are no texts in that language
     */
    public static TraceDrawing of(TraceGraph graph, Locale locale) {
        return new TraceDrawing(new Draughtsman(graph, new Texts(locale)));
    }

    /**
     * @return one {@code svg} element for a page that has {@link #css()}: classes only, no style, no script, all text escaped. What
     *     {@code links} gives an address for can be reached with the keyboard, in reading order
     */
    public String svg(NodeLinks links) {
        return SvgCanvas.svg(drawing, links::to, "");
    }

    /** @return an SVG document with its style sheet, in light colors and without links */
    public String svgDocument() {
        return SvgCanvas.svg(drawing, NodeLinks.NONE::to, resource(LIGHT));
    }

    /**
     * @param title above the drawing on every page
     * @return a PDF document, A4 or A3 landscape, of several pages when it could not be read on one
     */
    public byte[] pdf(String title) {
        return new PdfPages(drawing, title).pdf();
    }

    /** @return the style sheet for {@link #svg}, light and dark; its colors can be set by the variables that it names */
    public static String css() {
        return resource(LIGHT) + resource(DARK);
    }

    private static String resource(String name) {
        try (InputStream text = TraceDrawing.class.getResourceAsStream(name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + " of this bundle", e);
        }
    }
}
