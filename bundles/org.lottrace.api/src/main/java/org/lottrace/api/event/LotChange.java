package org.lottrace.api.event;

import static org.lottrace.api.event.KeyDataElement.EXPIRY_DATE;
import static org.lottrace.api.event.KeyDataElement.LOT_NUMBER;
import static org.lottrace.api.event.KeyDataElement.MADE_AT;
import static org.lottrace.api.event.KeyDataElement.PRODUCTION_DATE;
import static org.lottrace.api.event.KeyDataElement.SUPPLIER_LOT_NUMBER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;

/**
 * What is known about a lot, as of an event: the lot was registered with it, or it changed.
 *
 * @param lot which lot, under the key that never changes
 * @param before what was known; empty when the lot was registered
 * @param after what is known now
 * @param reason why it changed, for people; empty when the lot was registered
 */
public record LotChange(LotKey lot, List<KeyDatum> before, List<KeyDatum> after, String reason) {
    public LotChange {
        Objects.requireNonNull(lot);
        before = List.copyOf(before);
        after = List.copyOf(after);
        Objects.requireNonNull(reason);
    }

    /** @return the registration of that lot */
    public static LotChange registered(Lot lot) {
        return registered(lot, List.of());
    }

    /**
     * @param attributes what else is known of it, as {@link LotAttributes} has it
     * @return the registration of that lot
     */
    public static LotChange registered(Lot lot, List<KeyDatum> attributes) {
        return new LotChange(lot.key(), List.of(), known(lot, attributes), "");
    }

    /**
     * @param before the lot as it was known
     * @param after the same lot as it is known now
     * @param reason why
     * @throws IllegalArgumentException if they are two lots or there is no reason
     */
    public static LotChange changed(Lot before, Lot after, String reason) {
        return changed(before, List.of(), after, List.of(), reason);
    }

    /**
     * As above.
     *
     * @param attributesBefore what else was known of it
     * @param attributesAfter what else is known of it now
     */
    public static LotChange changed(
            Lot before, List<KeyDatum> attributesBefore, Lot after, List<KeyDatum> attributesAfter, String reason) {
        if (!before.key().equals(after.key()) || reason.isBlank()) {
            throw new IllegalArgumentException("a change of lot " + before.key() + " to " + after.key()
                    + " needs one lot and a reason, which is \"" + reason + "\"");
        }
        return new LotChange(before.key(), known(before, attributesBefore), known(after, attributesAfter), reason);
    }

    /**
     * @param events by position
     * @return the last change of the lot in them; empty when none says anything of it
     */
    public static Optional<LotChange> newest(List<RecordedEvent> events, LotKey lot) {
        return changes(events, lot).reduce((older, newer) -> newer);
    }

    /** @return as {@link #newest}, the first one */
    public static Optional<LotChange> first(List<RecordedEvent> events, LotKey lot) {
        return changes(events, lot).findFirst();
    }

    private static Stream<LotChange> changes(List<RecordedEvent> events, LotKey lot) {
        return events.stream()
                .flatMap(recorded -> recorded.event().lotChanges().stream())
                .filter(change -> change.lot().equals(lot));
    }

    /** @return the lot as it was known before this; empty when this registered it */
    public Optional<Lot> toLotBefore() {
        return Optional.of(new LotChange(lot, List.of(), before, reason))
                .filter(change -> !reason.isEmpty())
                .map(LotChange::toLot);
    }

    /** @return the lot as it is known after this */
    public Lot toLot() {
        return new Lot(
                lot,
                date(PRODUCTION_DATE),
                date(EXPIRY_DATE),
                text(SUPPLIER_LOT_NUMBER),
                text(MADE_AT).map(SiteId::new),
                text(LOT_NUMBER).map(LotNumber::new));
    }

    /** @return what else is known of it after this */
    public List<KeyDatum> attributes() {
        return LotAttributes.of(after);
    }

    private static List<KeyDatum> known(Lot lot, List<KeyDatum> attributes) {
        List<KeyDatum> known = new ArrayList<>();
        lot.productionDate().ifPresent(date -> known.add(PRODUCTION_DATE.is(new KeyDataValue.Day(date))));
        lot.expiry().ifPresent(date -> known.add(EXPIRY_DATE.is(new KeyDataValue.Day(date))));
        lot.supplierLotNumber().ifPresent(text -> known.add(SUPPLIER_LOT_NUMBER.is(new KeyDataValue.Text(text))));
        lot.madeAt().ifPresent(site -> known.add(MADE_AT.is(new KeyDataValue.Code(site.value()))));
        lot.corrected().ifPresent(number -> known.add(LOT_NUMBER.is(new KeyDataValue.Text(number.value()))));
        known.addAll(attributes);
        return known;
    }

    private Optional<LocalDate> date(KeyDataElement element) {
        return text(element).map(LocalDate::parse);
    }

    private Optional<String> text(KeyDataElement element) {
        return KeyDatum.find(after, element).map(KeyDataValue::text);
    }
}
