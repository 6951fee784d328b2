package org.lottrace.trace.drawing.internal.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Draws on a page of a PDF document, whose axes were turned so that y grows downwards and a unit is a pixel. */
final class PdfCanvas implements Canvas {
    /** How far from the ends of a quarter of a circle the handles of its curve are, in radiuses. */
    private static final double QUARTER = 0.5523;

    private static final float BOLD = 0.35f;

    private final PDPageContentStream page;
    private final PDFont font;

    PdfCanvas(PDPageContentStream page, PDFont font) {
        this.page = page;
        this.font = font;
    }

    @Override
    public void open(String classes, Optional<String> href, String name) {
        // paper has no links and no classes
    }

    @Override
    public void close() {
        // see open
    }

    @Override
    public void hint(String text) {
        // nobody points at paper
    }

    @Override
    public void box(Ink ink, double x, double y, double width, double height, double radius) {
        double r = Math.min(radius, Math.min(width, height) / 2);
        double handle = r * (1 - QUARTER);
        double right = x + width;
        double bottom = y + height;
        draw(ink, true, () -> {
            move(x + r, y);
            straight(right - r, y);
            curve(right - handle, y, right, y + handle, right, y + r);
            straight(right, bottom - r);
            curve(right, bottom - handle, right - handle, bottom, right - r, bottom);
            straight(x + r, bottom);
            curve(x + handle, bottom, x, bottom - handle, x, bottom - r);
            straight(x, y + r);
            curve(x, y + handle, x + handle, y, x + r, y);
            page.closePath();
        });
    }

    @Override
    public void circle(Ink ink, double x, double y, double radius) {
        box(ink, x - radius, y - radius, 2 * radius, 2 * radius, radius);
    }

    @Override
    public void line(Ink ink, List<Point> points, double radius) {
        draw(ink, false, () -> Round.walk(points, radius, new PathPen()));
    }

    @Override
    public void polygon(Ink ink, List<Point> points) {
        draw(ink, true, () -> {
            move(points.get(0).x(), points.get(0).y());
            for (Point point : points.subList(1, points.size())) {
                straight(point.x(), point.y());
            }
            page.closePath();
        });
    }

    @Override
    public void text(Ink ink, Lettering lettering, double x, double y, boolean centered, String text) {
        try {
            String letters = PdfFont.printable(font, text);
            double width = font.getStringWidth(letters) / 1000 * lettering.size();
            Hue hue = ink.fill().orElse(Hue.INK);
            page.setNonStrokingColor(hue.red(), hue.green(), hue.blue());
            page.setStrokingColor(hue.red(), hue.green(), hue.blue());
            page.setLineWidth(BOLD);
            page.setLineDashPattern(new float[0], 0);
            page.beginText();
            page.setRenderingMode(lettering.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
            page.setFont(font, (float) lettering.size());
            page.setTextMatrix(PdfFont.upright(centered ? x - width / 2 : x, y));
            page.showText(letters);
            page.endText();
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private void draw(Ink ink, boolean closed, Path path) {
        try {
            page.setLineWidth((float) ink.width());
            page.setLineDashPattern(ink.dashed() ? new float[] {5, 4} : new float[0], 0);
            page.setLineJoinStyle(1);
            if (ink.fill().isPresent()) {
                Hue hue = ink.fill().get();
                page.setNonStrokingColor(hue.red(), hue.green(), hue.blue());
            }
            if (ink.stroke().isPresent()) {
                Hue hue = ink.stroke().get();
                page.setStrokingColor(hue.red(), hue.green(), hue.blue());
            }
            path.build();
            boolean fill = closed && ink.fill().isPresent();
            if (fill && ink.stroke().isPresent()) {
                page.fillAndStroke();
            } else if (fill) {
                page.fill();
            } else {
                page.stroke();
            }
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private void move(double x, double y) throws IOException {
        page.moveTo((float) x, (float) y);
    }

    private void straight(double x, double y) throws IOException {
        page.lineTo((float) x, (float) y);
    }

    private void curve(double x1, double y1, double x2, double y2, double x, double y) throws IOException {
        page.curveTo((float) x1, (float) y1, (float) x2, (float) y2, (float) x, (float) y);
    }

    private static UncheckedIOException cannotWrite(IOException e) {
        return new UncheckedIOException("the PDF document could not be written", e);
    }

    private interface Path {
        void build() throws IOException;
    }

    private final class PathPen implements Round.Pen {
        private Point last = new Point(0, 0);

        @Override
        public void move(Point to) {
            step(to, () -> PdfCanvas.this.move(to.x(), to.y()));
        }

        @Override
        public void straight(Point to) {
            step(to, () -> PdfCanvas.this.straight(to.x(), to.y()));
        }

        /** A curve with one handle as one with two. */
        @Override
        public void corner(Point around, Point to) {
            Point from = last;
            step(
                    to,
                    () -> curve(
                            from.x() + (around.x() - from.x()) * 2 / 3,
                            from.y() + (around.y() - from.y()) * 2 / 3,
                            to.x() + (around.x() - to.x()) * 2 / 3,
                            to.y() + (around.y() - to.y()) * 2 / 3,
                            to.x(),
                            to.y()));
        }

        private void step(Point to, Path path) {
            try {
                path.build();
            } catch (IOException e) {
                throw cannotWrite(e);
            }
            last = to;
        }
    }
}
