package org.lottrace.intake.internal.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.intake.internal.field.RecordShape.Component;

/**
 * A list of records: an element from each row. Its first component tells one element from another.
 *
 * @param isNeeded whether a file has to say something about it
 */
record RowsShape(RecordShape element, boolean isNeeded) implements Shape {
    @Override
    public Optional<Object> read(String name, Cells rows, Optional<Object> known) {
        if (!rows.isMapped(name)) {
            return known.or(() -> Optional.of(List.of()));
        }
        Map<Object, Object> before = new LinkedHashMap<>();
        known.ifPresent(list -> ((List<?>) list).forEach(one -> before.put(key().of(one), one)));
        List<Object> elements = new ArrayList<>();
        boolean isRight = true;
        for (Cells row : rows.each()) {
            if (row.isBlank(name)) {
                continue;
            }
            Optional<Object> same = row.quietly()
                    .read(row.cell(name + "." + key().name()), form())
                    .map(before::get);
            Optional<Object> read = element.read(name, row, same);
            read.ifPresent(elements::add);
            isRight &= read.isPresent();
            rows.element(name, row);
        }
        return isRight ? Optional.of(elements) : Optional.empty();
    }

    private Component key() {
        return element.components().get(0);
    }

    private Form form() {
        return ((ValueShape) key().shape()).form();
    }

    @Override
    public void write(String name, Object value, Map<String, String> texts) {
        for (Object one : (List<?>) value) {
            element.write(name + "[" + form().writer().apply(key().of(one)) + "]", one, texts);
        }
    }

    @Override
    public void describe(String name, Place place, List<Field> fields) {
        element.describe(name, new Place(false, isNeeded ? place.within() : name, true), fields);
    }
}
