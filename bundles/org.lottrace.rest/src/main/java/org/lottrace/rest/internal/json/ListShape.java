package org.lottrace.rest.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lists and sets; empty when nothing is given. A set is written in the order of its texts, so that the same one is always the same
 * JSON.
 */
public record ListShape(Shape element, boolean isSet) implements Shape {
    @Override
    public Optional<Object> read(JsonNode json, Reading at) {
        if (!json.isArray()) {
            return at.wrong("VALUE_WRONG", "a list [...] is expected");
        }
        List<Object> values = new ArrayList<>(json.size());
        for (int i = 0; i < json.size(); i++) {
            element.read(json.get(i), at.then(i)).ifPresent(values::add);
        }
        if (values.size() < json.size()) {
            return Optional.empty();
        }
        Set<Object> once = new LinkedHashSet<>(values);
        if (isSet && once.size() < values.size()) {
            return at.wrong("VALUE_WRONG", "each value stands here once");
        }
        return Optional.of(isSet ? once : values);
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Object one : ordered((Collection<?>) value)) {
            element.write(one, json);
        }
        json.writeEndArray();
    }

    private Collection<?> ordered(Collection<?> values) {
        return isSet && element instanceof TextShape text
                ? values.stream().sorted(Comparator.comparing(text::text)).toList()
                : values;
    }

    @Override
    public Optional<Object> absent(Reading at) {
        return Optional.of(isSet ? Set.of() : List.of());
    }

    @Override
    public boolean mayBeAbsent() {
        return true;
    }
}
