package org.lottrace.trace.drawing.internal.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;

/**
 * A drawing on A4, when it can be read there, or else on A3; when it can be read on neither, on as many pages of A3 as it takes, side by
 * side and below each other. All are landscape.
 */
public final class PdfPages {
    private static final float MARGIN = 30;
    private static final float HEADER = 26;
    private static final float FOOTER = 16;

    /** What is on two pages, so that no box is cut on both. */
    private static final float OVERLAP = 60;

    /** A pixel is three quarters of a point. */
    private static final double NATURAL = 0.75;

    /** The smallest letters are 6.6 points high then. */
    private static final double SMALLEST = 0.55;

    private final Draughtsman drawing;
    private final String title;

    public PdfPages(Draughtsman drawing, String title) {
        this.drawing = drawing;
        this.title = title;
    }

    public byte[] pdf() {
        PDRectangle a4 = landscape(PDRectangle.A4);
        PDRectangle a3 = landscape(PDRectangle.A3);
        PDRectangle paper = scale(a4) >= SMALLEST ? a4 : a3;
        double scale = Math.max(SMALLEST, scale(paper));
        int columns = pages(drawing.width() * scale, width(paper));
        int rows = pages(drawing.height() * scale, height(paper));
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle(title);
            PDFont font = PdfFont.in(document);
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    PDPage page = new PDPage(paper);
                    document.addPage(page);
                    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                        frame(content, font, paper, row * columns + column + 1, rows * columns, row + 1, column + 1);
                        window(content, font, paper, scale, row, column);
                    }
                }
            }
            nameByContent(document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the PDF document could not be written", e);
        }
    }

    private void frame(
            PDPageContentStream content, PDFont font, PDRectangle paper, int page, int pages, int row, int column)
            throws IOException {
        text(content, font, 13, MARGIN, paper.getHeight() - MARGIN - 12, title);
        String last = pages == 1
                ? drawing.name()
                : drawing.texts().say("drawing.page", page, pages, row, column) + ". " + drawing.name();
        text(content, font, 8, MARGIN, MARGIN, last);
    }

    private void window(PDPageContentStream content, PDFont font, PDRectangle paper, double scale, int row, int column)
            throws IOException {
        float top = paper.getHeight() - MARGIN - HEADER;
        content.saveGraphicsState();
        content.addRect(MARGIN, top - height(paper), width(paper), height(paper));
        content.clip();
        content.transform(new Matrix(
                (float) scale,
                0,
                0,
                (float) -scale,
                MARGIN - column * (width(paper) - OVERLAP),
                top + row * (height(paper) - OVERLAP)));
        drawing.draw(new PdfCanvas(content, font), node -> Optional.empty());
        content.restoreGraphicsState();
    }

    private static void text(PDPageContentStream content, PDFont font, float size, float x, float y, String text)
            throws IOException {
        Hue ink = Hue.INK;
        content.setNonStrokingColor(ink.red(), ink.green(), ink.blue());
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.showText(PdfFont.printable(font, text));
        content.endText();
    }

    /** A name made of the time would make another document of the same drawing. */
    private void nameByContent(PDDocument document) {
        COSArray name = new COSArray();
        COSString hash = new COSString(Integer.toHexString(title.hashCode()));
        name.add(hash);
        name.add(hash);
        document.getDocument().getTrailer().setItem(COSName.ID, name);
    }

    private double scale(PDRectangle paper) {
        return Math.min(NATURAL, Math.min(width(paper) / drawing.width(), height(paper) / drawing.height()));
    }

    private static int pages(double length, float room) {
        return length <= room + 0.01 ? 1 : 1 + (int) Math.ceil((length - room) / (room - OVERLAP));
    }

    private static float width(PDRectangle paper) {
        return paper.getWidth() - 2 * MARGIN;
    }

    private static float height(PDRectangle paper) {
        return paper.getHeight() - 2 * MARGIN - HEADER - FOOTER;
    }

    private static PDRectangle landscape(PDRectangle paper) {
        return new PDRectangle(paper.getHeight(), paper.getWidth());
    }
}
