package org.lottrace.label.internal;

import static org.lottrace.label.internal.paper.Sheet.dots;

import java.util.ArrayList;
import java.util.List;
import org.lottrace.label.internal.Template.Part;
import org.lottrace.label.internal.paper.Letters;
import org.lottrace.label.internal.paper.Modules;
import org.lottrace.label.internal.paper.Sheet;
import uk.org.okapibarcode.backend.OkapiException;

/** Puts what stands on a label in its place. A text that is too long gets smaller; what does not fit even then is a problem. */
final class Layout {
    /** The thinnest bar that scanners are sure to read: a quarter of a millimetre. Source: GS1 General Specifications, 5.12.3. */
    private static final int THINNEST = Sheet.DOTS / 4;

    /** Letters lower than 1.5 mm cannot be read. */
    private static final int LOWEST = Sheet.DOTS * 3 / 2;

    private static final String DOTS = "\u2026";

    private final Letters letters;
    private final List<String> problems = new ArrayList<>();

    Layout(Letters letters) {
        this.letters = letters;
    }

    List<String> problems() {
        return problems;
    }

    Sheet sheet(Template template, Marks marks, String link) {
        List<Sheet.Box> boxes = new ArrayList<>();
        List<Sheet.Line> lines = new ArrayList<>();
        marks.texts().forEach(text -> lines.add(line(text)));
        marks.symbols().forEach(symbol -> boxes.addAll(boxes(symbol, link)));
        return new Sheet(dots(template.width()), dots(template.height()), boxes, lines);
    }

    private Sheet.Line line(Marks.Text mark) {
        String text = letters.known(mark.text());
        int room = dots(mark.part().width());
        int height = dots(mark.part().height());
        while (height > LOWEST && letters.width(text, height) > room) {
            height--;
        }
        boolean isTooLong = letters.width(text, height) > room;
        if (isTooLong && !mark.isDescription()) {
            problems.add("\"" + text + "\" is too long for its place");
        }
        return new Sheet.Line(
                dots(mark.part().x()), dots(mark.part().y()), height, isTooLong ? shortened(text, height, room) : text);
    }

    /** A description may end in dots, a number never does. */
    private String shortened(String text, int height, int room) {
        int end = text.length();
        while (end > 0 && letters.width(text.substring(0, end) + DOTS, height) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + DOTS;
    }

    private List<Sheet.Box> boxes(Marks.Symbol symbol, String link) {
        try {
            return placed(symbol.part(), modules(symbol, link));
        } catch (OkapiException tooMuch) {
            problems.add(symbol.part().kind() + ": " + tooMuch.getMessage());
            return List.of();
        }
    }

    static Modules modules(Marks.Symbol symbol, String link) {
        return switch (symbol.part().kind()) {
            case GS1_128 -> Modules.gs1128(symbol.elements());
            case DATAMATRIX -> Modules.dataMatrix(symbol.elements());
            default -> Modules.qr(link);
        };
    }

    /** As large as whole dots allow, in the middle of its place. */
    private List<Sheet.Box> placed(Part part, Modules modules) {
        int width = dots(part.width());
        int height = dots(part.height());
        boolean isLinear = modules.height() == 1;
        int module = width / (modules.width() + 2 * modules.quiet());
        if (!isLinear) {
            module = Math.min(module, height / (modules.height() + 2 * modules.quiet()));
        }
        if (module < THINNEST) {
            problems.add("the " + part.kind() + " has " + modules.width() + " modules and needs "
                    + (modules.width() + 2 * modules.quiet()) * THINNEST / Sheet.DOTS + " mm, "
                    + part.width() / 100 + " mm are given");
            return List.of();
        }
        int left = dots(part.x()) + (width - modules.width() * module) / 2;
        int top = isLinear ? dots(part.y()) : dots(part.y()) + (height - modules.height() * module) / 2;
        int size = module;
        return modules.boxes().stream()
                .map(box -> new Sheet.Box(
                        left + box.x() * size,
                        isLinear ? top : top + box.y() * size,
                        box.width() * size,
                        isLinear ? height : box.height() * size))
                .toList();
    }
}
