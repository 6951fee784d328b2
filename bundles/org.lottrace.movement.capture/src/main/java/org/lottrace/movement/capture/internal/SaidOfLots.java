package org.lottrace.movement.capture.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Counting;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.ShelfLifeStart;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.violation.ViolationPath;

/**
 * What a request says of a lot besides its dates. A lot that is registered now gets it; what is known of another one stays, as
 * its dates do, and what is said now is on the line.
 */
final class SaidOfLots {
    private static final String ATTRIBUTE_DIFFERS = "ATTRIBUTE_DIFFERS";
    private static final String ATTRIBUTE_MISSING = "ATTRIBUTE_MISSING";
    private static final String CATCH_WEIGHT_MISSING = "CATCH_WEIGHT_MISSING";
    private static final Set<String> DATES_AND_NUMBERS = Set.of(
            KeyDataElement.PRODUCTION_DATE.word(),
            KeyDataElement.EXPIRY_DATE.word(),
            KeyDataElement.SUPPLIER_LOT_NUMBER.word());
    private static final Set<KeyDataElement> ALL = Stream.of(LotAttributes.OF_A_LOT, LotAttributes.OF_GOODS)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private final LotMaster lots;
    private final ItemStore items;
    private final LotCorrections corrections;

    SaidOfLots(LotMaster lots, ItemStore items, LotCorrections corrections) {
        this.lots = lots;
        this.items = items;
        this.corrections = corrections;
    }

    /**
     * What the profile of the item wants to be known of a new lot, and of its goods.
     *
     * @param lot with the dates that are known of it
     */
    void checkProfile(Lot lot, List<KeyDatum> said, ViolationPath path, Findings findings) {
        items.find(lot.key().item()).ifPresent(item -> {
            if (!item.profile().mandatory().isEmpty() && lots.find(lot.key()).isEmpty()) {
                checkMandatory(item, lot, said, path, findings);
            }
            checkCatchWeight(item, said, path, findings);
        });
    }

    /** Of an output that is numbered when it is recorded: its dates are known then. */
    void checkProfile(ItemNumber number, List<KeyDatum> said, ViolationPath path, Findings findings) {
        items.find(number).ifPresent(item -> {
            SortedSet<String> missing = new TreeSet<>(item.profile().mandatory());
            missing.removeAll(DATES_AND_NUMBERS);
            tellMissing(missing, said, "a new lot of item " + number, path, findings);
            checkCatchWeight(item, said, path, findings);
        });
    }

    /** @return the expiry of a lot of which none is known or stated, and whose shelf life begins on the day on which it came */
    Optional<LocalDate> expiryFrom(LocalDate day, Lot lot) {
        return lot.expiry().isPresent()
                ? Optional.empty()
                : items.find(lot.key().item())
                        .filter(item -> item.profile().start() == ShelfLifeStart.RECEIPT)
                        .flatMap(Item::shelfLifeDays)
                        .filter(days ->
                                lots.find(lot.key()).flatMap(Lot::expiry).isEmpty())
                        .map(day::plusDays);
    }

    private static void checkMandatory(Item item, Lot lot, List<KeyDatum> said, ViolationPath path, Findings findings) {
        SortedSet<String> missing = new TreeSet<>(item.profile().mandatory());
        lot.productionDate().ifPresent(known -> missing.remove(KeyDataElement.PRODUCTION_DATE.word()));
        lot.expiry().ifPresent(known -> missing.remove(KeyDataElement.EXPIRY_DATE.word()));
        lot.supplierLotNumber().ifPresent(known -> missing.remove(KeyDataElement.SUPPLIER_LOT_NUMBER.word()));
        tellMissing(missing, said, "lot " + lot.key(), path, findings);
    }

    private static void tellMissing(
            SortedSet<String> missing, List<KeyDatum> said, String lot, ViolationPath path, Findings findings) {
        said.forEach(datum -> missing.remove(datum.name()));
        if (!missing.isEmpty()) {
            findings.breach(
                    ATTRIBUTE_MISSING,
                    path.then("keyData"),
                    lot + " has no " + String.join(", ", missing) + ", which the profile of its item wants");
        }
    }

    private static void checkCatchWeight(Item item, List<KeyDatum> said, ViolationPath path, Findings findings) {
        boolean isSaid = KeyDatum.find(said, KeyDataElement.NET_WEIGHT).isPresent()
                || KeyDatum.find(said, KeyDataElement.PIECES).isPresent();
        if (item.profile().is(Counting.CATCH_WEIGHT) && !isSaid) {
            findings.breach(
                    CATCH_WEIGHT_MISSING,
                    path.then("keyData"),
                    "goods of item " + item.number()
                            + " have different weights: say netWeight or pieces, whichever is not the quantity");
        }
    }

    /** @param path of the line that says it */
    void check(List<KeyDatum> said, ViolationPath path, Findings findings) {
        findings.addAll(LotAttributes.problems(said, ALL, path));
    }

    /** As above, of a lot that may be known already. */
    void check(LotKey lot, List<KeyDatum> said, ViolationPath path, Findings findings) {
        check(said, path, findings);
        List<KeyDatum> attributes = LotAttributes.of(said);
        if (attributes.isEmpty() || lots.find(lot).isEmpty()) {
            return;
        }
        List<KeyDatum> known = corrections.attributes(List.of(lot)).getOrDefault(lot, List.of());
        attributes.stream()
                .filter(datum -> !known.contains(datum))
                .forEach(datum -> findings.breach(
                        ATTRIBUTE_DIFFERS,
                        path.then("keyData"),
                        "lot " + lot + " is not known with " + datum.name() + " "
                                + datum.value().text()
                                + ": check the label, and correct the lot when the label is right"));
    }
}
