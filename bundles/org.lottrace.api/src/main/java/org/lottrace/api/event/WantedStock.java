package org.lottrace.api.event;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.quantity.Quantity;

/**
 * How much is wanted of what a site has.
 *
 * @param site the site
 * @param wanted of each item, in its base unit
 * @param whole items of which all lots are wanted, however much there is
 * @param locations those of its locations from which it may be taken
 * @param goodOn what expires before that day is not counted, as what is on hold, recalled or reserved is not
 */
public record WantedStock(
        SiteId site,
        Map<ItemNumber, Quantity> wanted,
        Set<ItemNumber> whole,
        Set<LocationId> locations,
        LocalDate goodOn) {
    public WantedStock {
        Objects.requireNonNull(site);
        wanted = Map.copyOf(wanted);
        whole = Set.copyOf(whole);
        locations = Set.copyOf(locations);
        Objects.requireNonNull(goodOn);
    }
}
