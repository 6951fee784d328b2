package org.lottrace.gs1.internal.written;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.identification.ElementValue;
import org.lottrace.gs1.internal.syntax.Format;
import org.lottrace.gs1.internal.syntax.SyntaxDictionary;

/**
 * Writes GS1 Digital Link URIs: the first element that is a key, its qualifiers in their order, and everything else in the query, first what
 * has a predefined length. Source: GS1 Digital Link URI Syntax 1.2, 4 and 6.
 */
final class LinkWriter {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private final SyntaxDictionary dictionary;

    LinkWriter(SyntaxDictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** @return nothing when no element is a key, or one of them has no place in such a URI */
    Optional<String> write(List<ElementValue> elements, String resolver) {
        Map<String, String> values = new LinkedHashMap<>();
        elements.forEach(element -> values.putIfAbsent(element.ai(), element.value()));
        return values.keySet().stream()
                .map(this::format)
                .filter(format -> format.qualifiers().isPresent())
                .findFirst()
                .flatMap(key -> write(
                        key, values, resolver.endsWith("/") ? resolver.substring(0, resolver.length() - 1) : resolver));
    }

    private Optional<String> write(Format key, Map<String, String> values, String resolver) {
        List<String> qualifiers =
                values.keySet().stream().filter(key::isQualifiedBy).toList();
        Optional<List<String>> sequence = key.qualifiers().stream()
                .flatMap(List::stream)
                .filter(one -> one.containsAll(qualifiers))
                .findFirst()
                .or(() -> qualifiers.isEmpty() ? Optional.of(List.of()) : Optional.empty());
        List<Format> attributes = values.keySet().stream()
                .filter(ai -> !ai.equals(key.ai()) && !qualifiers.contains(ai))
                .map(this::format)
                .sorted(Comparator.comparing(Format::isPredefined).reversed())
                .toList();
        if (sequence.isEmpty() || !attributes.stream().allMatch(Format::isAttribute)) {
            return Optional.empty();
        }
        String path = Stream.concat(Stream.of(key.ai()), sequence.get().stream().filter(qualifiers::contains))
                .map(ai -> "/" + ai + "/" + encoded(values.get(ai)))
                .collect(Collectors.joining());
        String query = attributes.stream()
                .map(format -> format.ai() + "=" + encoded(values.get(format.ai())))
                .collect(Collectors.joining("&"));
        return Optional.of(resolver + path + (query.isEmpty() ? "" : "?" + query));
    }

    private Format format(String ai) {
        return dictionary.find(ai).orElseThrow();
    }

    private static String encoded(String value) {
        StringBuilder text = new StringBuilder();
        for (byte character : value.getBytes(StandardCharsets.US_ASCII)) {
            text.append(
                    UNRESERVED.indexOf(character) >= 0
                            ? String.valueOf((char) character)
                            : String.format("%%%02X", character));
        }
        return text.toString();
    }
}
