package org.lottrace.api.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** One sentence for each operation and each code, from {@code catalogue.properties}; of the codes in German, too. */
final class Meanings {
    private static final Properties TEXTS = read("catalogue.properties");
    private static final Map<String, Properties> TRANSLATED =
            Map.of(Locale.GERMAN.getLanguage(), read("catalogue_de.properties"));

    private Meanings() {}

    static Optional<String> of(String nameOrCode) {
        return Optional.ofNullable(TEXTS.getProperty(nameOrCode));
    }

    static Optional<String> of(String nameOrCode, Locale language) {
        return Optional.ofNullable(TRANSLATED.get(language.getLanguage())).map(texts -> texts.getProperty(nameOrCode));
    }

    static Set<String> known() {
        return TEXTS.stringPropertyNames();
    }

    /** @return what there is a sentence for in that language, too */
    static Set<String> translated(Locale language) {
        return TRANSLATED.getOrDefault(language.getLanguage(), new Properties()).stringPropertyNames();
    }

    private static Properties read(String name) {
        Properties texts = new Properties();
        try (InputStream file = Meanings.class.getResourceAsStream(name);
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " of this bundle cannot be read", e);
        }
    }
}
