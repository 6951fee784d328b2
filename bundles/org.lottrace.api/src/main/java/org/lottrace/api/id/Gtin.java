package org.lottrace.api.id;

/**
 * Global Trade Item Number, always kept in its 14-digit form.
 *
 * <p>Source: GS1 General Specifications, AI (01).
 *
 * @param value 14 digits including the check digit
 */
public record Gtin(String value) {
    /** @throws InvalidIdentifierException if {@code value} is not 14 digits with a valid check digit */
    public Gtin {
        if (!Gs1CheckDigit.isValid(value, 14)) {
            throw new InvalidIdentifierException("GTIN-14 (AI 01)", value);
        }
    }

    /**
     * Reads a GTIN-8, GTIN-12 (UPC), GTIN-13 (EAN) or GTIN-14 and pads it to 14 digits.
     *
     * @throws InvalidIdentifierException if the length or the check digit is wrong
     */
    public static Gtin of(String text) {
        return switch (text.length()) {
            case 8, 12, 13, 14 -> new Gtin("0".repeat(14 - text.length()) + text);
            default -> throw new InvalidIdentifierException("GTIN (8, 12, 13 or 14 digits)", text);
        };
    }

    @Override
    public String toString() {
        return value;
    }
}
