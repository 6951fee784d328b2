package org.lottrace.rest.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lottrace.api.text.TextForms;

/**
 * Values that are one text.
 *
 * @param name what a value is called
 * @param example such a text
 * @param description what it is made of
 * @param codes all there are, when it is one of a list; else none
 * @param isFree true when any text is one, none included
 */
public record TextShape(
        String name,
        String example,
        String description,
        List<String> codes,
        boolean isFree,
        Function<Object, String> writer,
        Function<String, Object> reader)
        implements Shape {
    @Override
    public Optional<Object> read(JsonNode json, Reading at) {
        if (!json.isTextual()) {
            return at.wrong("VALUE_WRONG", "a " + name + " is a text in quotes, such as \"" + example + "\"");
        }
        return read(json.textValue(), at);
    }

    /** As a parameter of a URL has it. */
    public Optional<Object> read(String text, Reading at) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException wrong) {
            return at.wrong("VALUE_WRONG", String.valueOf(wrong.getMessage()));
        }
    }

    /** @return whether its values are of that type of the api */
    public boolean isOf(Class<?> type) {
        return TextForms.find(type).filter(form -> form.name().equals(name)).isPresent();
    }

    public String text(Object value) {
        return writer.apply(value);
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
        json.writeString(text(value));
    }

    @Override
    public Optional<Object> absent(Reading at) {
        return isFree ? Optional.of("") : Shape.super.absent(at);
    }

    @Override
    public boolean mayBeAbsent() {
        return isFree;
    }
}
