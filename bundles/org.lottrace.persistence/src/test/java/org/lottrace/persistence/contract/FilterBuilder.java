package org.lottrace.persistence.contract;

import java.time.LocalDate;
import java.util.Optional;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.overview.StockFilter;

/** A filter of stock; of everything unless told otherwise. */
final class FilterBuilder {
    private Optional<PlaceKind> kind = Optional.empty();
    private Optional<SiteId> site = Optional.empty();
    private Optional<LocationId> location = Optional.empty();
    private Optional<ItemNumber> item = Optional.empty();
    private String lot = "";
    private Optional<Sscc> unit = Optional.empty();
    private Optional<Disposition> disposition = Optional.empty();
    private Optional<Boolean> expired = Optional.empty();
    private Optional<LocalDate> from = Optional.empty();
    private Optional<LocalDate> until = Optional.empty();

    FilterBuilder kind(PlaceKind wanted) {
        kind = Optional.of(wanted);
        return this;
    }

    FilterBuilder at(SiteId wanted) {
        site = Optional.of(wanted);
        return this;
    }

    FilterBuilder location(LocationId wanted) {
        location = Optional.of(wanted);
        return this;
    }

    FilterBuilder item(ItemNumber wanted) {
        item = Optional.of(wanted);
        return this;
    }

    FilterBuilder lot(String wanted) {
        lot = wanted;
        return this;
    }

    FilterBuilder unit(Sscc wanted) {
        unit = Optional.of(wanted);
        return this;
    }

    FilterBuilder disposition(Disposition wanted) {
        disposition = Optional.of(wanted);
        return this;
    }

    FilterBuilder expired(boolean wanted) {
        expired = Optional.of(wanted);
        return this;
    }

    FilterBuilder expires(Optional<String> first, Optional<String> last) {
        from = first.map(LocalDate::parse);
        until = last.map(LocalDate::parse);
        return this;
    }

    StockFilter build() {
        return new StockFilter(kind, site, location, item, lot, unit, disposition, expired, from, until);
    }
}
