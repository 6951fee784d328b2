package org.lottrace.gs1.internal.syntax;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lottrace.gs1.internal.rule.Rules;

/** All application identifiers, as the GS1 Barcode Syntax Dictionary beside this class has them. */
public final class SyntaxDictionary {
    private static final int SHORTEST_IDENTIFIER = 2;
    private static final int LONGEST_IDENTIFIER = 4;

    private final Map<String, Format> formats = new LinkedHashMap<>();

    public SyntaxDictionary(Rules rules) {
        DictionaryLine reader = new DictionaryLine(rules);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                SyntaxDictionary.class.getResourceAsStream("gs1-syntax-dictionary.txt"), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .flatMap(line -> reader.formats(line).stream())
                    .forEach(format -> formats.put(format.ai(), format));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return every identifier, in the order of the dictionary */
    public Iterable<Format> all() {
        return formats.values();
    }

    public Optional<Format> find(String ai) {
        return Optional.ofNullable(formats.get(ai));
    }

    /** @return the identifier with which the text goes on there; none is the beginning of another */
    public Optional<Format> startingAt(String text, int from) {
        for (int length = SHORTEST_IDENTIFIER;
                length <= LONGEST_IDENTIFIER && from + length <= text.length();
                length++) {
            Format format = formats.get(text.substring(from, from + length));
            if (format != null) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
