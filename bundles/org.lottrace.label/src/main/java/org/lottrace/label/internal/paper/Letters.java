package org.lottrace.label.internal.paper;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * The outlines of letters, from the font inside PDFBox: a server without fonts of its own draws them, too. It has Latin, Greek and
 * Cyrillic letters; another one becomes a question mark.
 */
public final class Letters {
    /** The font beside {@link PDFont}. */
    static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** The part of the height of a line that is above its letters' foot. */
    static final double ASCENT = 0.8;

    private final TrueTypeFont font;
    private final CmapLookup glyphs;

    public Letters() {
        try (InputStream letters = PDFont.class.getResourceAsStream(FONT)) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(letters));
            glyphs = font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException("the font of the labels cannot be read", e);
        }
    }

    /** @return the text with a question mark for every letter that the font does not have */
    public String known(String text) {
        StringBuilder known = new StringBuilder();
        text.codePoints()
                .map(letter -> glyphs.getGlyphId(letter) > 0 ? letter : '?')
                .forEach(known::appendCodePoint);
        return known.toString();
    }

    /** @return how wide the text is when its letters are so high, in the same unit */
    public int width(String text, int height) {
        return (int) Math.ceil(text.codePoints().mapToDouble(this::advance).sum() * height);
    }

    /** @return the outlines of a line */
    synchronized Path2D outlines(Sheet.Line line) {
        Path2D outlines = new GeneralPath();
        double x = line.x();
        double foot = line.y() + ASCENT * line.height();
        for (int letter : line.text().codePoints().toArray()) {
            outlines.append(outline(letter, x, foot, line.height()), false);
            x += advance(letter) * line.height();
        }
        return outlines;
    }

    private Path2D outline(int letter, double x, double foot, int height) {
        try {
            GlyphData glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(letter));
            double scale = (double) height / font.getUnitsPerEm();
            AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x, foot);
            return glyph == null ? new GeneralPath() : new Path2D.Double(glyph.getPath(), place);
        } catch (IOException e) {
            throw new UncheckedIOException("the font of the labels cannot be read", e);
        }
    }

    private double advance(int letter) {
        try {
            return (double) font.getAdvanceWidth(glyphs.getGlyphId(letter)) / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException("the font of the labels cannot be read", e);
        }
    }
}
