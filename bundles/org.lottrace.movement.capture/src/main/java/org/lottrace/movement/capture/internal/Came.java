package org.lottrace.movement.capture.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.partner.ShipNoticeLine;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.violation.ViolationPath;

/**
 * A quantity that came: of one line of the ship notice, or of none.
 *
 * @param path the line of the request, or of the notice when the request names none
 * @param noticeLine number of the line of the notice that counts it
 * @param lot as it is registered if it is not known
 * @param orderLine the line of the purchase order that it came for
 * @param quantity in the base unit
 * @param entered as it was scanned; in the base unit when a scanned quantity had to be spread
 * @param container the logistic unit it came in
 * @param damaged true when it came so
 * @param otherExpiry the one on its label, when the notice announces another, or another is known of the lot
 * @param price what the request says was agreed
 * @param keyData what else the request says of the lot or of these goods; of goods that came as announced what the notice says of them
 * @param announced what else the notice says of the lot
 */
record Came(
        ViolationPath path,
        Optional<Integer> noticeLine,
        Lot lot,
        Optional<OrderLineReference> orderLine,
        Quantity quantity,
        Quantity entered,
        Optional<Sscc> container,
        boolean damaged,
        Optional<LocalDate> otherExpiry,
        Optional<UnitPrice> price,
        List<KeyDatum> keyData,
        List<KeyDatum> announced) {
    /** What counts goods: it is that of the whole line. */
    private static final Set<String> COUNTS =
            Set.of(KeyDataElement.NET_WEIGHT.word(), KeyDataElement.PIECES.word(), KeyDataElement.SERIAL.word());

    /** What a line of the notice that names its lot still announces, as it was announced. */
    static Came asAnnounced(ExpectedReceipt.Line line, ShipNoticeLine said) {
        List<KeyDatum> counts = said.keyData().stream()
                .filter(datum -> line.received().isZero() && COUNTS.contains(datum.name()))
                .toList();
        return new Came(
                Findings.line(line.number()),
                Optional.of(line.number()),
                line.lot().orElseThrow(),
                Optional.of(line.orderLine()),
                line.open(),
                line.received().isZero() ? line.announced() : line.open(),
                line.container(),
                false,
                Optional.empty(),
                Optional.empty(),
                counts,
                LotAttributes.of(said.keyData()));
    }

    /** A part of what a line of the request says, for a line of the notice. */
    static Came of(
            Receipt.Line came,
            ViolationPath path,
            Lot lot,
            ExpectedReceipt.Line line,
            Quantity part,
            Quantity entered,
            Optional<LocalDate> otherExpiry,
            List<KeyDatum> said,
            List<KeyDatum> announced) {
        return new Came(
                path,
                Optional.of(line.number()),
                lot,
                Optional.of(line.orderLine()),
                part,
                entered,
                came.container(),
                came.damaged(),
                otherExpiry,
                came.price(),
                said,
                announced);
    }

    Came expiring(LocalDate expiry) {
        Lot dated = new Lot(
                lot.key(),
                lot.productionDate(),
                Optional.of(expiry),
                lot.supplierLotNumber(),
                lot.madeAt(),
                lot.corrected());
        return new Came(
                path,
                noticeLine,
                dated,
                orderLine,
                quantity,
                entered,
                container,
                damaged,
                otherExpiry,
                price,
                keyData,
                announced);
    }

    /** @return what the event says of the goods: as they came, and what the request says of them */
    List<KeyDatum> said() {
        List<KeyDatum> said = new ArrayList<>(DamagedGoods.condition(this));
        otherExpiry.ifPresent(day -> said.add(KeyDataElement.EXPIRY_DATE.is(new KeyDataValue.Day(day))));
        said.addAll(keyData);
        return said;
    }

    /** @return what the request said, of what a line of a receipt says */
    static List<KeyDatum> requested(EventLine line) {
        return DamagedGoods.besidesCondition(line).stream()
                .filter(datum -> !datum.name().equals(KeyDataElement.EXPIRY_DATE.word()))
                .toList();
    }

    /** @return the lot with the dates that are on the label, else with those that are known */
    static Lot labelled(Lot lot, Receipt.Line came) {
        return new Lot(
                lot.key(),
                came.productionDate().or(lot::productionDate),
                came.expiry().or(lot::expiry),
                lot.supplierLotNumber(),
                lot.madeAt(),
                lot.corrected());
    }
}
