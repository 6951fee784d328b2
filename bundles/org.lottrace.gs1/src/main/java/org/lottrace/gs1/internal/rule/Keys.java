package org.lottrace.gs1.internal.rule;

/** The numeric keys of GS1. */
public final class Keys {
    private Keys() {}

    /** @return these digits and their check digit */
    public static String withCheckDigit(String digits) {
        return digits + CheckCharacters.checkDigit(digits);
    }

    /** @return whether that is so many digits, the last of them the check digit of the others */
    public static boolean isKey(String text, int length) {
        return text.length() == length && CheckCharacters.digit(text).isEmpty();
    }
}
