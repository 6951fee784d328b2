package org.lottrace.intake.internal.field;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Several values in one cell, with semicolons or commas between them. */
record SetShape(Form form, boolean isNeeded) implements Shape {
    private static final String SEPARATOR = "; ";

    @Override
    public Optional<Object> read(String name, Cells rows, Optional<Object> known) {
        if (!rows.isMapped(name)) {
            return known.or(() -> Optional.of(Set.of()));
        }
        CellText cell = rows.cell(name);
        if (cell.isEmpty() && isNeeded) {
            rows.missing(cell, form);
            return Optional.empty();
        }
        Set<Object> values = new LinkedHashSet<>();
        boolean isRight = true;
        for (String part : cell.text().split("[;,]")) {
            String text = part.strip();
            Optional<Object> value = text.isEmpty() ? Optional.empty() : rows.read(cell.withText(text), form);
            isRight &= text.isEmpty() || value.isPresent();
            value.ifPresent(values::add);
        }
        return isRight ? Optional.of(values) : Optional.empty();
    }

    /** In the order of their texts, so that the same set is always the same text. */
    @Override
    public void write(String name, Object value, Map<String, String> texts) {
        texts.put(
                name,
                ((Collection<?>) value).stream().map(form.writer()).sorted().collect(Collectors.joining(SEPARATOR)));
    }

    @Override
    public void describe(String name, Place place, List<Field> fields) {
        fields.add(new Field(name, form, isNeeded && !place.isOptional(), place.within(), place.repeats(), true));
    }
}
