package org.lottrace.console.web.internal.text;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Which language, and whose way to write dates and numbers, somebody gets. */
public final class Languages {
    private Languages() {}

    /**
     * @param chosen what the reader chose, such as {@code de}; empty: nothing
     * @param wanted what the browser asks for, the most wanted first
     * @return one of {@link Texts#LANGUAGES}
     */
    public static Locale language(String chosen, List<Locale> wanted) {
        return Texts.LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(chosen))
                .findFirst()
                .orElseGet(() -> wanted.stream()
                        .map(locale -> new Locale(locale.getLanguage()))
                        .filter(Texts.LANGUAGES::contains)
                        .findFirst()
                        .orElse(Texts.LANGUAGES.get(0)));
    }

    /** @return the first wanted locale of that language, because it may name a country; a language alone is written as in Europe */
    public static Locale formats(Locale language, List<Locale> wanted) {
        return wanted.stream()
                .filter(locale -> locale.getLanguage().equals(language.getLanguage())
                        && !locale.getCountry().isEmpty())
                .findFirst()
                .orElseGet(() -> language.equals(Locale.ENGLISH) ? Locale.UK : Locale.GERMANY);
    }

    /** @return the locales of an enumeration as the servlet API gives them */
    public static List<Locale> wanted(java.util.Enumeration<Locale> locales) {
        return Collections.list(locales);
    }
}
