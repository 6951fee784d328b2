package org.lottrace.console.web.internal.desk;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.page.Parameters;
import org.lottrace.console.web.internal.text.Texts;

/**
 * What stands in the fields of a form, and what is wrong with it: each problem at its field, all of them together above. Fields are called
 * as the properties of the api, so that what a service refuses finds its field, too.
 */
public final class Fields {
    private final Texts texts;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, String> byField = new LinkedHashMap<>();
    private final List<Violation> all = new ArrayList<>();

    private Fields(Texts texts) {
        this.texts = texts;
    }

    /** @return empty ones, to be filled from what is known */
    public static Fields empty(Texts texts) {
        return new Fields(texts);
    }

    /** @return what was entered in the fields of these names */
    public static Fields entered(Parameters parameters, Texts texts, List<String> names) {
        Fields fields = new Fields(texts);
        names.forEach(name -> fields.values.put(name, parameters.all(name)));
        return fields;
    }

    public Fields with(String name, Object value) {
        values.put(name, List.of(value.toString()));
        return this;
    }

    public Fields with(String name, Optional<?> value) {
        return value.isPresent() ? with(name, value.get()) : this;
    }

    public Fields withAll(String name, List<String> texts) {
        values.put(name, List.copyOf(texts));
        return this;
    }

    /** @return what stands in the field, empty when nothing does */
    public String text(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public boolean has(String name, String value) {
        return all(name).contains(value);
    }

    /** @return what is wrong with the field; empty when nothing is */
    public String problem(String name) {
        return byField.getOrDefault(name, "");
    }

    /** @return everything that is wrong, in the order in which it was found */
    public List<Violation> problems() {
        return List.copyOf(all);
    }

    public boolean areRight() {
        return all.isEmpty();
    }

    /** @return the value of a field that must be filled in; empty, with a problem, when it is not or cannot be read */
    public <T> Optional<T> needed(String name, Function<String, T> reading) {
        if (text(name).isEmpty()) {
            wrong(name, "FIELD_MISSING", texts.lookup("form.missing"));
            return Optional.empty();
        }
        return given(name, reading);
    }

    /** @return the value of a field that may stay empty; empty, with a problem, when it cannot be read */
    public <T> Optional<T> given(String name, Function<String, T> reading) {
        return text(name).isEmpty() ? Optional.empty() : read(name, text(name), reading);
    }

    /** @return one text of that field as a value; empty, with a problem, when it cannot be read */
    public <T> Optional<T> read(String name, String text, Function<String, T> reading) {
        try {
            return Optional.of(reading.apply(text));
        } catch (NumberFormatException noNumber) {
            wrong(name, "FIELD_INVALID", texts.of("form.no-number", text));
        } catch (InvalidIdentifierException | DateTimeException invalid) {
            wrong(name, "FIELD_INVALID", invalid.getMessage());
        } catch (IllegalArgumentException | ArithmeticException invalid) {
            wrong(name, "FIELD_INVALID", invalid.getMessage());
        }
        return Optional.empty();
    }

    /** Says that something is wrong with a field. */
    public void wrong(String name, String code, String message) {
        refused(List.of(new Violation(code, name, message)));
    }

    /** Takes what a service refused; each at the field that its path names last. */
    public void refused(List<Violation> violations) {
        for (Violation violation : violations) {
            all.add(violation);
            violation.path().steps().stream()
                    .filter(step -> step.kind() == PathStep.Kind.PROPERTY)
                    .map(PathStep::name)
                    .filter(values::containsKey)
                    .reduce((first, last) -> last)
                    .ifPresent(name -> byField.merge(name, said(violation), (a, b) -> a + " " + b));
        }
    }

    /** At its field in the reader's language; what the service said word for word stands above the form. */
    private String said(Violation violation) {
        return Optional.of(violation.code())
                .filter(code -> !code.startsWith("FIELD_"))
                .flatMap(code -> Catalogue.meaningOf(code, texts.locale()))
                .orElse(violation.message());
    }
}
