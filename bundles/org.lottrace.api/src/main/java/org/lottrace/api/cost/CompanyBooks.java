package org.lottrace.api.cost;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.lottrace.api.id.PartyId;

/**
 * Books that a company keeps for itself. Its sites are those that name it. Items, lots, trace and recall are common to all companies.
 *
 * @param company a party with the role COMPANY, with its name and its global location number
 * @param currency in which they are kept, ISO 4217 code
 * @param taxNumber under which it is registered, at most 30 characters; empty when it has none
 * @param by who opened them
 * @param at when
 */
public record CompanyBooks(PartyId company, String currency, String taxNumber, String by, Instant at) {
    public CompanyBooks {
        Objects.requireNonNull(company);
        Objects.requireNonNull(currency);
        Objects.requireNonNull(taxNumber);
        Objects.requireNonNull(by);
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
