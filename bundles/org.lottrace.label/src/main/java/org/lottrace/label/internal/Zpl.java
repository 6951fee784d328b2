package org.lottrace.label.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lottrace.label.internal.Template.Part;
import org.lottrace.label.internal.paper.Modules;
import org.lottrace.label.internal.paper.Sheet;

/** A label in the language of label printers, which make the bar codes themselves. Source: ZPL II Programming Guide. */
final class Zpl {
    private static final int HUNDREDTHS = 100;
    private static final int LARGEST_QR_MODULE = 10;

    private final int dots;
    private final List<String> problems = new ArrayList<>();

    /** @param dots of the printer for a millimetre */
    Zpl(int dots) {
        this.dots = dots;
    }

    List<String> problems() {
        return problems;
    }

    /**
     * @param sheet the same label as a drawing: its texts fit
     * @param strings the element string of each symbol, in their order
     */
    byte[] label(Template template, Sheet sheet, Marks marks, List<String> strings, String link) {
        StringBuilder zpl = new StringBuilder(
                "^XA\n^CI28\n^PW" + dots(template.width()) + "\n^LL" + dots(template.height()) + "\n");
        sheet.lines().forEach(line -> zpl.append(text(line)));
        for (int i = 0; i < marks.symbols().size(); i++) {
            zpl.append(symbol(marks.symbols().get(i), strings.get(i), link));
        }
        return zpl.append("^XZ\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The printer's own letters are narrower than those of the drawing. */
    private String text(Sheet.Line line) {
        int height = ofSheet(line.height());
        return "^FO" + ofSheet(line.x()) + "," + ofSheet(line.y()) + "^A0N," + height + "," + height + "^FH^FD"
                + escaped(line.text()) + "^FS\n";
    }

    private int ofSheet(int length) {
        return length * dots / Sheet.DOTS;
    }

    private String symbol(Marks.Symbol symbol, String elementString, String link) {
        Modules modules = Layout.modules(symbol, link);
        return switch (symbol.part().kind()) {
            case GS1_128 -> gs1128(symbol.part(), Code128Data.of(elementString), modules.quiet());
            case DATAMATRIX -> dataMatrix(symbol.part(), elementString, modules);
            default -> qr(symbol.part(), link, modules);
        };
    }

    private String gs1128(Part part, Code128Data data, int quiet) {
        int module = module(part, data.modules() + 2 * quiet);
        return at(part, quiet * module, 0) + "^BY" + module + "^BCN," + dots(part.height()) + ",N,N,N,N^FD"
                + data.text() + "^FS\n";
    }

    /** The escape character is {@code _}: {@code _1} is FNC1, and itself stands twice. */
    private String dataMatrix(Part part, String elementString, Modules modules) {
        int module = module(part, modules.width() + 2 * modules.quiet());
        String data = elementString.replace("_", "__").replace("\u001d", "_1");
        return at(part, modules.quiet() * module, modules.quiet() * module) + "^BXN," + module + ",200,,,,_,1^FD_1"
                + data + "^FS\n";
    }

    private String qr(Part part, String link, Modules modules) {
        int module = Math.min(LARGEST_QR_MODULE, module(part, modules.width() + 2 * modules.quiet()));
        return at(part, modules.quiet() * module, modules.quiet() * module) + "^BQN,2," + module + "^FDMA," + link
                + "^FS\n";
    }

    /** A printer with few dots has to have a quarter of a millimetre, too. */
    private int module(Part part, int modules) {
        int module = dots(part.width()) / modules;
        if (module < 1 || module * 4 < dots) {
            problems.add("the " + part.kind() + " has " + modules + " modules and needs more than the "
                    + part.width() / HUNDREDTHS + " mm that are given");
        }
        return module;
    }

    private String at(Part part, int right, int down) {
        return "^FO" + (dots(part.x()) + right) + "," + (dots(part.y()) + down);
    }

    private int dots(int hundredths) {
        return hundredths * dots / HUNDREDTHS;
    }

    /** What would be a command is written as its hexadecimal code. */
    private static String escaped(String text) {
        return text.replace("_", "_5F").replace("^", "_5E").replace("~", "_7E");
    }
}
