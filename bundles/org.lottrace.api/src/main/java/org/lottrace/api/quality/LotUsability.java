package org.lottrace.api.quality;

import java.time.LocalDate;
import java.util.Optional;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.partner.Party;
import org.osgi.annotation.versioning.ProviderType;

/** The one predicate that decides whether a lot may be used. Nobody else decides what expired or held means. */
@ProviderType
public interface LotUsability {
    /**
     * A lot may be used up to and including its expiry day.
     *
     * @param lot which lot
     * @param purpose what for
     * @param party for whom; absent for the company itself
     * @param date calendar date of use: delivery for a customer, consumption for production
     * @return the answer with every reason against it
     */
    Usability isUsable(Lot lot, Purpose purpose, Optional<Party> party, LocalDate date);
}
