package org.lottrace.api.id;

/**
 * Number of an item in the ERP system of the company that runs LotTrace. Case is significant.
 *
 * @param value 1 to 30 letters, digits or {@code . _ -}; the first is a letter or a digit
 */
public record ItemNumber(String value) {
    /** @throws InvalidIdentifierException if {@code value} breaks the format */
    public ItemNumber {
        ErpCode.check("item number", value, 30);
    }

    @Override
    public String toString() {
        return value;
    }
}
