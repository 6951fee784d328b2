package org.lottrace.api.lot;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.SiteId;

/**
 * How the lots made on a site are numbered, for people and suppliers to read. The template is its own version: each lot that
 * was numbered by one carries it, so a number is read back by the template that made it, without a database.
 *
 * @param site whose standard
 * @param template as the site has it now; its grammar is in {@link LotNumbering}
 * @param zone of the dates in a number
 * @param productionDayStart local time at which the date in a number becomes the next one
 * @param fields the fields of the template, in their order
 * @param restartsWith the fields whose every other value begins the sequence anew at 1; none for one sequence for ever
 * @param capacity largest number of the sequence; the one after it is refused, never begun anew
 * @param isProtected true when a check character finds every wrong character and every swap of two neighbours
 * @param example the first number of a day; absent when the fields of the example would make it too long
 */
public record NumberingStandard(
        SiteId site,
        String template,
        ZoneId zone,
        LocalTime productionDayStart,
        List<String> fields,
        List<String> restartsWith,
        long capacity,
        boolean isProtected,
        Optional<LotNumber> example) {
    public NumberingStandard {
        Objects.requireNonNull(site);
        Objects.requireNonNull(template);
        Objects.requireNonNull(zone);
        Objects.requireNonNull(productionDayStart);
        Objects.requireNonNull(example);
        fields = List.copyOf(fields);
        restartsWith = List.copyOf(restartsWith);
    }
}
