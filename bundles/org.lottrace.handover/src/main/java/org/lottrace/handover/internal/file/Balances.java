package org.lottrace.handover.internal.file;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.quantity.Quantity;

/** What the entries of a file leave on each account, with all its lots, and on each lot of it; in money and in quantities. */
final class Balances {
    private final SortedMap<Place, SortedMap<String, BigDecimal>> places = new TreeMap<>();
    private final SortedSet<String> commodities = new TreeSet<>();
    private Optional<LocalDate> lastDay = Optional.empty();

    /**
     * @param places that no entry had before
     * @param commodities that no entry had before, each with the decimals that it may have
     */
    record New(List<Place> places, SortedMap<String, Integer> commodities) {}

    /** @return what is to be declared before the entry is written */
    New add(JournalEntry entry) {
        New added = new New(new ArrayList<>(), new TreeMap<>());
        for (JournalLine line : entry.lines()) {
            String currency = line.amount().getCurrencyUnit().getCode();
            add(line, currency, line.amount().getAmount(), line.amount().getScale(), added);
            line.quantity()
                    .ifPresent(quantity -> add(
                            line, AccountTree.of(quantity.unit()), quantity.amount(), Quantity.MAXIMUM_SCALE, added));
        }
        lastDay = lastDay.filter(day -> day.isAfter(entry.accountingDate()))
                .or(() -> Optional.of(entry.accountingDate()));
        return added;
    }

    private void add(JournalLine line, String commodity, BigDecimal amount, int decimals, New added) {
        if (commodities.add(commodity)) {
            added.commodities().put(commodity, decimals);
        }
        Place place = new Place(line.account(), line.lot());
        add(place.whole(), commodity, amount, added);
        if (place.lot().isPresent()) {
            add(place, commodity, amount, added);
        }
    }

    private void add(Place place, String commodity, BigDecimal amount, New added) {
        places.computeIfAbsent(place, isNew -> {
                    added.places().add(isNew);
                    return new TreeMap<>();
                })
                .merge(commodity, amount, BigDecimal::add);
    }

    /** @return by account and lot; the account itself comes before its lots */
    Map<Place, SortedMap<String, BigDecimal>> all() {
        return places;
    }

    /** @return the latest accounting date; empty when there is no entry */
    Optional<LocalDate> lastDay() {
        return lastDay;
    }

    static boolean isQuantity(String commodity) {
        return commodity.startsWith("QTY-");
    }
}
