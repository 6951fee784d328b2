package org.lottrace.api.id;

/**
 * The format shared by the numbers an ERP system gives: safe in file names, URLs and shell commands, and free of the
 * {@code /} that joins them in texts such as {@code issuer/item/lot}.
 */
final class ErpCode {
    private ErpCode() {}

    static void check(String kind, String value, int maximumLength) {
        if (value.isEmpty() || value.length() > maximumLength || !isCode(value)) {
            throw new InvalidIdentifierException(
                    kind + " (1 to " + maximumLength + " letters, digits or . _ -)", value);
        }
    }

    /** Every row that is read makes some: a regular expression takes longer. */
    private static boolean isCode(String value) {
        for (int i = 0; i < value.length(); i++) {
            char mark = value.charAt(i);
            boolean plain = mark >= 'A' && mark <= 'Z' || mark >= 'a' && mark <= 'z' || mark >= '0' && mark <= '9';
            if (!plain && (i == 0 || mark != '.' && mark != '_' && mark != '-')) {
                return false;
            }
        }
        return true;
    }
}
