package org.lottrace.console.web.internal.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a form, or the parameters of an address. Blanks at the ends are not part of what was entered; a field that holds
 * nothing else is not filled in.
 */
public final class Parameters {
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, byte[]> files;

    /** @param values as the container has them */
    public Parameters(Map<String, String[]> values) {
        this(values, Map.of());
    }

    /** @param files by the name of their field */
    public Parameters(Map<String, String[]> values, Map<String, byte[]> files) {
        this.files = Map.copyOf(files);
        values.forEach((name, texts) ->
                this.values.put(name, Arrays.stream(texts).map(String::strip).toList()));
    }

    /** @return what was entered, empty when nothing was */
    public String text(String name) {
        return values.getOrDefault(name, List.of("")).get(0);
    }

    /** @return what was entered, or empty when nothing was */
    public Optional<String> given(String name) {
        return Optional.of(text(name)).filter(text -> !text.isEmpty());
    }

    /** @return everything that was entered in fields of that name, in their order, empty ones as well */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** @return the bytes of the file that was chosen, or empty when none was */
    public Optional<byte[]> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** @return true for a box that was ticked */
    public boolean isTicked(String name) {
        return !text(name).isEmpty();
    }

    /** @return names and values in turn, of what is filled in, for {@link Address#to}; without those of these names */
    public List<String> except(String... names) {
        List<String> rest = new ArrayList<>();
        values.forEach((name, texts) -> {
            if (!List.of(names).contains(name)) {
                texts.stream().filter(text -> !text.isEmpty()).forEach(text -> rest.addAll(List.of(name, text)));
            }
        });
        return rest;
    }
}
