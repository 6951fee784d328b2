package org.lottrace.api.id;

/**
 * Serial Shipping Container Code: one logistic unit, such as a pallet or a case.
 *
 * <p>Source: GS1 General Specifications, AI (00).
 *
 * @param value 18 digits including the check digit
 */
public record Sscc(String value) {
    /** @throws InvalidIdentifierException if {@code value} is not 18 digits with a valid check digit */
    public Sscc {
        if (!Gs1CheckDigit.isValid(value, 18)) {
            throw new InvalidIdentifierException("Sscc (18 digits with check digit)", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
