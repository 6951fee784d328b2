package org.lottrace.notice.internal.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Text on A4 pages, from top to bottom; what is too long for a line goes on in the next one. The font has Latin, Greek and
 * Cyrillic letters; another letter becomes a question mark. Lengths are points, 1/72 inch.
 */
public final class Paper implements AutoCloseable {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float MARGIN = 56;
    private static final float TEXT = 10;
    private static final float HEADING = 14;
    private static final float LEADING = 1.4f;

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private PDPageContentStream page;
    private float y;

    public Paper() throws IOException {
        try (InputStream letters = PDFont.class.getResourceAsStream(FONT)) {
            font = PDType0Font.load(document, letters);
        }
        turnPage();
    }

    public void heading(String text) {
        write(text, HEADING);
        space();
    }

    /** Writes a paragraph; an empty text leaves a line empty. */
    public void line(String text) {
        if (text.isBlank()) {
            space();
        } else {
            write(text, TEXT);
        }
    }

    public void space() {
        y -= TEXT * LEADING;
    }

    /** @return the document; nothing can be written to it afterwards */
    public byte[] pdf() throws IOException {
        page.close();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private void write(String text, float size) {
        try {
            for (String line : broken(printable(text), size)) {
                if (y - size * LEADING < MARGIN) {
                    page.close();
                    turnPage();
                }
                y -= size * LEADING;
                page.beginText();
                page.setFont(font, size);
                page.newLineAtOffset(MARGIN, y);
                page.showText(line);
                page.endText();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the PDF document could not be written", e);
        }
    }

    private void turnPage() throws IOException {
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        page = new PDPageContentStream(document, next);
        y = PDRectangle.A4.getHeight() - MARGIN;
    }

    /** Between words where that is possible, within a word (an address of a page) where it is not. */
    private List<String> broken(String text, float size) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("(?<= )")) {
            if (!line.isEmpty() && !fits(line + word.stripTrailing(), size)) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            String rest = word;
            while (!fits(rest.stripTrailing(), size)) {
                int end = rest.length() - 1;
                while (!fits(rest.substring(0, end), size)) {
                    end--;
                }
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            line.append(rest);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    private boolean fits(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size <= PDRectangle.A4.getWidth() - 2 * MARGIN;
    }

    private String printable(String text) {
        StringBuilder letters = new StringBuilder();
        text.codePoints().forEach(letter -> letters.append(has(letter) ? Character.toString(letter) : "?"));
        return letters.toString();
    }

    private boolean has(int letter) {
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
