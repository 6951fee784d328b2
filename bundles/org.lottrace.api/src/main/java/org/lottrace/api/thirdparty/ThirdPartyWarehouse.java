package org.lottrace.api.thirdparty;

import java.util.Objects;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;

/**
 * One of our sites that another company runs for us.
 *
 * @param site the site; its stock is ours
 * @param partner who runs it, sends its reports and gets our orders
 * @param location where its goods are put down and taken from
 * @param damaged where damaged goods are put down, such as a location of type {@code QUARANTINE}
 * @param tolerancePercent how much of a lot or an item, in whole percent of what was expected, may differ without an exception case, 0 to 100
 * @param answerHours within how many hours a transfer or an order is to be answered; 0: nobody waits for it
 */
public record ThirdPartyWarehouse(
        SiteId site, PartyId partner, LocationId location, LocationId damaged, int tolerancePercent, int answerHours) {
    public ThirdPartyWarehouse {
        Objects.requireNonNull(site);
        Objects.requireNonNull(partner);
        Objects.requireNonNull(location);
        Objects.requireNonNull(damaged);
    }
}
