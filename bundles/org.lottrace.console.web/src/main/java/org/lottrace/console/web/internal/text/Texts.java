package org.lottrace.console.web.internal.text;

import gg.jte.support.LocalizationSupport;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * What the console says, in one language. A text is ours and may hold HTML, its arguments are not: a template writes
 * {@code ${texts.localize(key, argument)}}, and the arguments come out escaped; or {@code ${texts.lookup(key)}}, which escapes all.
 */
public final class Texts implements LocalizationSupport {
    /** What the console speaks, the first when a reader asks for none of them. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final String BUNDLE = "org.lottrace.console.web.texts.texts";

    private final ResourceBundle texts;

    private Texts(ResourceBundle texts) {
        this.texts = texts;
    }

    /** @param language one of {@link #LANGUAGES} */
    public static Texts in(Locale language) {
        return new Texts(ResourceBundle.getBundle(
                BUNDLE,
                language,
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** @return the language that it is in */
    public Locale locale() {
        return texts.getLocale().getLanguage().isEmpty() ? Locale.ENGLISH : texts.getLocale();
    }

    @Override
    public String lookup(String key) {
        try {
            return texts.getString(key);
        } catch (MissingResourceException missing) {
            throw new IllegalArgumentException("there is no text " + key + " in " + locale(), missing);
        }
    }

    /** @return the text with its arguments in place, all of it to be escaped by the template */
    public String of(String key, Object... arguments) {
        String text = lookup(key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    /** @return the text of that key, or the alternative where there is none, such as for codes that others may add to */
    public String orElse(String key, String alternative) {
        return texts.containsKey(key) ? texts.getString(key) : alternative;
    }
}
