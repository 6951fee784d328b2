package org.lottrace.intake.internal.field;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.lottrace.api.text.TextForm;
import org.lottrace.api.text.TextForms;

/**
 * How a value is written in one cell.
 *
 * @param type of the values
 * @param description what a text is made of, for people
 * @param example such a text
 * @param writer gives the text of a value
 * @param reader gives the value of a text, or throws an {@link IllegalArgumentException} that says why not
 */
public record Form(
        Class<?> type,
        String description,
        String example,
        Function<Object, String> writer,
        Function<String, Object> reader) {
    /** Values of the api are their own text forms; here is what is more than that, or has none. */
    private static final Map<Class<?>, Form> OWN =
            Map.of(String.class, text(), int.class, whole(), Integer.class, whole(), boolean.class, truth());

    /** @return the form of that type; null when its values are no single text */
    static Form of(Class<?> type) {
        Form own = OWN.get(type);
        return own == null ? TextForms.find(type).map(Form::of).orElse(null) : own;
    }

    private static <T> Form of(TextForm<T> form) {
        return new Form(
                form.type(),
                form.description(),
                form.example(),
                value -> form.write(form.type().cast(value)),
                form::read);
    }

    private static Form text() {
        return new Form(String.class, "any text", "Wheat flour", String.class::cast, text -> text);
    }

    private static Form whole() {
        return new Form(Integer.class, "a whole number", "10", String::valueOf, Form::number);
    }

    private static Form truth() {
        return new Form(
                Boolean.class,
                "yes or no",
                "no",
                value -> (Boolean) value ? "yes" : "no",
                text -> switch (text.toLowerCase(Locale.ROOT)) {
                    case "yes", "true", "ja", "x", "1" -> Boolean.TRUE;
                    case "no", "false", "nein", "0" -> Boolean.FALSE;
                    default -> throw new IllegalArgumentException("\"" + text + "\" is neither yes nor no");
                });
    }

    private static Object number(String text) {
        if (!text.matches("-?[0-9]{1,9}(\\.0+)?")) {
            throw new IllegalArgumentException("\"" + text + "\" is no whole number of at most nine digits");
        }
        return Integer.valueOf(text.replaceAll("\\..*", ""));
    }

    /** @return the same, of texts of at most so many characters */
    Form upTo(int longest) {
        return new Form(type, "any text of at most " + longest + " characters", example, writer, text -> {
            if (text.length() > longest) {
                throw new IllegalArgumentException(
                        "the text has " + text.length() + " characters, at most " + longest + " are kept");
            }
            return reader.apply(text);
        });
    }

    /** @return true when any text is a value, and no text is the empty one */
    boolean isFree() {
        return type == String.class;
    }
}
