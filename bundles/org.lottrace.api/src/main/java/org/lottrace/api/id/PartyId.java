package org.lottrace.api.id;

/**
 * Number of a party: the company itself, a supplier, a customer, a carrier. Case is significant.
 *
 * @param value 1 to 20 letters, digits or {@code . _ -}; the first is a letter or a digit
 */
public record PartyId(String value) {
    /** @throws InvalidIdentifierException if {@code value} breaks the format */
    public PartyId {
        ErpCode.check("party id", value, 20);
    }

    @Override
    public String toString() {
        return value;
    }
}
