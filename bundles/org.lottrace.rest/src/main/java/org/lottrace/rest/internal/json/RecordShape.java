package org.lottrace.rest.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A record: an object with its components by their names.
 *
 * @param fields in the order of the components
 */
public record RecordShape(Class<?> type, List<Field> fields) implements Shape {
    /**
     * One component.
     *
     * @param isFromLogin true when the login says it, and no request does
     * @param byDefault what it is when nothing is given, for those that have no absent value by their shape
     */
    public record Field(String name, Shape shape, Method accessor, boolean isFromLogin, Optional<Object> byDefault) {
        /** @return true when a request may leave it out */
        public boolean mayBeAbsent() {
            return isFromLogin || byDefault.isPresent() || shape.mayBeAbsent();
        }

        private Optional<Object> read(JsonNode json, Reading at) {
            if (isFromLogin) {
                return Optional.of(at.caller());
            }
            if (json == null || json.isNull()) {
                return byDefault.isPresent() ? byDefault : shape.absent(at);
            }
            return shape.read(json, at);
        }
    }

    @Override
    public Optional<Object> read(JsonNode json, Reading at) {
        if (!json.isObject()) {
            return at.wrong("VALUE_WRONG", "an object {...} is expected, with the fields " + names());
        }
        int before = at.faults().size();
        json.fieldNames().forEachRemaining(name -> checkKnown(name, at.then(name)));
        List<Object> values = new ArrayList<>();
        for (Field field : fields) {
            field.read(json.get(field.name()), at.then(field.name())).ifPresent(values::add);
        }
        return values.size() < fields.size() || at.faults().size() > before ? Optional.empty() : made(values, at);
    }

    private void checkKnown(String name, Reading at) {
        Optional<Field> known =
                fields.stream().filter(field -> field.name().equals(name)).findFirst();
        if (known.isEmpty()) {
            at.wrong("FIELD_UNKNOWN", "there is no such field here; known are " + names());
        } else if (known.get().isFromLogin()) {
            at.wrong("FIELD_UNKNOWN", "the login says who it is; leave it out");
        }
    }

    private String names() {
        return fields.stream()
                .filter(field -> !field.isFromLogin())
                .map(Field::name)
                .collect(Collectors.joining(", "));
    }

    private Optional<Object> made(List<Object> values, Reading at) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return Optional.of(type.getDeclaredConstructor(types).newInstance(values.toArray()));
        } catch (InvocationTargetException refused) {
            Throwable reason = refused.getCause();
            if (reason instanceof IllegalArgumentException
                    || reason instanceof DateTimeException
                    || reason instanceof ArithmeticException) {
                return at.wrong("VALUE_WRONG", String.valueOf(reason.getMessage()));
            }
            throw new IllegalStateException(type + " cannot be made", reason);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(type + " cannot be made", broken);
        }
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
        json.writeStartObject();
        writeFields(value, json);
        json.writeEndObject();
    }

    void writeFields(Object value, JsonGenerator json) throws IOException {
        for (Map.Entry<Field, Object> field : values(value).entrySet()) {
            json.writeFieldName(field.getKey().name());
            field.getKey().shape().write(field.getValue(), json);
        }
    }

    /** @return the components that there are, in their order */
    public Map<Field, Object> values(Object value) {
        Map<Field, Object> values = new LinkedHashMap<>();
        for (Field field : fields) {
            Object component = component(field, value);
            if (!(component instanceof Optional<?> optional && optional.isEmpty())) {
                values.put(field, component);
            }
        }
        return values;
    }

    private static Object component(Field field, Object value) {
        try {
            return field.accessor().invoke(value);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(field.name() + " cannot be read", broken);
        }
    }

    @Override
    public Optional<Object> absent(Reading at) {
        return mayBeAbsent() ? read(JsonNodeFactory.instance.objectNode(), at) : Shape.super.absent(at);
    }

    /** When each of its parts may be. */
    @Override
    public boolean mayBeAbsent() {
        return fields.stream().allMatch(Field::mayBeAbsent);
    }
}
