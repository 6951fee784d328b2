package org.lottrace.movement.capture.internal;

import java.util.List;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;

/** What came damaged is a finding, and its lot goes on hold with the receipt, until quality has looked at it. */
final class DamagedGoods {
    private static final String GOODS_DAMAGED = "GOODS_DAMAGED";
    private static final KeyDatum DAMAGED = KeyDataElement.CONDITION.is(new KeyDataValue.Code("damaged"));

    private final Reservations reservations;

    DamagedGoods(Reservations reservations) {
        this.reservations = reservations;
    }

    /** Locks the items of what is damaged: nobody reserves their lots meanwhile. */
    void check(List<Came> arrivals, Findings findings) {
        List<Came> damaged = arrivals.stream().filter(Came::damaged).toList();
        damaged.forEach(came -> findings.breach(
                GOODS_DAMAGED,
                came.path().then("damaged"),
                came.entered() + " of lot " + came.lot().key() + " came damaged: refuse them, or put them on hold"));
        if (!damaged.isEmpty()) {
            reservations.lockItems(
                    damaged.stream().map(came -> came.lot().key().item()).toList());
        }
    }

    /** @return the holds that belong into the event; what is reserved of the lots is given up */
    List<DispositionChange> hold(List<Came> arrivals) {
        List<LotKey> damaged = arrivals.stream()
                .filter(Came::damaged)
                .map(came -> came.lot().key())
                .distinct()
                .toList();
        if (!damaged.isEmpty()) {
            reservations.cancel(damaged);
        }
        return damaged.stream()
                .map(lot -> new DispositionChange(lot, Disposition.ON_HOLD, "came damaged"))
                .toList();
    }

    static List<KeyDatum> condition(Came came) {
        return came.damaged() ? List.of(DAMAGED) : List.of();
    }

    /** @return what the line says besides that its goods came damaged */
    static List<KeyDatum> besidesCondition(EventLine line) {
        return line.keyData().stream().filter(datum -> !datum.equals(DAMAGED)).toList();
    }

    static boolean isDamaged(EventLine line) {
        return line.keyData().contains(DAMAGED);
    }
}
