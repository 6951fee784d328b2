package org.lottrace.movement.capture.internal;

import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;

/** Which lot a scanned reference means: one whose number was corrected is meant by either number. */
final class MeantLots {
    private final LotMaster lots;

    MeantLots(LotMaster lots) {
        this.lots = lots;
    }

    boolean fits(LotReference scanned, LotKey lot) {
        return scanned.fits(lot)
                || lots.find(scanned).stream().anyMatch(known -> known.key().equals(lot));
    }
}
