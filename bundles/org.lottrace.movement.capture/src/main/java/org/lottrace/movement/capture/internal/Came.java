package org.lottrace.movement.capture.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.Receipt;
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
 * @param price what the request says was agreed
 * @param keyData what else the request says of the lot or of these goods
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
        Optional<UnitPrice> price,
        List<KeyDatum> keyData) {
    /** What a line of the notice that names its lot still announces, as it was announced. */
    static Came asAnnounced(ExpectedReceipt.Line line) {
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
                List.of());
    }

    /** A part of what a line of the request says, for a line of the notice. */
    static Came of(
            Receipt.Line came,
            ViolationPath path,
            Lot lot,
            ExpectedReceipt.Line line,
            Quantity part,
            Quantity entered) {
        return new Came(
                path,
                Optional.of(line.number()),
                lot,
                Optional.of(line.orderLine()),
                part,
                entered,
                came.container(),
                came.damaged(),
                came.price(),
                came.keyData());
    }

    Came expiring(LocalDate expiry) {
        Lot dated = new Lot(
                lot.key(),
                lot.productionDate(),
                Optional.of(expiry),
                lot.supplierLotNumber(),
                lot.madeAt(),
                lot.corrected());
        return new Came(path, noticeLine, dated, orderLine, quantity, entered, container, damaged, price, keyData);
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
