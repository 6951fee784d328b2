package org.lottrace.label.internal;

/**
 * An element string as field data of {@code ^BC} in mode N: digits in pairs (code set C) where four or more stand together, everything else
 * in code set B. Source: ZPL II Programming Guide, ^BC, invocation codes.
 *
 * @param text what stands behind {@code ^FD}
 * @param modules how wide the bar code gets, without quiet zones
 */
record Code128Data(String text, int modules) {
    private static final char FNC1 = '\u001d';
    private static final int MODULES_OF_CHARACTER = 11;
    private static final int MODULES_OF_STOP = 13;
    private static final int WORTH_PAIRS = 4;

    static Code128Data of(String elementString) {
        boolean isC = digitsFrom(elementString, 0) >= WORTH_PAIRS;
        StringBuilder text = new StringBuilder(isC ? ">;>8" : ">:>8");
        int characters = 2;
        int next = 0;
        while (next < elementString.length()) {
            int digits = digitsFrom(elementString, next);
            if (elementString.charAt(next) == FNC1) {
                text.append(">8");
                next++;
            } else if (isC && digits >= 2) {
                text.append(elementString, next, next + 2);
                next += 2;
            } else if (isC) {
                text.append(">6");
                isC = false;
            } else if (digits >= WORTH_PAIRS && digits % 2 == 0) {
                text.append(">5");
                isC = true;
            } else {
                text.append(escaped(elementString.charAt(next)));
                next++;
            }
            characters++;
        }
        return new Code128Data(text.toString(), (characters + 1) * MODULES_OF_CHARACTER + MODULES_OF_STOP);
    }

    private static String escaped(char character) {
        return character == '>' ? ">0" : String.valueOf(character);
    }

    private static int digitsFrom(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end - from;
    }
}
