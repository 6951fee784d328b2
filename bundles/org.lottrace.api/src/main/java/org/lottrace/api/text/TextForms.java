package org.lottrace.api.text;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.id.InvalidIdentifierException;

/** The registry of text forms. */
public final class TextForms {
    private static final Map<Class<?>, TextForm<?>> BY_TYPE = byType();

    private TextForms() {}

    /** @return every form, those of identifiers first */
    public static Collection<TextForm<?>> all() {
        return BY_TYPE.values();
    }

    /** @return the form of the values of that type; empty when they are more than one text */
    @SuppressWarnings("unchecked") // a form is kept under its own type
    public static <T> Optional<TextForm<T>> find(Class<T> type) {
        return Optional.ofNullable((TextForm<T>) BY_TYPE.get(type));
    }

    /**
     * @return the form of the values of that type
     * @throws IllegalArgumentException if there is none
     */
    public static <T> TextForm<T> of(Class<T> type) {
        return find(type).orElseThrow(() -> new IllegalArgumentException(type.getName() + " has no form as one text"));
    }

    /**
     * @return the value of that type that was written as that text
     * @throws InvalidIdentifierException if there is none; the message says what such a text is and shows one
     */
    public static <T> T read(Class<T> type, String text) {
        return of(type).read(text);
    }

    /** @return the text of a value of that type, which {@link #read} gives back */
    public static <T> String write(Class<T> type, T value) {
        return of(type).write(value);
    }

    private static Map<Class<?>, TextForm<?>> byType() {
        Map<Class<?>, TextForm<?>> forms = new LinkedHashMap<>();
        Stream.of(IdForms.ALL, AmountForms.ALL, TimeForms.ALL, EventForms.ALL, CodeForms.ALL)
                .flatMap(List::stream)
                .forEach(form -> forms.put(form.type(), form));
        return Collections.unmodifiableMap(forms);
    }
}
