package org.lottrace.rest.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * One of several records: its object says in {@code kind} which one.
 *
 * @param kinds by the name of the kind
 */
public record ChoiceShape(Class<?> type, Map<String, RecordShape> kinds) implements Shape {
    public static final String KIND = "kind";

    @Override
    public Optional<Object> read(JsonNode json, Reading at) {
        RecordShape shape = json.isObject() ? kinds.get(json.path(KIND).asText()) : null;
        if (shape == null) {
            return at.then(KIND).wrong("VALUE_WRONG", "an object with a kind is expected, one of " + kinds.keySet());
        }
        ObjectNode without = ((ObjectNode) json).deepCopy();
        without.remove(KIND);
        return shape.read(without, at);
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
        Map.Entry<String, RecordShape> kind = kinds.entrySet().stream()
                .filter(one -> one.getValue().type().isInstance(value))
                .findFirst()
                .orElseThrow();
        json.writeStartObject();
        json.writeStringField(KIND, kind.getKey());
        kind.getValue().writeFields(value, json);
        json.writeEndObject();
    }
}
