package org.lottrace.sheet.internal;

import java.util.regex.Pattern;

/** A text so that it comes out of a cell as it went in. Source: ISO/IEC 29500-1, 22.9.2.19 ST_Xstring. */
public final class CellText {
    private static final int MOST_CHARACTERS = 32_767;
    private static final Pattern LIKE_AN_ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private CellText() {}

    /** @return the text; what is too long for a cell is cut, and its end says so */
    public static String of(String text) {
        String plain = LIKE_AN_ESCAPE.matcher(fitting(text)).replaceAll("_x005F_");
        StringBuilder escaped = new StringBuilder();
        plain.codePoints().forEach(one -> {
            if (isInXml(one)) {
                escaped.appendCodePoint(one);
            } else {
                escaped.append(String.format("_x%04X_", one));
            }
        });
        return escaped.toString();
    }

    private static String fitting(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        String end = " … (cut, " + text.length() + " characters in all)";
        int kept = MOST_CHARACTERS - end.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(kept - 1)) ? kept - 1 : kept) + end;
    }

    /** A carriage return is read as a line feed, so it is escaped, too. */
    private static boolean isInXml(int one) {
        boolean isControl = one < ' ' && one != '\t' && one != '\n';
        boolean isHalf = one >= Character.MIN_SURROGATE && one <= Character.MAX_SURROGATE;
        return !isControl && !isHalf && one != 0xFFFE && one != 0xFFFF;
    }
}
