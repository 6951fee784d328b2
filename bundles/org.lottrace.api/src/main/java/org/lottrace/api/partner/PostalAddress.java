package org.lottrace.api.partner;

import java.util.Objects;

/**
 * A postal address; a part that is not known is empty.
 *
 * @param street street and number
 * @param city town
 * @param region state or province
 * @param postalCode ZIP or postal code
 * @param country ISO 3166-1 alpha-2 code
 */
public record PostalAddress(String street, String city, String region, String postalCode, String country) {
    public PostalAddress {
        Objects.requireNonNull(street);
        Objects.requireNonNull(city);
        Objects.requireNonNull(region);
        Objects.requireNonNull(postalCode);
        Objects.requireNonNull(country);
    }
}
