package org.lottrace.gs1.internal.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** A list of codes; a value is one of them. */
final class CodeList implements Rule {
    private static final Properties LISTS = load();

    private final Set<String> codes;
    private final String rule;

    /** @param name of the list in {@code code-lists.properties} */
    CodeList(String name, String rule) {
        this.codes = Set.of(LISTS.getProperty(name).split(" "));
        this.rule = rule;
    }

    @Override
    public Optional<Fault> fault(String value) {
        return has(value) ? Optional.empty() : Optional.of(Fault.whole(rule, value));
    }

    boolean has(String code) {
        return codes.contains(code);
    }

    private static Properties load() {
        try (InputStream lists = CodeList.class.getResourceAsStream("code-lists.properties")) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(lists, StandardCharsets.US_ASCII));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
