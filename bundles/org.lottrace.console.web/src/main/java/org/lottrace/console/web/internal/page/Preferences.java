package org.lottrace.console.web.internal.page;

import java.util.Locale;
import java.util.Objects;
import org.lottrace.console.web.internal.text.Formats;
import org.lottrace.console.web.internal.text.Texts;

/**
 * How one reader wants to see the console.
 *
 * @param texts in their language
 * @param formats of dates and numbers, as they are written where the reader is
 * @param theme {@code light}, {@code dark}, or empty for what the device says
 */
public record Preferences(Texts texts, Formats formats, String theme) {
    public Preferences {
        Objects.requireNonNull(texts);
        Objects.requireNonNull(formats);
        Objects.requireNonNull(theme);
    }

    /** @return the language of {@code <html lang>} */
    public String language() {
        return texts.locale().getLanguage();
    }

    public Locale locale() {
        return formats.locale();
    }
}
