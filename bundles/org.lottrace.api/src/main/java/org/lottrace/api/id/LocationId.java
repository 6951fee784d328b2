package org.lottrace.api.id;

/**
 * Code of a storage location, unique within its site. Case is significant.
 *
 * @param value 1 to 20 letters, digits or {@code . _ -}; the first is a letter or a digit
 */
public record LocationId(String value) {
    /**
     * Stands in a count or a disposal for the road to the site instead of one of its locations. No location may be
     * called so.
     */
    public static final LocationId IN_TRANSIT = new LocationId("IN-TRANSIT");

    /** @throws InvalidIdentifierException if {@code value} breaks the format */
    public LocationId {
        ErpCode.check("location id", value, 20);
    }

    @Override
    public String toString() {
        return value;
    }
}
