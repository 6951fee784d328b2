package org.lottrace.edi.x12.internal.syntax;

/**
 * Most elements of a file say what others have said: qualifiers, units, items, parties. Of such texts one object is enough; only the last
 * ones are known, and threads that meet at a place at worst make one more.
 */
final class RepeatedTexts {
    private static final int PLACES = 4096;
    /** Longer ones are seldom repeated. */
    private static final int LONGEST = 35;

    private static final String[] KNOWN = new String[PLACES];

    private RepeatedTexts() {}

    /** @return the characters from one to before another */
    static String of(String text, int from, int to) {
        int length = to - from;
        if (length > LONGEST) {
            return text.substring(from, to);
        }
        int hash = length;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        int place = (hash ^ hash >>> 12) & PLACES - 1;
        String known = KNOWN[place];
        if (known == null || known.length() != length || !text.startsWith(known, from)) {
            known = text.substring(from, to);
            KNOWN[place] = known;
        }
        return known;
    }
}
