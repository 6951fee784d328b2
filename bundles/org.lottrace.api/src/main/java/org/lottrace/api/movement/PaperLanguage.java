package org.lottrace.api.movement;

import java.util.Locale;
import org.lottrace.api.code.Coded;

/** The languages in which papers are written. */
public enum PaperLanguage implements Coded {
    ENGLISH("en", Locale.ENGLISH),
    GERMAN("de", Locale.GERMAN);

    private final String code;
    private final Locale locale;

    PaperLanguage(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** @return its code of ISO 639-1 */
    @Override
    public String code() {
        return code;
    }

    /** @return how dates and numbers are written in it */
    public Locale locale() {
        return locale;
    }
}
