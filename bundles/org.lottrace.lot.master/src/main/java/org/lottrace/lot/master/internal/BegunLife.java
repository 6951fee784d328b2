package org.lottrace.lot.master.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.ShelfLifeStart;
import org.lottrace.api.violation.Violation;

/** What opening or thawing has left of the life of a lot: no correction gives it more, as long as it says that it was opened. */
final class BegunLife {
    static final String BEYOND_OPENED_LIFE = "BEYOND_OPENED_LIFE";
    static final String BEGUN_BEFORE_PRODUCTION = "BEGUN_BEFORE_PRODUCTION";

    private BegunLife() {}

    /** @return the last day that is left; empty when nothing began, or the item has no shelf life from then on */
    static Optional<LocalDate> lastDay(List<KeyDatum> known, Item item) {
        return Stream.of(
                        begun(known, KeyDataElement.OPENING_DATE)
                                .filter(day -> item.profile().start() == ShelfLifeStart.OPENING),
                        begun(known, KeyDataElement.THAWING_DATE)
                                .filter(day -> item.profile().start() == ShelfLifeStart.THAWING))
                .flatMap(Optional::stream)
                .flatMap(day -> item.shelfLifeDays().map(day::plusDays).stream())
                .min(Comparator.naturalOrder());
    }

    /** @return true when one of the days is among the attributes; a correction of anything else leaves the life as it is */
    static boolean isSaid(List<KeyDatum> attributes) {
        return Stream.of(KeyDataElement.OPENING_DATE, KeyDataElement.THAWING_DATE)
                .anyMatch(element -> KeyDatum.find(attributes, element).isPresent());
    }

    /** @return the lot, with the last day that is left when it had a later one */
    static Lot shortened(Lot lot, List<KeyDatum> known, Item item) {
        Optional<LocalDate> last = lastDay(known, item)
                .filter(day -> lot.expiry().map(day::isBefore).orElse(true));
        return last.isEmpty()
                ? lot
                : new Lot(
                        lot.key(), lot.productionDate(), last, lot.supplierLotNumber(), lot.madeAt(), lot.corrected());
    }

    /**
     * @param corrected the lot as it would be known
     * @param known what else would be known of it
     * @param said the expiry that the correction says
     */
    static List<Violation> violations(Lot corrected, List<KeyDatum> known, Item item, Optional<LocalDate> said) {
        List<Violation> violations = new ArrayList<>();
        lastDay(known, item)
                .filter(last -> said.filter(last::isBefore).isPresent())
                .ifPresent(last -> violations.add(new Violation(
                        BEYOND_OPENED_LIFE,
                        "expiry",
                        "lot " + corrected.key() + " was opened or thawed and keeps until " + last + ", not "
                                + said.get()
                                + ": correct openingDate or thawingDate too, or reverse that event when it is wrong")));
        Stream.of(KeyDataElement.OPENING_DATE, KeyDataElement.THAWING_DATE)
                .flatMap(element -> begun(known, element).stream())
                .filter(day -> corrected.productionDate().filter(day::isBefore).isPresent())
                .findFirst()
                .ifPresent(day -> violations.add(new Violation(
                        BEGUN_BEFORE_PRODUCTION,
                        "productionDate",
                        "lot " + corrected.key() + " was opened or thawed on " + day + ", so it was not produced on "
                                + corrected.productionDate().orElseThrow() + ": check both days")));
        return violations;
    }

    private static Optional<LocalDate> begun(List<KeyDatum> known, KeyDataElement element) {
        return KeyDatum.find(known, element).map(value -> ((KeyDataValue.Day) value).date());
    }
}
