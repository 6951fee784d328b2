package org.lottrace.api.overview;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Disposition;

/**
 * Which lines of stock are wanted: those for which everything that is said here is true.
 *
 * @param kind at what kind of place; absent: wherever it is
 * @param site in a storage location of that site, or on the road to it when {@code kind} says so
 * @param location in a storage location with that code, at whatever site unless {@code site} says which
 * @param item of that item
 * @param lot the beginning of the lot number, the corrected number or the supplier's number, in capital or small letters;
 *     empty: any
 * @param unit in that logistic unit
 * @param disposition of lots with that disposition; a lot that never got one is sellable
 * @param expired true: only what is expired by the date of the site; false: only what is not; what does not expire is not
 * @param expiresFrom what expires on that day or later
 * @param expiresUntil what expires on that day or before
 */
public record StockFilter(
        Optional<PlaceKind> kind,
        Optional<SiteId> site,
        Optional<LocationId> location,
        Optional<ItemNumber> item,
        String lot,
        Optional<Sscc> unit,
        Optional<Disposition> disposition,
        Optional<Boolean> expired,
        Optional<LocalDate> expiresFrom,
        Optional<LocalDate> expiresUntil) {
    /** Everything, wherever it is. */
    public static final StockFilter NONE = new StockFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public StockFilter {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(site);
        Objects.requireNonNull(location);
        Objects.requireNonNull(item);
        lot = lot.trim();
        Objects.requireNonNull(unit);
        Objects.requireNonNull(disposition);
        Objects.requireNonNull(expired);
        Objects.requireNonNull(expiresFrom);
        Objects.requireNonNull(expiresUntil);
    }
}
