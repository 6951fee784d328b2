package org.lottrace.rest.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/** A record inside one of its own kind. */
public record SelfShape(Class<?> type) implements Shape {
    @Override
    public Optional<Object> read(JsonNode json, Reading at) {
        return Shapes.of(type).read(json, at);
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
        Shapes.of(type).write(value, json);
    }
}
