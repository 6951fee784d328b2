package org.lottrace.console.commands.internal.input;

/**
 * Counts and positions as they are typed. Commands take them as text: Karaf's own conversion fails for what its shell
 * takes for a number.
 */
public final class WholeNumber {
    private WholeNumber() {}

    /** @throws IllegalArgumentException if it is no whole number from 0 on */
    public static long parse(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("not a whole number from 0 on: \"" + text + "\"");
        }
        return Long.parseLong(text);
    }

    /** @throws IllegalArgumentException if it is no whole number from 0 to the largest {@code int} */
    public static int limit(String text) {
        long number = parse(text);
        if (number > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("too large for a limit: " + text);
        }
        return (int) number;
    }
}
