package org.lottrace.edi.as2.internal.mime;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Headers of an entity, each once: the first one counts. Names are the same in any case (RFC 5322). */
public final class Headers {
    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    public Headers() {}

    public Headers(Map<String, String> values) {
        values.forEach(this::add);
    }

    void add(String name, String value) {
        values.putIfAbsent(name, value.strip());
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public Map<String, String> all() {
        return Map.copyOf(values);
    }

    /** @return of {@code Content-Type}; plain text when nothing is said (RFC 2045, 5.2) */
    public MediaType type() throws MalformedMessageException {
        return MediaType.parse(get("Content-Type").orElse("text/plain"));
    }

    /** @return of {@code Content-Transfer-Encoding}, in small letters; {@code binary} when nothing is said, as over HTTP */
    public String transferEncoding() {
        return get("Content-Transfer-Encoding").orElse("binary").toLowerCase(Locale.ROOT);
    }
}
