package org.lottrace.api.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** One sentence for each operation and each code, from {@code catalogue.properties}. */
final class Meanings {
    private static final Properties TEXTS = read();

    private Meanings() {}

    static Optional<String> of(String nameOrCode) {
        return Optional.ofNullable(TEXTS.getProperty(nameOrCode));
    }

    static Set<String> known() {
        return TEXTS.stringPropertyNames();
    }

    private static Properties read() {
        Properties texts = new Properties();
        try (InputStream file = Meanings.class.getResourceAsStream("catalogue.properties");
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("catalogue.properties of this bundle cannot be read", e);
        }
    }
}
