package org.lottrace.edi.x12.internal.syntax;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Character sets by syntax identifier.
 *
 * <p>Source: ISO 9735, data element 0001.
 */
public final class CharacterSets {
    private static final Map<String, Charset> SETS = Map.ofEntries(
            Map.entry("UNOA", StandardCharsets.US_ASCII),
            Map.entry("UNOB", StandardCharsets.US_ASCII),
            Map.entry("UNOC", StandardCharsets.ISO_8859_1),
            Map.entry("UNOD", Charset.forName("ISO-8859-2")),
            Map.entry("UNOE", Charset.forName("ISO-8859-5")),
            Map.entry("UNOF", Charset.forName("ISO-8859-7")),
            Map.entry("UNOG", Charset.forName("ISO-8859-3")),
            Map.entry("UNOH", Charset.forName("ISO-8859-4")),
            Map.entry("UNOI", Charset.forName("ISO-8859-6")),
            Map.entry("UNOJ", Charset.forName("ISO-8859-8")),
            Map.entry("UNOK", Charset.forName("ISO-8859-9")),
            Map.entry("UNOW", StandardCharsets.UTF_8),
            Map.entry("UNOY", StandardCharsets.UTF_8));

    private CharacterSets() {}

    /** @return whether text of that syntax identifier can be read */
    public static boolean isKnown(String syntax) {
        return SETS.containsKey(syntax);
    }

    /** @return absent for one that is not known */
    static Optional<Charset> of(String syntax) {
        return Optional.ofNullable(SETS.get(syntax));
    }

    /** @param bytes a character for each byte; what is no character of the set becomes U+FFFD */
    static String decode(String bytes, Charset set) {
        return set.equals(StandardCharsets.ISO_8859_1)
                ? bytes
                : new String(bytes.getBytes(StandardCharsets.ISO_8859_1), set);
    }
}
