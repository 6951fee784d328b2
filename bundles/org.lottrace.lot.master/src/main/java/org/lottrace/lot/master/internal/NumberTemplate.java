package org.lottrace.lot.master.internal;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.CheckCharacter;
import org.lottrace.lot.master.internal.TemplatePart.Field;
import org.lottrace.lot.master.internal.TemplatePart.Literal;

/**
 * A numbering template that can be used: writes numbers and reads them back, without a database and without a clock. The
 * grammar is in {@link org.lottrace.api.lot.LotNumbering}.
 */
final class NumberTemplate {
    /** The shortest code a site can have: what is wrong with this one is wrong at every site. */
    private static final String ANY_SITE = "0";

    private final String template;
    private final List<TemplatePart> parts;
    private final Pattern form;

    private NumberTemplate(String template, List<TemplatePart> parts) {
        this.template = template;
        this.parts = parts;
        this.form = Pattern.compile(parts.stream()
                .map(part -> part instanceof Field field
                        ? "(?<" + field.field().fieldName() + ">" + field.pattern() + ")"
                        : part.pattern())
                .collect(Collectors.joining()));
    }

    /** @throws InvalidIdentifierException with every problem, if the template is wrong */
    static NumberTemplate of(String template) {
        TemplateParser parser = new TemplateParser(template, ANY_SITE);
        if (!parser.problems().isEmpty()) {
            throw new InvalidIdentifierException(
                    "lot number template (" + String.join("; ", parser.problems()) + ")", template);
        }
        return new NumberTemplate(template, parser.parts());
    }

    /** @return one sentence for each problem that the template has at that site; empty when it can be used there */
    static List<String> problemsOf(String template, SiteId site) {
        return new TemplateParser(template, site.value()).problems();
    }

    /** @return true when the template names the field */
    boolean names(TemplateField field) {
        return fields().anyMatch(named -> named.field() == field);
    }

    /** @return the names of its fields, in their order */
    List<String> fieldNames() {
        return fields().map(field -> field.field().fieldName()).toList();
    }

    /** @return largest number the sequence can write */
    long capacity() {
        return BigInteger.TEN.pow(sequenceWidth()).longValueExact() - 1;
    }

    /**
     * @param values text of every field the template names but sequence and check character
     * @return what is the same for all numbers of one sequence: the number with {@code *} for the sequence
     * @throws InvalidIdentifierException if a field is empty or has a character that is not allowed
     */
    String sequenceScope(Map<TemplateField, String> values) {
        return write(values, "*");
    }

    /**
     * @param values text of every field the template names but sequence and check character
     * @param sequence 1 or more
     * @return the number; empty when it would need a check character that is neither letter nor digit
     * @throws InvalidIdentifierException if a field is empty or has a character that is not allowed, the sequence is used
     *     up, or the number would be too long or could not be read back
     */
    Optional<LotNumber> render(Map<TemplateField, String> values, long sequence) {
        if (sequence > capacity()) {
            throw new InvalidIdentifierException(
                    "number in the sequence of " + template + " (at most " + capacity() + "; it is used up)",
                    Long.toString(sequence));
        }
        String text = write(values, String.format("%0" + sequenceWidth() + "d", sequence));
        if (names(TemplateField.CHECK)) {
            char check = CheckCharacter.of(text);
            if (check == CheckCharacter.SUPPLEMENTARY) {
                return Optional.empty();
            }
            text += check;
        }
        LotNumber number = new LotNumber(text);
        Map<TemplateField, String> readBack = decode(number);
        if (!fields().map(Field::field).filter(values::containsKey).allMatch(f -> values.get(f)
                .equals(readBack.get(f)))) {
            throw new InvalidIdentifierException(
                    "number of " + template + " (a field contains the literal behind it, so it could not be read back)",
                    text);
        }
        return Optional.of(number);
    }

    /**
     * @return the text of each field, in template order
     * @throws InvalidIdentifierException if the number does not follow the template or its check character is wrong
     */
    Map<TemplateField, String> decode(LotNumber number) {
        String text = number.value();
        Matcher matcher = form.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidIdentifierException("number of " + template, text);
        }
        if (names(TemplateField.CHECK)) {
            String payload = text.substring(0, text.length() - 1);
            if (!CheckCharacter.canProtect(payload) || CheckCharacter.of(payload) != text.charAt(text.length() - 1)) {
                throw new InvalidIdentifierException(
                        "number of " + template + " (its check character is wrong: read it again)", text);
            }
        }
        Map<TemplateField, String> decoded = new LinkedHashMap<>();
        fields().forEach(field ->
                decoded.put(field.field(), matcher.group(field.field().fieldName())));
        return decoded;
    }

    private String write(Map<TemplateField, String> values, String sequence) {
        StringBuilder text = new StringBuilder();
        for (TemplatePart part : parts) {
            if (part instanceof Literal literal) {
                text.append(literal.text());
            } else if (part instanceof Field field && field.field() == TemplateField.SEQUENCE) {
                text.append(sequence);
            } else if (part instanceof Field field && field.field() != TemplateField.CHECK) {
                text.append(checked(field.field(), values.getOrDefault(field.field(), "")));
            }
        }
        return text.toString();
    }

    private String checked(TemplateField field, String value) {
        if (!value.matches(field.pattern())) {
            throw new InvalidIdentifierException(
                    "value of {" + field.fieldName() + "} in " + template + " (" + field.pattern() + ")", value);
        }
        if (names(TemplateField.CHECK) && !CheckCharacter.canProtect(value)) {
            throw new InvalidIdentifierException(
                    "value of {" + field.fieldName() + "} in " + template
                            + " ({chk} protects digits, upper-case letters and - only)",
                    value);
        }
        return value;
    }

    private int sequenceWidth() {
        return fields().filter(field -> field.field() == TemplateField.SEQUENCE)
                .mapToInt(Field::width)
                .findFirst()
                .orElseThrow();
    }

    private Stream<Field> fields() {
        return parts.stream().filter(Field.class::isInstance).map(Field.class::cast);
    }
}
