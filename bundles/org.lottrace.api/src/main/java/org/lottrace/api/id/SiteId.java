package org.lottrace.api.id;

/**
 * Short code of a site: a plant, a warehouse, a distribution centre. Case is significant.
 *
 * @param value 1 to 10 letters, digits or {@code . _ -}; the first is a letter or a digit
 */
public record SiteId(String value) {
    /** @throws InvalidIdentifierException if {@code value} breaks the format */
    public SiteId {
        ErpCode.check("site id", value, 10);
    }

    @Override
    public String toString() {
        return value;
    }
}
