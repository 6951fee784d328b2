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
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            boolean isTriple = (text.length() - i) % 2 == 0;
            sum += isTriple ? 3 * digit : digit;
        }
        return text.length() == length && sum % 10 == 0;
    }
}
