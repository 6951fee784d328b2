package org.lottrace.rest.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/** A value that may be absent; then its field is. */
public record OptionalShape(Shape value) implements Shape {
    @Override
    public Optional<Object> read(JsonNode json, Reading at) {
        return value.read(json, at).map(Optional::of);
    }

    @Override
    public void write(Object optional, JsonGenerator json) throws IOException {
        Optional<?> present = (Optional<?>) optional;
        if (present.isPresent()) {
            value.write(present.get(), json);
        } else {
            json.writeNull();
        }
    }

    @Override
    public Optional<Object> absent(Reading at) {
        return Optional.of(Optional.empty());
    }

    @Override
    public boolean mayBeAbsent() {
        return true;
    }
}
