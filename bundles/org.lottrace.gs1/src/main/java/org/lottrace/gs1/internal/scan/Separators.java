package org.lottrace.gs1.internal.scan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** FNC1 between elements: GS as scanners send it, and what is written where that can not be seen or typed. */
final class Separators {
    private static final Pattern WRITTEN = Pattern.compile("\\u241d|<GS>|\\{GS}");

    private Separators() {}

    static boolean isIn(String text) {
        return text.indexOf(ElementStringReader.SEPARATOR) >= 0
                || WRITTEN.matcher(text).find();
    }

    /** @return the same with GS; a text that has one is as it was sent */
    static Located asSent(Located text) {
        if (text.text().indexOf(ElementStringReader.SEPARATOR) >= 0) {
            return text;
        }
        Located.Builder sent = new Located.Builder();
        Matcher written = WRITTEN.matcher(text.text());
        int next = 0;
        while (next < text.length()) {
            boolean isSeparator = written.region(next, text.length()).lookingAt();
            sent.add(isSeparator ? ElementStringReader.SEPARATOR : text.text().charAt(next), text.offset(next));
            next = isSeparator ? written.end() : next + 1;
        }
        return sent.end(text.offset(text.length()));
    }
}
