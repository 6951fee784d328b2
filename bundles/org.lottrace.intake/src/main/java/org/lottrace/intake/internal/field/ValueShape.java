package org.lottrace.intake.internal.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One text in one cell.
 *
 * @param isNeeded whether a text has to be there
 * @param byDefault what it is when nothing is said; absent when that is not possible
 */
record ValueShape(Form form, boolean isNeeded, Optional<Object> byDefault) implements Shape {
    @Override
    public Optional<Object> read(String name, Cells rows, Optional<Object> known) {
        if (!rows.isMapped(name)) {
            return known.or(() -> byDefault);
        }
        CellText cell = rows.cell(name);
        if (!cell.isEmpty()) {
            return rows.read(cell, form);
        }
        if (byDefault.isEmpty()) {
            rows.missing(cell, form);
        }
        return byDefault;
    }

    @Override
    public void write(String name, Object value, Map<String, String> texts) {
        texts.put(name, form.writer().apply(value));
    }

    @Override
    public void describe(String name, Place place, List<Field> fields) {
        fields.add(new Field(name, form, isNeeded && !place.isOptional(), place.within(), place.repeats(), false));
    }
}
