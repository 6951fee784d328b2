package org.lottrace.api.id;

/**
 * Batch or lot number as marked on the goods: 1 to 20 characters of the GS1 invariant set.
 *
 * <p>Source: GS1 General Specifications, Application Identifier (10). Case is significant.
 *
 * @param value the number without its AI prefix, never blank
 */
public record LotNumber(String value) {
    private static final int LONGEST = 20;

    /** @throws InvalidIdentifierException if {@code value} breaks the AI (10) format */
    public LotNumber {
        if (value.isEmpty() || value.length() > LONGEST || !isInvariant(value)) {
            throw new InvalidIdentifierException("AI (10) lot number", value);
        }
    }

    /** Without a regular expression: a recall makes many thousand of them. */
    private static boolean isInvariant(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isLetter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
            if (!isLetter && (c < '%' || c > '?') && c != '_' && c != '!' && c != '"') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return value;
    }
}
