package org.lottrace.api.order;

import java.time.LocalDate;
import java.util.Optional;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.id.SiteId;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * In which currency the books are kept, and what another one is worth in it. Whoever records goods asks it once for each price and
 * writes the answer into the record, so that a rate that is put right later changes nothing that was recorded. Without such a service
 * prices are recorded without a rate.
 */
@ConsumerType
public interface CompanyCurrency {
    /**
     * Joins the caller's unit of work; changes nothing.
     *
     * @param site where the goods are
     * @return true when the books of its company are kept in another currency than that, an ISO 4217 code
     */
    boolean isForeign(SiteId site, String currency);

    /**
     * Joins the caller's unit of work; changes nothing.
     *
     * @param site where the goods are
     * @param currency a foreign one, ISO 4217 code
     * @param day at the site; no time zone
     * @return the rate of the day, else that of the last day before it that has one and is not too old; empty when there is none
     */
    Optional<LinePrice.ExchangeRate> rate(SiteId site, String currency, LocalDate day);
}
