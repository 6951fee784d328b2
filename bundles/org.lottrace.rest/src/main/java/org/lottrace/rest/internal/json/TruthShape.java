package org.lottrace.rest.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/** True or false; false when nothing is said. */
public record TruthShape() implements Shape {
    @Override
    public Optional<Object> read(JsonNode json, Reading at) {
        return json.isBoolean()
                ? Optional.of(json.booleanValue())
                : at.wrong("VALUE_WRONG", "true or false is expected, without quotes");
    }

    /** As a parameter of a URL has it. */
    Optional<Object> read(String text, Reading at) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> at.wrong("VALUE_WRONG", "true or false is expected, not \"" + text + "\"");
        };
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
        json.writeBoolean((Boolean) value);
    }

    @Override
    public Optional<Object> absent(Reading at) {
        return Optional.of(false);
    }

    @Override
    public boolean mayBeAbsent() {
        return true;
    }
}
