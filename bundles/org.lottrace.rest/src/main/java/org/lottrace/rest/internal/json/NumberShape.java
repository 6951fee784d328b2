package org.lottrace.rest.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/** Whole numbers: counts and positions. What is measured is a text. */
public record NumberShape(boolean isLong) implements Shape {
    @Override
    public Optional<Object> read(JsonNode json, Reading at) {
        if (isLong
                ? json.isIntegralNumber() && json.canConvertToLong()
                : json.isIntegralNumber() && json.canConvertToInt()) {
            return Optional.of(isLong ? (Object) json.longValue() : (Object) json.intValue());
        }
        return at.wrong("VALUE_WRONG", "a whole number is expected, without quotes");
    }

    /** As a parameter of a URL has it. */
    Optional<Object> read(String text, Reading at) {
        try {
            return Optional.of(isLong ? (Object) Long.valueOf(text) : (Object) Integer.valueOf(text));
        } catch (NumberFormatException wrong) {
            return at.wrong("VALUE_WRONG", "\"" + text + "\" is no whole number");
        }
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
        json.writeNumber(((Number) value).longValue());
    }
}
