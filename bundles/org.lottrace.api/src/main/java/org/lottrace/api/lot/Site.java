package org.lottrace.api.lot;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.Gln;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;

/**
 * A place of the company where lots are received, made, stored or shipped.
 *
 * @param id its short code
 * @param company the party that runs it and issues the numbers of the lots made there
 * @param name for people
 * @param gln its global location number, when it has one
 * @param zone the time zone of its labels, shifts and production days
 * @param productionDayStart local time at which a production day begins, such as 06:00
 * @param lotNumberTemplate how lots made here are numbered, such as {@code {yyyy}-{site}-{shift}-{seq:4}}; grammar in
 *     {@link LotNumbering}
 * @param locations its storage locations
 */
public record Site(
        SiteId id,
        PartyId company,
        String name,
        Optional<Gln> gln,
        ZoneId zone,
        LocalTime productionDayStart,
        String lotNumberTemplate,
        List<Location> locations) {
    public Site {
        Objects.requireNonNull(id);
        Objects.requireNonNull(company);
        Objects.requireNonNull(name);
        Objects.requireNonNull(gln);
        Objects.requireNonNull(zone);
        Objects.requireNonNull(productionDayStart);
        Objects.requireNonNull(lotNumberTemplate);
        locations = List.copyOf(locations);
    }

    /** @return the location with that code, or empty when this site has none */
    public Optional<Location> location(LocationId locationId) {
        return locations.stream().filter(l -> l.id().equals(locationId)).findFirst();
    }

    /** @return to which day a moment belongs here */
    public SiteCalendar calendar() {
        return new SiteCalendar(zone, productionDayStart);
    }
}
