package org.lottrace.label.internal.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A sheet as an image, a drawing and a page. Needs no window and no font of the machine. */
public final class Pictures {
    private static final float POINTS_PER_DOT = 72f / 25.4f / Sheet.DOTS;

    private final Letters letters;

    public Pictures(Letters letters) {
        this.letters = letters;
    }

    public byte[] png(Sheet sheet) {
        BufferedImage image = new BufferedImage(sheet.width(), sheet.height(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, sheet.width(), sheet.height());
        graphics.setColor(Color.BLACK);
        sheet.boxes().forEach(box -> graphics.fillRect(box.x(), box.y(), box.width(), box.height()));
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        sheet.lines().forEach(line -> graphics.fill(letters.outlines(line)));
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    public byte[] svg(Sheet sheet) {
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                .append(millimetres(sheet.width()))
                .append("mm\" height=\"")
                .append(millimetres(sheet.height()))
                .append("mm\" viewBox=\"0 0 ")
                .append(sheet.width())
                .append(' ')
                .append(sheet.height())
                .append(
                        "\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path shape-rendering=\"crispEdges\" d=\"");
        sheet.boxes()
                .forEach(box -> svg.append("M" + box.x() + " " + box.y() + "h" + box.width() + "v" + box.height() + "h-"
                        + box.width() + "z"));
        svg.append("\"/><g font-family=\"Liberation Sans, Arial, sans-serif\">");
        sheet.lines()
                .forEach(line -> svg.append("<text x=\"" + line.x() + "\" y=\""
                        + Math.round(line.y() + Letters.ASCENT * line.height()) + "\" font-size=\"" + line.height()
                        + "\">"
                        + escaped(line.text()) + "</text>"));
        return svg.append("</g></svg>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String millimetres(int dots) {
        return String.valueOf((double) dots / Sheet.DOTS);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    public byte[] pdf(Sheet sheet) {
        PDRectangle size = new PDRectangle(sheet.width() * POINTS_PER_DOT, sheet.height() * POINTS_PER_DOT);
        try (PDDocument document = new PDDocument();
                InputStream file = PDFont.class.getResourceAsStream(Letters.FONT)) {
            PDFont font = PDType0Font.load(document, file);
            PDPage page = new PDPage(size);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                for (Sheet.Box box : sheet.boxes()) {
                    content.addRect(
                            box.x() * POINTS_PER_DOT,
                            (sheet.height() - box.y() - box.height()) * POINTS_PER_DOT,
                            box.width() * POINTS_PER_DOT,
                            box.height() * POINTS_PER_DOT);
                    content.fill();
                }
                for (Sheet.Line line : sheet.lines()) {
                    write(content, font, line, sheet.height());
                }
            }
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(PDPageContentStream content, PDFont font, Sheet.Line line, int height)
            throws IOException {
        content.beginText();
        content.setFont(font, line.height() * POINTS_PER_DOT);
        content.newLineAtOffset(
                line.x() * POINTS_PER_DOT,
                (float) (height - line.y() - Letters.ASCENT * line.height()) * POINTS_PER_DOT);
        content.showText(line.text());
        content.endText();
    }
}
