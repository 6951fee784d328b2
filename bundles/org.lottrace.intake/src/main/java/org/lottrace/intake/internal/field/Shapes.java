package org.lottrace.intake.internal.field;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitPrice;

/**
 * Makes the shape of a record from the type itself, so that a new component of it needs nothing here.
 *
 * @param needed names of texts, and of lists, that a file has to have although the type allows them to be empty
 * @param defaults texts by name for what has no absent value
 * @param longest most characters, by name, of texts that are shorter than others
 */
record Shapes(Set<String> needed, Map<String, String> defaults, Map<String, Integer> longest) {
    /** What has a form as one text, and in tables of other programs stands in several columns all the same. */
    private static final Set<Class<?>> SPREAD = Set.of(Quantity.class, UnitPrice.class);

    RecordShape of(Class<?> record) {
        return record(record, "");
    }

    private RecordShape record(Class<?> type, String name) {
        return new RecordShape(
                type,
                Arrays.stream(type.getRecordComponents())
                        .map(component -> component(component, name))
                        .toList());
    }

    private RecordShape.Component component(RecordComponent component, String around) {
        String name = around.isEmpty() ? component.getName() : around + "." + component.getName();
        component.getAccessor().setAccessible(true);
        return new RecordShape.Component(component.getName(), make(component.getGenericType(), name), component);
    }

    private Shape make(Type type, String name) {
        if (type instanceof ParameterizedType generic) {
            Class<?> of = (Class<?>) generic.getActualTypeArguments()[0];
            Class<?> raw = (Class<?>) generic.getRawType();
            if (raw == Optional.class) {
                return new OptionalShape(make(of, name));
            }
            if (raw == Set.class) {
                return new SetShape(Form.of(of), needed.contains(name));
            }
            if (raw == List.class) {
                return new RowsShape(record(of, name), needed.contains(name));
            }
            throw new IllegalArgumentException(type + " cannot be read from a table");
        }
        Class<?> one = (Class<?>) type;
        Form form = SPREAD.contains(one) ? null : Form.of(one);
        if (form != null) {
            return value(form, name);
        }
        if (!one.isRecord()) {
            throw new IllegalArgumentException(type + " cannot be read from a table");
        }
        return record(one, name);
    }

    private ValueShape value(Form of, String name) {
        Form form = longest.containsKey(name) ? of.upTo(longest.get(name)) : of;
        Optional<Object> given = Optional.ofNullable(defaults.get(name)).map(form.reader());
        if (form.isFree() && !needed.contains(name)) {
            return new ValueShape(form, false, given.or(() -> Optional.of("")));
        }
        return new ValueShape(form, given.isEmpty(), given);
    }

    /** @return every field of the shape */
    static List<Field> fields(RecordShape shape) {
        List<Field> fields = new java.util.ArrayList<>();
        shape.describe("", Shape.Place.TOP, fields);
        return List.copyOf(fields);
    }
}
