package org.lottrace.rest.internal.page;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.rest.internal.json.Json;
import org.lottrace.rest.internal.json.OptionalShape;
import org.lottrace.rest.internal.json.RecordShape;
import org.lottrace.rest.internal.json.Shape;
import org.lottrace.rest.internal.json.Shapes;
import org.lottrace.rest.internal.json.TextShape;

/**
 * A list as a table: a column for each field, {@code event.context.id} for one inside another; a list inside is JSON in one cell. The
 * columns are the same however the rows are filled.
 */
final class Columns {
    private final Shape row;
    private final List<Column> all = new ArrayList<>();

    /** @param type of the page, with that of its rows */
    Columns(Type type) {
        row = Shapes.of(((ParameterizedType) type).getActualTypeArguments()[0]);
        collect(row, "");
    }

    /** A column with what its cells are made of. */
    record Column(String name, Shape shape) {
        String text(Object value) {
            return shape instanceof TextShape text ? text.text(value) : Json.text(shape, value);
        }
    }

    List<Column> all() {
        return all;
    }

    /** @return values by column; what is absent is not there */
    Map<Column, Object> cells(Object value) {
        Map<Column, Object> cells = new LinkedHashMap<>();
        collect(row, value, "", cells);
        return cells;
    }

    private void collect(Shape shape, String name) {
        if (shape instanceof OptionalShape optional) {
            collect(optional.value(), name);
        } else if (shape instanceof RecordShape record) {
            record.fields().forEach(field -> collect(field.shape(), within(name, field)));
        } else {
            all.add(column(shape, name));
        }
    }

    private static void collect(Shape shape, Object value, String name, Map<Column, Object> cells) {
        if (shape instanceof OptionalShape optional) {
            ((Optional<?>) value).ifPresent(present -> collect(optional.value(), present, name, cells));
        } else if (shape instanceof RecordShape record) {
            record.values(value)
                    .forEach((field, component) -> collect(field.shape(), component, within(name, field), cells));
        } else {
            cells.put(column(shape, name), value);
        }
    }

    private static Column column(Shape shape, String name) {
        return new Column(name.isEmpty() ? "value" : name, shape);
    }

    private static String within(String name, RecordShape.Field field) {
        return name.isEmpty() ? field.name() : name + "." + field.name();
    }
}
