package org.lottrace.api.id;

/**
 * Check digit of the GS1 keys: weights 3 and 1 from the right.
 *
 * <p>Source: GS1 General Specifications, 7.9 (check digit calculations).
 */
final class Gs1CheckDigit {
    private Gs1CheckDigit() {}

    /** @return true when {@code text} is exactly {@code length} digits and the last is the check digit of the others */
    static boolean isValid(String text, int length) {
        return text.length() == length
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && text.charAt(length - 1) - '0' == of(text.substring(0, length - 1));
    }

    private static int of(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weight = (digits.length() - i) % 2 == 1 ? 3 : 1;
            sum += weight * (digits.charAt(i) - '0');
        }
        return (10 - sum % 10) % 10;
    }
}
