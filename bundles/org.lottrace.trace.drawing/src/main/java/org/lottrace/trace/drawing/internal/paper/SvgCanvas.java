package org.lottrace.trace.drawing.internal.paper;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.trace.drawing.TraceNode;

/**
 * SVG with classes only: no style attribute, no script, no id. A strict content security policy accepts it, and several drawings can
 * stand in one page. What has a name is a link, or a picture when it leads nowhere; the rest is hidden from screen readers, because
 * the names say the same.
 */
public final class SvgCanvas implements Canvas {
    private final StringBuilder svg = new StringBuilder(16_000);
    private String end = "";

    private SvgCanvas() {}

    /**
     * @param style a style sheet to put in; empty for none
     * @return the drawing as one {@code svg} element
     */
    public static String svg(Draughtsman drawing, Function<TraceNode, Optional<String>> links, String style) {
        SvgCanvas canvas = new SvgCanvas();
        String width = number(drawing.width());
        String height = number(drawing.height());
        canvas.svg
                .append(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"trace-drawing\" role=\"group\" aria-label=\"")
                .append(escaped(drawing.name()))
                .append("\" width=\"" + width + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + " " + height)
                .append("\">\n");
        if (!style.isEmpty()) {
            canvas.svg.append("<style>\n").append(style).append("</style>\n");
        }
        drawing.draw(canvas, links);
        return canvas.svg.append("</svg>\n").toString();
    }

    @Override
    public void open(String classes, Optional<String> href, String name) {
        boolean link = href.isPresent();
        svg.append(link ? "<a class=\"" : "<g class=\"").append(classes).append('"');
        href.ifPresent(target -> svg.append(" href=\"").append(escaped(target)).append('"'));
        if (name.isEmpty()) {
            svg.append(" aria-hidden=\"true\"");
        } else {
            svg.append(link ? "" : " role=\"img\"")
                    .append(" aria-label=\"")
                    .append(escaped(name))
                    .append('"');
        }
        svg.append('>');
        if (!name.isEmpty()) {
            hint(name);
        }
        end = link ? "</a>\n" : "</g>\n";
    }

    @Override
    public void close() {
        svg.append(end);
    }

    @Override
    public void box(Ink ink, double x, double y, double width, double height, double radius) {
        begin("rect", ink);
        number("x", x);
        number("y", y);
        number("width", width);
        number("height", height);
        number("rx", radius);
        svg.append("/>");
    }

    @Override
    public void circle(Ink ink, double x, double y, double radius) {
        begin("circle", ink);
        number("cx", x);
        number("cy", y);
        number("r", radius);
        svg.append("/>");
    }

    @Override
    public void line(Ink ink, List<Point> points, double radius) {
        begin("path", ink);
        svg.append(" d=\"");
        Round.walk(points, radius, new Round.Pen() {
            @Override
            public void move(Point to) {
                svg.append('M').append(pair(to));
            }

            @Override
            public void straight(Point to) {
                svg.append('L').append(pair(to));
            }

            @Override
            public void corner(Point around, Point to) {
                svg.append('Q').append(pair(around)).append(' ').append(pair(to));
            }
        });
        svg.append("\"/>");
    }

    @Override
    public void polygon(Ink ink, List<Point> points) {
        begin("polygon", ink);
        svg.append(" points=\"")
                .append(points.stream().map(SvgCanvas::pair).collect(Collectors.joining(" ")))
                .append("\"/>");
    }

    @Override
    public void text(Ink ink, Lettering lettering, double x, double y, boolean centered, String text) {
        begin("text", ink);
        number("x", x);
        number("y", y);
        if (centered) {
            svg.append(" text-anchor=\"middle\"");
        }
        svg.append('>').append(escaped(text)).append("</text>");
    }

    @Override
    public void hint(String text) {
        svg.append("<title>").append(escaped(text)).append("</title>");
    }

    private void begin(String element, Ink ink) {
        svg.append('<')
                .append(element)
                .append(" class=\"")
                .append(ink.classes())
                .append('"');
    }

    private void number(String attribute, double value) {
        svg.append(' ').append(attribute).append("=\"").append(number(value)).append('"');
    }

    private static String pair(Point point) {
        return number(point.x()) + " " + number(point.y());
    }

    /** To a tenth of a pixel, and always with a point. */
    private static String number(double value) {
        long tenths = Math.round(value * 10);
        String sign = tenths < 0 ? "-" : "";
        long whole = Math.abs(tenths) / 10;
        long rest = Math.abs(tenths) % 10;
        return sign + whole + (rest == 0 ? "" : "." + rest);
    }

    /** For text and for attributes; a character that XML does not know becomes a replacement character. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isXml(letter) ? letter : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int letter) {
        boolean control = letter < ' ' && letter != '\t' && letter != '\n' && letter != '\r';
        boolean surrogate = letter >= 0xD800 && letter <= 0xDFFF;
        return !control && !surrogate && letter != 0xFFFE && letter != 0xFFFF;
    }
}
