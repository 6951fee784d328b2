package org.lottrace.trace.drawing.internal.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/** The font on paper. It has Latin, Greek and Cyrillic letters; another letter becomes a question mark. */
final class PdfFont {
    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private PdfFont() {}

    static PDFont in(PDDocument document) throws IOException {
        try (InputStream letters = PDFont.class.getResourceAsStream(FILE)) {
            return PDType0Font.load(document, letters);
        }
    }

    /** Where y grows downwards letters would stand on their heads. */
    static Matrix upright(double x, double y) {
        return new Matrix(1, 0, 0, -1, (float) x, (float) y);
    }

    static String printable(PDFont font, String text) {
        StringBuilder letters = new StringBuilder();
        text.codePoints().forEach(letter -> letters.append(has(font, letter) ? Character.toString(letter) : "?"));
        return letters.toString();
    }

    private static boolean has(PDFont font, int letter) {
        try {
            font.encode(Character.toString(letter));
            return true;
        } catch (IllegalArgumentException notInTheFont) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("the font could not be read", e);
        }
    }
}
