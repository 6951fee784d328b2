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
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * Text and tables on A4 pages, from top to bottom; what is too long for a line goes on in the next one. The font has Latin, Greek and
 * Cyrillic letters; another letter becomes a question mark. Lengths are points, 1/72 inch.
 *
 * <p>Over 250 lines, because all of it needs the page and the place on it where the next line goes.
 */
public final class Paper implements AutoCloseable {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float MARGIN = 56;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float TEXT = 10;
    private static final float SMALL = 8;
    private static final float CELL = 8.5f;
    private static final float TITLE = 20;
    private static final float HEADING = 14;
    private static final float LEADING = 1.4f;
    private static final float LABELS = 130;
    private static final float GAP = 6;
    private static final float QUIET = 0.35f;
    private static final float SHADE = 0.93f;
    private static final float RULE = 0.8f;
    /** The file has the regular letters only: heavier ones are drawn with their outline. */
    private static final float OUTLINE = 0.3f;
    /** So many lines of a paragraph stay together on a page. */
    private static final int TOGETHER = 20;

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private final String footer;
    private PDPageContentStream page;
    private float y;

    public Paper() throws IOException {
        this("");
    }

    /** @param footer stands below every page, with its number; empty: neither does */
    public Paper(String footer) throws IOException {
        this.footer = footer;
        try (InputStream letters = PDFont.class.getResourceAsStream(FONT)) {
            font = PDType0Font.load(document, letters);
        }
        turnPage();
    }

    /** One column of a table; of the width that they share. */
    public record Column(String title, int share, boolean isNumber) {}

    public void title(String text) {
        write(text, TITLE, true);
        y -= GAP;
    }

    public void heading(String text) {
        write(text, HEADING);
        space();
    }

    /** The heading of a part of the document; not left alone at the end of a page. */
    public void section(String text) {
        y -= HEADING;
        need(HEADING * LEADING * 4);
        write(text, HEADING, true);
        y -= GAP;
    }

    /** Writes a paragraph; an empty text leaves a line empty. */
    public void line(String text) {
        if (text.isBlank()) {
            space();
        } else {
            write(text, TEXT);
        }
    }

    /** Writes a paragraph in small letters. */
    public void small(String text) {
        write(text, SMALL);
    }

    /** Writes a name and beside it what it is; nothing when there is nothing. */
    public void fact(String name, String text) {
        if (!text.isBlank()) {
            row(
                    List.of(
                            new Cell(0, LABELS - GAP, name, false, true),
                            new Cell(LABELS, WIDTH - LABELS, text, false, false)),
                    TEXT);
        }
    }

    /** Writes a table; its heads stand above every part of it. */
    public void table(List<Column> columns, List<List<String>> rows) {
        y -= GAP;
        head(columns);
        for (List<String> texts : rows) {
            List<Cell> cells = cells(columns, texts, false);
            if (isFull(height(cells, CELL))) {
                nextPage();
                head(columns);
            }
            row(cells, CELL);
            rule();
        }
    }

    public void space() {
        y -= TEXT * LEADING;
    }

    /** @return the document; nothing can be written to it afterwards */
    public byte[] pdf() throws IOException {
        page.close();
        if (!footer.isEmpty()) {
            footers();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private record Cell(float x, float width, String text, boolean isRight, boolean isQuiet) {}

    private static List<Cell> cells(List<Column> columns, List<String> texts, boolean isQuiet) {
        float shares = columns.stream().mapToInt(Column::share).sum();
        List<Cell> cells = new ArrayList<>();
        float x = 0;
        for (int i = 0; i < columns.size(); i++) {
            float width = WIDTH * columns.get(i).share() / shares;
            cells.add(new Cell(x, width - GAP, texts.get(i), columns.get(i).isNumber(), isQuiet));
            x += width;
        }
        return cells;
    }

    private void head(List<Column> columns) {
        List<Cell> cells = cells(columns, columns.stream().map(Column::title).toList(), true);
        float height = height(cells, CELL);
        need(height * 3);
        drawn(() -> {
            page.setNonStrokingColor(SHADE);
            page.addRect(MARGIN - GAP / 2, y - height - GAP / 2, WIDTH + GAP / 2, height + GAP / 2);
            page.fill();
            page.setNonStrokingColor(0f);
        });
        row(cells, CELL);
        y -= GAP / 2;
    }

    private void row(List<Cell> cells, float size) {
        need(height(cells, size));
        float top = y;
        float bottom = y;
        for (Cell cell : cells) {
            y = top;
            for (String line : broken(cell.text(), size, cell.width())) {
                y -= size * LEADING;
                float x = cell.isRight() ? cell.x() + cell.width() - width(line, size) : cell.x();
                show(line, MARGIN + x, y, size, false, cell.isQuiet());
            }
            bottom = Math.min(bottom, y);
        }
        y = bottom;
    }

    private float height(List<Cell> cells, float size) {
        return size
                * LEADING
                * cells.stream()
                        .mapToInt(
                                cell -> broken(cell.text(), size, cell.width()).size())
                        .max()
                        .orElse(0);
    }

    private void rule() {
        y -= GAP / 2;
        drawn(() -> {
            page.setStrokingColor(RULE);
            page.setLineWidth(OUTLINE);
            page.moveTo(MARGIN, y);
            page.lineTo(MARGIN + WIDTH, y);
            page.stroke();
            page.setStrokingColor(0f);
        });
    }

    private void write(String text, float size) {
        write(text, size, false);
    }

    private void write(String text, float size, boolean isHeavy) {
        List<String> lines = broken(text, size, WIDTH);
        need(Math.min(lines.size(), TOGETHER) * size * LEADING);
        for (String line : lines) {
            need(size * LEADING);
            y -= size * LEADING;
            show(line, MARGIN, y, size, isHeavy, false);
        }
    }

    private void show(String line, float x, float at, float size, boolean isHeavy, boolean isQuiet) {
        drawn(() -> {
            page.beginText();
            page.setFont(font, size);
            page.setRenderingMode(isHeavy ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
            page.setLineWidth(OUTLINE);
            page.setNonStrokingColor(isQuiet ? QUIET : 0f);
            page.newLineAtOffset(x, at);
            page.showText(line);
            page.endText();
            page.setNonStrokingColor(0f);
        });
    }

    private boolean isFull(float height) {
        return y - height < MARGIN;
    }

    private void need(float height) {
        if (isFull(height)) {
            nextPage();
        }
    }

    private void nextPage() {
        drawn(() -> {
            page.close();
            turnPage();
        });
    }

    private void turnPage() throws IOException {
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        page = new PDPageContentStream(document, next);
        y = PDRectangle.A4.getHeight() - MARGIN;
    }

    /** Only now it is known how many pages there are. */
    private void footers() throws IOException {
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            page = new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true);
            String number = "Page " + (i + 1) + " of " + pages;
            show(printable(footer), MARGIN, MARGIN / 2, SMALL, false, true);
            show(number, MARGIN + WIDTH - width(number, SMALL), MARGIN / 2, SMALL, false, true);
            page.close();
        }
    }

    /** Between words where that is possible, within a word (an address of a page) where it is not. */
    private List<String> broken(String text, float size, float room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : printable(text).split("(?<= )")) {
            if (!line.isEmpty() && width(line + word.stripTrailing(), size) > room) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            String rest = word;
            while (rest.length() > 1 && width(rest.stripTrailing(), size) > room) {
                int end = rest.length() - 1;
                while (end > 1 && width(rest.substring(0, end), size) > room) {
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

    private float width(String text, float size) {
        try {
            return font.getStringWidth(text) / 1000 * size;
        } catch (IOException e) {
            throw new UncheckedIOException("the font could not be read", e);
        }
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

    private interface Drawing {
        void draw() throws IOException;
    }

    private static void drawn(Drawing drawing) {
        try {
            drawing.draw();
        } catch (IOException e) {
            throw new UncheckedIOException("the PDF document could not be written", e);
        }
    }
}
