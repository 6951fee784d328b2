package org.lottrace.api.id;

/**
 * Code of a storage location, unique within its site. Case is significant.
 *
 * @param value 1 to 20 letters, digits or {@code . _ -}; the first is a letter or a digit
 */
public record LocationId(String value) {
    /** @throws InvalidIdentifierException if {@code value} breaks the format */
    public LocationId {
        ErpCode.check("location id", value, 20);
    }

    @Override
    public String toString() {
        return value;
    }
}
