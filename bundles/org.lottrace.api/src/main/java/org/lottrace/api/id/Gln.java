package org.lottrace.api.id;

/**
 * Global Location Number: a party or a place.
 *
 * <p>Source: GS1 General Specifications, AI (410) to (417).
 *
 * @param value 13 digits including the check digit
 */
public record Gln(String value) {
    /** @throws InvalidIdentifierException if {@code value} is not 13 digits with a valid check digit */
    public Gln {
        if (!Gs1CheckDigit.isValid(value, 13)) {
            throw new InvalidIdentifierException("Gln (13 digits with check digit)", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
