package org.lottrace.lot.master.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lottrace.api.lot.CheckCharacter;
import org.lottrace.lot.master.internal.TemplatePart.Field;
import org.lottrace.lot.master.internal.TemplatePart.Literal;

/** Reads a numbering template and finds everything that is wrong with it. */
final class TemplateParser {
    private static final int LONGEST_NUMBER = 20;
    private static final Pattern SEQUENCE_WIDTH = Pattern.compile("[1-9]");
    private static final Pattern AI_10_CHARACTERS = Pattern.compile("[!\"%-?A-Z_a-z]+");

    private final String site;
    private final List<TemplatePart> parts = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /** @param site code that will stand for {@code {site}} */
    TemplateParser(String template, String site) {
        this.site = site;
        read(template);
        checkFields();
        checkOrder();
        checkCharacters();
        checkLength();
    }

    List<TemplatePart> parts() {
        return List.copyOf(parts);
    }

    /** @return one sentence for each problem; empty when the template can be used */
    List<String> problems() {
        return List.copyOf(problems);
    }

    private void read(String template) {
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('{', at);
            int end = open < 0 ? template.length() : open;
            if (end > at) {
                literal(template.substring(at, end));
            }
            if (open < 0) {
                return;
            }
            int close = template.indexOf('}', open);
            if (close < 0) {
                problems.add("the brace at character " + (open + 1) + " is not closed");
                return;
            }
            field(template.substring(open + 1, close));
            at = close + 1;
        }
    }

    private void literal(String text) {
        parts.add(new Literal(text));
        if (!AI_10_CHARACTERS.matcher(text).matches()) {
            problems.add("\"" + text + "\" has a character that no lot number can have (GS1 AI (10))");
        }
    }

    private void field(String text) {
        String[] nameAndWidth = text.split(":", 2);
        Optional<TemplateField> field = TemplateField.named(nameAndWidth[0]);
        if (field.isEmpty()) {
            problems.add("{" + text + "} is not a field");
        } else if (field.get() == TemplateField.SEQUENCE) {
            sequence(nameAndWidth.length == 1 ? "" : nameAndWidth[1]);
        } else if (nameAndWidth.length == 2) {
            problems.add("{" + text + "}: only {seq:N} has a number of digits");
        } else {
            parts.add(new Field(field.get(), field.get().width()));
        }
    }

    private void sequence(String width) {
        boolean valid = SEQUENCE_WIDTH.matcher(width).matches();
        if (!valid) {
            problems.add("the sequence needs its number of digits, {seq:1} to {seq:9}");
        }
        parts.add(new Field(TemplateField.SEQUENCE, valid ? Integer.parseInt(width) : 1));
    }

    private void checkFields() {
        Set<TemplateField> seen = EnumSet.noneOf(TemplateField.class);
        fields().forEach(field -> {
            if (!seen.add(field)) {
                problems.add("{" + field.fieldName() + "} is named more than once");
            }
        });
        if (!seen.contains(TemplateField.SEQUENCE)) {
            problems.add("{seq:N} is missing: without it the next number would be the same again");
        }
    }

    private void checkOrder() {
        TemplateField open = null;
        for (TemplatePart part : parts) {
            if (part instanceof Literal) {
                open = null;
            } else if (part instanceof Field field && field.field().isFreeText()) {
                if (open != null) {
                    problems.add(
                            "{" + open.fieldName() + "} and {" + field.field().fieldName()
                                    + "} need a literal between them, or nobody can tell where one ends");
                }
                open = field.field();
            }
        }
        int check = fields().indexOf(TemplateField.CHECK);
        if (check >= 0 && !(parts.get(parts.size() - 1) instanceof Field last && last.field() == TemplateField.CHECK)) {
            problems.add("{chk} must be the last part: it protects what stands before it");
        }
    }

    private void checkCharacters() {
        if (!fields().contains(TemplateField.CHECK)) {
            return;
        }
        for (TemplatePart part : parts) {
            String text = part instanceof Literal literal ? literal.text() : isSite(part) ? site : "";
            if (!CheckCharacter.canProtect(text)) {
                problems.add("{chk} protects digits, upper-case letters and -, not all of \"" + text + "\"");
            }
        }
    }

    private void checkLength() {
        int shortest = parts.stream()
                .mapToInt(part -> isSite(part) ? site.length() : part.shortest())
                .sum();
        if (shortest > LONGEST_NUMBER) {
            problems.add("its numbers would have " + shortest + " characters or more; a lot number has at most "
                    + LONGEST_NUMBER);
        }
    }

    private static boolean isSite(TemplatePart part) {
        return part instanceof Field field && field.field() == TemplateField.SITE;
    }

    private List<TemplateField> fields() {
        return parts.stream()
                .filter(Field.class::isInstance)
                .map(part -> ((Field) part).field())
                .toList();
    }
}
