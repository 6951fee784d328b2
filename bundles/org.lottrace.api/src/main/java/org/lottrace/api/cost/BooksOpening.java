package org.lottrace.api.cost;

import java.util.Objects;
import org.lottrace.api.id.PartyId;

/**
 * A company is to keep books of its own.
 *
 * @param company a party with the role COMPANY
 * @param currency in which it keeps them, ISO 4217 code; it cannot be changed later
 * @param taxNumber under which it is registered; empty when it has none
 */
public record BooksOpening(PartyId company, String currency, String taxNumber) {
    public BooksOpening {
        Objects.requireNonNull(company);
        Objects.requireNonNull(currency);
        Objects.requireNonNull(taxNumber);
    }
}
