package org.lottrace.intake.internal.field;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A record of the api: its components by their names. */
record RecordShape(Class<?> type, List<Component> components) implements Shape {
    record Component(String name, Shape shape, RecordComponent of) {
        Object of(Object value) {
            try {
                return of.getAccessor().invoke(value);
            } catch (ReflectiveOperationException broken) {
                throw new IllegalStateException(of + " cannot be read", broken);
            }
        }
    }

    RecordShape {
        components = List.copyOf(components);
    }

    @Override
    public Optional<Object> read(String name, Cells rows, Optional<Object> known) {
        List<Object> values = new ArrayList<>();
        for (Component component : components) {
            component
                    .shape()
                    .read(within(name, component), rows, known.map(component::of))
                    .ifPresent(values::add);
        }
        return values.size() < components.size() ? Optional.empty() : made(name, rows, values);
    }

    private Optional<Object> made(String name, Cells rows, List<Object> values) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(values.toArray()));
        } catch (InvocationTargetException refused) {
            Throwable reason = refused.getCause();
            if (reason instanceof IllegalArgumentException
                    || reason instanceof DateTimeException
                    || reason instanceof ArithmeticException) {
                rows.wrong(name, String.valueOf(reason.getMessage()));
                return Optional.empty();
            }
            throw new IllegalStateException(type + " cannot be made", reason);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(type + " cannot be made", broken);
        }
    }

    @Override
    public void write(String name, Object value, Map<String, String> texts) {
        components.forEach(component -> component.shape().write(within(name, component), component.of(value), texts));
    }

    @Override
    public void describe(String name, Place place, List<Field> fields) {
        components.forEach(component -> component.shape().describe(within(name, component), place, fields));
    }

    private static String within(String name, Component component) {
        return name.isEmpty() ? component.name() : name + "." + component.name();
    }
}
