package org.lottrace.rest.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/** How the values of one type of the api are written as JSON, and read from it. */
public sealed interface Shape
        permits TextShape,
                NumberShape,
                TruthShape,
                ListShape,
                MapShape,
                OptionalShape,
                RecordShape,
                ChoiceShape,
                SelfShape {
    /** @return the value; empty when something was wrong, and {@code at} knows what */
    Optional<Object> read(JsonNode json, Reading at);

    void write(Object value, JsonGenerator json) throws IOException;

    /** @return the value when nothing is given; empty, and {@code at} knows it, when something has to be */
    default Optional<Object> absent(Reading at) {
        return at.wrong("FIELD_MISSING", "this has to be given");
    }

    /** @return true when {@link #absent} has a value */
    default boolean mayBeAbsent() {
        return false;
    }
}
