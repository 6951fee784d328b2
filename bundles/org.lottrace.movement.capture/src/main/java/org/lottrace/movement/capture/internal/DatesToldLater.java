package org.lottrace.movement.capture.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.ShelfLifeStart;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/**
 * Dates and attributes of lots whose goods were found, used or given away before anybody had told of the lot. What was not known differs
 * from nothing: what the supplier says of it later is known from the receipt on. What was known stays.
 */
final class DatesToldLater {
    private static final String LOT_DIFFERS = "LOT_DIFFERS";
    private static final String REASON = "said when the goods were received; it was not known before";

    private final LotMaster lots;
    private final Reservations reservations;
    private final LotCorrections corrections;
    private final ItemStore items;

    DatesToldLater(LotMaster lots, Reservations reservations, LotCorrections corrections, ItemStore items) {
        this.lots = lots;
        this.items = items;
        this.reservations = reservations;
        this.corrections = corrections;
    }

    /** @return whether the lot only lacked the date that is said now, which is possible beside what is known of it */
    static boolean wasNotKnown(Violation violation, Lot said, LotMaster lots) {
        return violation.code().equals(LOT_DIFFERS)
                && lots.find(said.key())
                        .filter(known -> isPossible(completed(known, said)))
                        .filter(known -> isAt("expiry", violation)
                                ? known.expiry().isEmpty()
                                : isAt("productionDate", violation)
                                        && known.productionDate().isEmpty())
                        .isPresent();
    }

    /** @return the finding when the lines of one receipt say different dates of a lot; empty when both may be true */
    static Optional<Violation> contradiction(Lot said, Lot also, ViolationPath path) {
        boolean isSame = isSame(said.productionDate(), also.productionDate()) && isSame(said.expiry(), also.expiry());
        return isSame && isPossible(completed(said, also))
                ? Optional.empty()
                : Optional.of(new Violation(
                        LOT_DIFFERS,
                        path,
                        "another line says of lot " + said.key() + " " + dates(said) + ", and this one " + dates(also)
                                + ": check the labels, and correct the lot when this one is right (lot:correct, or"
                                + " lotCorrection in captureMovements)"));
    }

    private static boolean isSame(Optional<LocalDate> said, Optional<LocalDate> also) {
        return said.isEmpty() || also.isEmpty() || said.equals(also);
    }

    private static String dates(Lot lot) {
        return Stream.of(
                        lot.productionDate().map(day -> "productionDate " + day),
                        lot.expiry().map(day -> "expiry " + day))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" and "));
    }

    private static boolean isPossible(Lot lot) {
        return lot.productionDate().isEmpty()
                || lot.expiry().filter(lot.productionDate().get()::isAfter).isEmpty();
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

    /**
     * @param said lots with dates that are said now
     * @param announced what the ship notice says of lots that are known
     * @return what is known now, for the event; under the lock
     */
    List<LotChange> take(Set<Lot> said, Map<LotKey, List<KeyDatum>> announced) {
        Map<LotKey, Lot> together = new LinkedHashMap<>();
        said.forEach(lot -> together.merge(lot.key(), lot, DatesToldLater::completed));
        Set<LotKey> told = new LinkedHashSet<>(together.keySet());
        told.addAll(announced.keySet());
        Map<LotKey, List<KeyDatum>> attributes = told.isEmpty() ? Map.of() : corrections.attributes(told);
        Map<LotKey, Lot> now = told.isEmpty()
                ? Map.of()
                : lots.findAll(told).stream().collect(Collectors.toMap(Lot::key, Function.identity()));
        List<LotChange> changes = new ArrayList<>();
        for (LotKey key : told) {
            List<KeyDatum> known = attributes.getOrDefault(key, List.of());
            List<KeyDatum> more = AnnouncedAttributes.besides(announced.getOrDefault(key, List.of()), known);
            Optional.ofNullable(now.get(key)).ifPresent(before -> {
                Optional<Lot> dated = Optional.ofNullable(together.get(key))
                        .filter(lot -> !completed(before, lot).equals(before))
                        .map(lot -> keeping(before, lot));
                if (dated.isPresent() || !more.isEmpty()) {
                    changes.add(LotChange.changed(
                            before,
                            known,
                            dated.orElse(before),
                            Stream.concat(known.stream(), more.stream()).toList(),
                            REASON));
                }
            });
        }
        changes.forEach(corrections::follow);
        return changes;
    }

    /** As of a new lot, the day on which it was made says how long it keeps when nobody says it. */
    private Lot keeping(Lot known, Lot said) {
        Lot lot = completed(known, said);
        Optional<LocalDate> last = lot.productionDate()
                .flatMap(made -> items.find(lot.key().item())
                        .filter(item -> item.profile().start() == ShelfLifeStart.PRODUCTION)
                        .flatMap(Item::shelfLifeDays)
                        .map(made::plusDays));
        return new Lot(
                lot.key(),
                lot.productionDate(),
                lot.expiry().or(() -> last),
                lot.supplierLotNumber(),
                lot.madeAt(),
                lot.corrected());
    }

    private static Lot completed(Lot known, Lot said) {
        Optional<LocalDate> made = known.productionDate().or(said::productionDate);
        Optional<LocalDate> expiry = known.expiry().or(said::expiry);
        return new Lot(known.key(), made, expiry, known.supplierLotNumber(), known.madeAt(), known.corrected());
    }
}
