package org.lottrace.intake.internal.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What may be absent: an empty cell, or empty cells of all its fields. */
record OptionalShape(Shape value) implements Shape {
    @Override
    public Optional<Object> read(String name, Cells rows, Optional<Object> known) {
        if (!rows.isMapped(name)) {
            return known.or(() -> Optional.of(Optional.empty()));
        }
        if (rows.isBlank(name)) {
            return Optional.of(Optional.empty());
        }
        return value.read(name, rows, known.flatMap(optional -> ((Optional<?>) optional).map(Object.class::cast)))
                .map(Optional::of);
    }

    @Override
    public void write(String name, Object optional, Map<String, String> texts) {
        ((Optional<?>) optional).ifPresent(present -> value.write(name, present, texts));
    }

    @Override
    public void describe(String name, Place place, List<Field> fields) {
        value.describe(
                name,
                value instanceof RecordShape ? new Place(false, name, place.repeats()) : place.optional(),
                fields);
    }
}
