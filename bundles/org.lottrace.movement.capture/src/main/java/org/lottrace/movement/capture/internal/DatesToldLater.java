package org.lottrace.movement.capture.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/**
 * Dates of lots whose goods were found, used or given away before anybody had told of the lot. What was not known differs from nothing:
 * what the supplier says of it later is known from the receipt on. A date that was known stays.
 */
final class DatesToldLater {
    private static final String LOT_DIFFERS = "LOT_DIFFERS";
    private static final String REASON = "said when the goods were received; it was not known before";

    private final LotMaster lots;
    private final Reservations reservations;
    private final LotCorrections corrections;

    DatesToldLater(LotMaster lots, Reservations reservations, LotCorrections corrections) {
        this.lots = lots;
        this.reservations = reservations;
        this.corrections = corrections;
    }

    /** @return whether the lot only lacked the date that is said now */
    static boolean wasNotKnown(Violation violation, Lot said, LotMaster lots) {
        return violation.code().equals(LOT_DIFFERS)
                && lots.find(said.key())
                        .filter(known -> isAt("expiry", violation)
                                ? known.expiry().isEmpty()
                                : isAt("productionDate", violation)
                                        && known.productionDate().isEmpty())
                        .isPresent();
    }

    private static boolean isAt(String field, Violation violation) {
        return violation.path().equals(ViolationPath.of(field));
    }

    /** Nobody corrects the lots, or judges their dates, until the end of the unit of work. */
    void lock(Set<Lot> said) {
        if (!said.isEmpty()) {
            reservations.lockItems(said.stream().map(lot -> lot.key().item()).collect(Collectors.toSet()));
        }
    }

    /** @return what is known now, for the event; under the lock */
    List<LotChange> take(Set<Lot> said) {
        Map<LotKey, List<KeyDatum>> attributes = said.isEmpty()
                ? Map.of()
                : corrections.attributes(said.stream().map(Lot::key).collect(Collectors.toSet()));
        List<LotChange> changes = new ArrayList<>();
        for (Lot lot : said) {
            List<KeyDatum> known = attributes.getOrDefault(lot.key(), List.of());
            lots.find(lot.key())
                    .filter(before -> !completed(before, lot).equals(before))
                    .map(before -> LotChange.changed(before, known, completed(before, lot), known, REASON))
                    .ifPresent(changes::add);
        }
        changes.forEach(corrections::follow);
        return changes;
    }

    private static Lot completed(Lot known, Lot said) {
        Optional<LocalDate> made = known.productionDate().or(said::productionDate);
        Optional<LocalDate> expiry = known.expiry().or(said::expiry);
        return new Lot(known.key(), made, expiry, known.supplierLotNumber(), known.madeAt(), known.corrected());
    }
}
