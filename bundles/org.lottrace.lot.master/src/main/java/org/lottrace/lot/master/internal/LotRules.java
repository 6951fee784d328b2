package org.lottrace.lot.master.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.ShelfLifeStart;
import org.lottrace.api.violation.Violation;

/** What must be true for a lot, decided from the lot and its item alone. */
final class LotRules {
    static final String EXPIRY_BEFORE_PRODUCTION = "EXPIRY_BEFORE_PRODUCTION";
    static final String EXPIRY_MISSING = "EXPIRY_MISSING";
    static final String LOT_DIFFERS = "LOT_DIFFERS";

    /** Else the shelf life begins when somebody opens or thaws it. */
    private static final Set<ShelfLifeStart> BEGINS_AT_ONCE =
            EnumSet.of(ShelfLifeStart.PRODUCTION, ShelfLifeStart.RECEIPT);

    private LotRules() {}

    /** @return the lot with the expiry that follows from production date and shelf life when it states none */
    static Lot withExpiry(Lot lot, Item item) {
        Optional<LocalDate> expiry = lot.expiry().or(() -> lot.productionDate()
                .filter(made -> item.profile().start() == ShelfLifeStart.PRODUCTION)
                .flatMap(made -> item.shelfLifeDays().map(made::plusDays)));
        return new Lot(lot.key(), lot.productionDate(), expiry, lot.supplierLotNumber(), lot.madeAt(), lot.corrected());
    }

    /** @param lot as {@link #withExpiry} gives it */
    static List<Violation> datesOf(Lot lot, Item item) {
        List<Violation> violations = new ArrayList<>();
        if (lot.expiry().isEmpty()
                && item.shelfLifeDays().isPresent()
                && BEGINS_AT_ONCE.contains(item.profile().start())) {
            violations.add(new Violation(
                    EXPIRY_MISSING,
                    "expiry",
                    "item " + item.number() + " expires: state the expiry or the production date of lot " + lot.key()));
        }
        lot.productionDate()
                .ifPresent(made -> lot.expiry().filter(made::isAfter).ifPresent(expiry -> {
                    violations.add(new Violation(
                            EXPIRY_BEFORE_PRODUCTION,
                            "expiry",
                            "lot " + lot.key() + " cannot expire on " + expiry + ", before it was made on " + made));
                }));
        return violations;
    }

    /** @return true when both numbers were given by the same issuer for the same item */
    static boolean isOfSameSource(LotKey one, LotKey other) {
        return one.issuer().equals(other.issuer()) && one.item().equals(other.item());
    }

    /**
     * @param known the lot as it was registered
     * @param given the lot as it is stated now; a date that it does not state is no claim
     */
    static List<Violation> differences(Lot known, Lot given) {
        List<Violation> violations = new ArrayList<>();
        compare("productionDate", known, known.productionDate(), given.productionDate())
                .ifPresent(violations::add);
        compare("expiry", known, known.expiry(), given.expiry()).ifPresent(violations::add);
        return violations;
    }

    private static Optional<Violation> compare(
            String field, Lot lot, Optional<LocalDate> known, Optional<LocalDate> given) {
        if (given.isEmpty() || given.equals(known)) {
            return Optional.empty();
        }
        return Optional.of(new Violation(
                LOT_DIFFERS,
                field,
                "lot " + lot.key() + " is known with " + field + " "
                        + known.map(LocalDate::toString).orElse("unknown") + ", not " + given.get()
                        + "; check the label, and correct the lot when the label is right (lot:correct, or lotCorrection"
                        + " in captureMovements)"));
    }
}
