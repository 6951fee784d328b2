package org.lottrace.api.id;

/**
 * Batch or lot number as marked on the goods: 1 to 20 characters of GS1's set 82, and blanks within.
 *
 * <p>GS1 knows no blank, partners do: such a number is kept as they write it, and found as any other; it has no place in a bar code of GS1
 * ({@link #isMarkable}). Source: GS1 General Specifications, Application Identifier (10). Case is significant, and so is each blank.
 *
 * @param value the number without its AI prefix, never blank
 */
public record LotNumber(String value) {
    private static final int LONGEST = 20;

    /** @throws InvalidIdentifierException if {@code value} breaks the format, or has a blank before or behind it */
    public LotNumber {
        if (value.isEmpty() || value.length() > LONGEST || !isReadable(value)) {
            throw new InvalidIdentifierException("AI (10) lot number", value);
        }
    }

    /** @return true when GS1 AI (10) allows it: it has no blank */
    public boolean isMarkable() {
        return value.indexOf(' ') < 0;
    }

    /** Without a regular expression: a recall makes many thousand of them. */
    private static boolean isReadable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isLetter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
            boolean isWithin = c == ' ' && i > 0 && i < text.length() - 1;
            if (!isLetter && !isWithin && (c < '%' || c > '?') && c != '_' && c != '!' && c != '"') {
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
