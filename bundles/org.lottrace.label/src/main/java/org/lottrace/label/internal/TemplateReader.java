package org.lottrace.label.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lottrace.label.internal.Template.Kind;
import org.lottrace.label.internal.Template.Part;

/** Reads a template as a person writes it; finds all that is wrong with it. */
final class TemplateReader {
    /** A millimetre stays white behind a text. */
    private static final int MARGIN = 100;

    private static final Pattern NAME = Pattern.compile("\\{([^}]*)}");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,2})?");
    private static final Pattern IDENTIFIER = Pattern.compile("[0-9]{2,3}[0-9n]?");

    private final List<Part> parts = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int width;
    private int height;
    private int number;

    private TemplateReader() {}

    static Template read(String text) {
        TemplateReader reader = new TemplateReader();
        for (String part : text.split(";")) {
            reader.number++;
            if (!part.isBlank()) {
                reader.part(part.strip().split("\\s+"));
            }
        }
        if (reader.width == 0) {
            reader.problems.add("it has no size: write size WIDTH HEIGHT");
        }
        List<Part> placed = reader.parts.stream().map(reader::withRoom).toList();
        placed.forEach(reader::checkPlace);
        return new Template(reader.width, reader.height, placed, reader.problems);
    }

    /** A text has what is left to the bar code at its right, or to the edge of the label. */
    private Part withRoom(Part part) {
        if (part.kind() != Kind.TEXT) {
            return part;
        }
        int end = parts.stream()
                .filter(other -> other.kind() != Kind.TEXT && other.x() > part.x())
                .filter(other -> other.y() < part.y() + part.height() && part.y() < other.y() + other.height())
                .mapToInt(Part::x)
                .reduce(width, Math::min);
        return new Part(
                part.kind(),
                part.x(),
                part.y(),
                end - part.x() - MARGIN,
                part.height(),
                part.words(),
                part.identifiers());
    }

    private void part(String[] words) {
        switch (words[0]) {
            case "size" -> {
                int[] lengths = lengths(words, 2);
                width = lengths[0];
                height = lengths[1];
            }
            case "text" -> {
                int[] lengths = lengths(words, 3);
                String rest = String.join(" ", Arrays.asList(words).subList(Math.min(4, words.length), words.length));
                checkNames(rest);
                parts.add(new Part(Kind.TEXT, lengths[0], lengths[1], 0, lengths[2], rest, List.of()));
            }
            case "gs1-128" -> symbol(Kind.GS1_128, words, 4);
            case "datamatrix" -> symbol(Kind.DATAMATRIX, words, 3);
            case "qr" -> symbol(Kind.QR, words, 3);
            default -> problem("there is no " + words[0] + ": write size, text, gs1-128, datamatrix or qr");
        }
    }

    private void symbol(Kind kind, String[] words, int count) {
        int[] lengths = lengths(words, count);
        List<String> identifiers = Arrays.asList(words).subList(Math.min(count + 1, words.length), words.length);
        identifiers.stream()
                .filter(ai -> kind == Kind.QR || !IDENTIFIER.matcher(ai).matches())
                .forEach(ai -> problem(ai + " may not stand there"));
        parts.add(new Part(kind, lengths[0], lengths[1], lengths[2], lengths[count - 1], "", identifiers));
    }

    /** @return that many lengths behind the first word; what is none is a problem and 0 */
    private int[] lengths(String[] words, int count) {
        int[] lengths = new int[count];
        for (int i = 0; i < count; i++) {
            String word = i + 1 < words.length ? words[i + 1] : "";
            if (LENGTH.matcher(word).matches()) {
                lengths[i] = new BigDecimal(word)
                        .movePointRight(2)
                        .setScale(0, RoundingMode.UNNECESSARY)
                        .intValueExact();
            } else {
                problem("\"" + word + "\" is no length in millimetres");
            }
        }
        return lengths;
    }

    private void checkNames(String words) {
        for (Matcher name = NAME.matcher(words); name.find(); ) {
            if (!LabelWords.NAMES.contains(name.group(1))) {
                problem("there is no {" + name.group(1) + "}: " + LabelWords.NAMES);
            }
        }
    }

    private void checkPlace(Part part) {
        if (part.width() < 0 || part.x() + part.width() > width || part.y() + part.height() > height) {
            problems.add("a " + part.kind() + " at " + part.x() / 100 + ", " + part.y() / 100 + " is not on the label");
        }
    }

    private void problem(String what) {
        problems.add("part " + number + ": " + what);
    }
}
