package org.lottrace.api.text;

import java.time.DateTimeException;
import java.util.Objects;
import java.util.function.Function;
import org.lottrace.api.id.InvalidIdentifierException;

/**
 * The one text of the values of a type: what {@link #write} gives, {@link #read} takes.
 *
 * @param type the type of the values
 * @param name what a value is called, in lower case, such as {@code lot key}
 * @param example such a text
 * @param description what such a text is made of
 * @param writer gives the text of a value
 * @param reader gives the value of a text, or throws what says why not
 */
public record TextForm<T>(
        Class<T> type,
        String name,
        String example,
        String description,
        Function<T, String> writer,
        Function<String, T> reader) {
    public TextForm {
        Objects.requireNonNull(type);
        Objects.requireNonNull(name);
        Objects.requireNonNull(example);
        Objects.requireNonNull(description);
        Objects.requireNonNull(writer);
        Objects.requireNonNull(reader);
    }

    /** @return the text of that value, which {@link #read} gives back */
    public String write(T value) {
        return writer.apply(value);
    }

    /**
     * @return the value that was written as that text
     * @throws InvalidIdentifierException if there is none; the message has the description and the example
     */
    public T read(String text) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            InvalidIdentifierException wrong =
                    new InvalidIdentifierException(name + " (" + description + "), such as " + example, text);
            wrong.initCause(e);
            throw wrong;
        }
    }
}
