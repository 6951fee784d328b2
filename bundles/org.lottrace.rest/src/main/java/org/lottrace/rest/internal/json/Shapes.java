package org.lottrace.rest.internal.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.CaptureSource;
import org.lottrace.api.text.TextForm;
import org.lottrace.api.text.TextForms;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.rest.internal.page.JournalCursor;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.problem.Fault;

/**
 * The shape of every type that a request or an answer has, made from the type itself: records by their components, values by
 * {@link TextForms}, codes by {@link Coded}. So a new record of the api needs nothing here.
 */
public final class Shapes {
    /** Who asks is known from the login. */
    private static final Set<String> FROM_LOGIN = Set.of("CaptureContext.actor", "DrillRequest.actor");

    /** Most of what comes by REST is asked for by an ERP. */
    private static final Map<String, Object> DEFAULTS = Map.of("CaptureContext.source", CaptureSource.ERP);

    private static final Map<Type, Shape> KNOWN = new ConcurrentHashMap<>();

    private Shapes() {}

    public static Shape of(Type type) {
        Shape known = KNOWN.get(type);
        if (known == null) {
            known = make(type, Map.of());
            KNOWN.put(type, known);
        }
        return known;
    }

    /** @return the value that this text of a URL means; empty when {@code at} knows why not */
    public static Optional<Object> parameter(Type type, String text, Reading at) {
        Shape shape = of(type);
        if (shape instanceof NumberShape number) {
            return number.read(text, at);
        }
        if (shape instanceof TruthShape truth) {
            return truth.read(text, at);
        }
        return ((TextShape) shape).read(text, at);
    }

    private static Shape make(Type type, Map<TypeVariable<?>, Type> variables) {
        if (type instanceof TypeVariable<?> variable) {
            return of(variables.get(variable));
        }
        if (type instanceof ParameterizedType generic) {
            return generic(generic, variables);
        }
        Class<?> one = (Class<?>) type;
        if (one == int.class || one == Integer.class || one == long.class || one == Long.class) {
            return new NumberShape(one == long.class || one == Long.class);
        }
        if (one == boolean.class || one == Boolean.class) {
            return new TruthShape();
        }
        return text(one).map(Shape.class::cast).orElseGet(() -> one.isRecord() ? record(one, Map.of()) : choice(one));
    }

    private static Shape generic(ParameterizedType type, Map<TypeVariable<?>, Type> variables) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] of = type.getActualTypeArguments();
        if (raw == Optional.class) {
            return new OptionalShape(make(of[0], variables));
        }
        if (raw == Map.class) {
            return new MapShape();
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return new ListShape(make(of[0], variables), raw == Set.class);
        }
        Map<TypeVariable<?>, Type> bound = new HashMap<>();
        for (int i = 0; i < of.length; i++) {
            bound.put(raw.getTypeParameters()[i], of[i]);
        }
        return record(raw, bound);
    }

    private static Optional<TextShape> text(Class<?> type) {
        if (type == String.class) {
            return Optional.of(text("text", "any", "a text", text -> text, String.class, true));
        }
        if (type == Path.class) {
            return Optional.of(
                    text("file", "/backup/lottrace.zip", "a file on the server", Shapes::path, Path.class, false));
        }
        if (type == Limit.class) {
            return Optional.of(text("limit", "100", Limit.RANGE, Limit::of, Limit.class, false));
        }
        if (type == JournalCursor.class) {
            return Optional.of(
                    text("cursor", "2026-03-01,17", "day,number", JournalCursor::parse, JournalCursor.class, false));
        }
        if (type == ViolationPath.class) {
            return Optional.of(new TextShape(
                    "path",
                    "/lines/0/quantity",
                    "JSON Pointer, or a place in a file",
                    List.of(),
                    false,
                    path -> Fault.of(new Violation("", (ViolationPath) path, ""))
                            .path(),
                    text -> {
                        throw new IllegalArgumentException("no request has a path");
                    }));
        }
        if (type.isEnum()) {
            return Optional.of(code(type));
        }
        return TextForms.find(type).map(Shapes::text);
    }

    private static <T> TextShape text(
            String name, String example, String description, Function<String, T> reader, Class<T> type, boolean free) {
        return new TextShape(name, example, description, List.of(), free, Object::toString, reader::apply);
    }

    private static <T> TextShape text(TextForm<T> form) {
        return new TextShape(
                form.name(),
                form.example(),
                form.description(),
                List.of(),
                false,
                value -> form.write(form.type().cast(value)),
                form::read);
    }

    private static TextShape code(Class<?> type) {
        Map<String, Object> constants = new LinkedHashMap<>();
        Arrays.stream(type.getEnumConstants()).forEach(constant -> constants.put(code(constant), constant));
        List<String> codes = List.copyOf(constants.keySet());
        return new TextShape(nameOf(type), codes.get(0), "one of " + codes, codes, false, Shapes::code, text -> {
            if (!constants.containsKey(text)) {
                throw new IllegalArgumentException("\"" + text + "\" is none of " + codes);
            }
            return constants.get(text);
        });
    }

    /** {@code DraftLine.Account} is not the account of the journal. */
    public static String nameOf(Class<?> type) {
        Class<?> owner = type.getEnclosingClass();
        return owner == null
                        || owner.getSimpleName().endsWith("Resource")
                        || owner.isAnnotationPresent(jakarta.ws.rs.Path.class)
                ? type.getSimpleName()
                : owner.getSimpleName() + type.getSimpleName();
    }

    private static String code(Object constant) {
        return constant instanceof Coded coded ? coded.code() : ((Enum<?>) constant).name();
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }

    private static RecordShape record(Class<?> type, Map<TypeVariable<?>, Type> variables) {
        return new RecordShape(
                type,
                Arrays.stream(type.getRecordComponents())
                        .map(component -> field(type, component, variables))
                        .toList());
    }

    private static RecordShape.Field field(
            Class<?> type, RecordComponent component, Map<TypeVariable<?>, Type> variables) {
        String name = type.getSimpleName() + "." + component.getName();
        // CostSource has sources: the shape of what contains itself is asked for when it is needed
        Shape shape = component.getGenericType() instanceof ParameterizedType list
                        && Arrays.asList(list.getActualTypeArguments()).contains(type)
                ? new ListShape(new SelfShape(type), false)
                : make(component.getGenericType(), variables);
        return new RecordShape.Field(
                component.getName(),
                shape,
                component.getAccessor(),
                FROM_LOGIN.contains(name),
                Optional.ofNullable(DEFAULTS.get(name)));
    }

    private static ChoiceShape choice(Class<?> type) {
        if (!type.isSealed()) {
            throw new IllegalArgumentException(type + " has no form in JSON");
        }
        Map<String, RecordShape> kinds = new LinkedHashMap<>();
        for (Class<?> one : type.getPermittedSubclasses()) {
            String name = one.getSimpleName();
            kinds.put(Character.toLowerCase(name.charAt(0)) + name.substring(1), record(one, Map.of()));
        }
        return new ChoiceShape(type, kinds);
    }
}
