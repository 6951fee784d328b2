package org.lottrace.movement.capture.internal;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;

/**
 * Which lot a scanned reference means: one whose number was corrected is meant by either number, and one of its own
 * when nobody said which of several it was.
 */
final class MeantLots {
    private final LotMaster lots;

    MeantLots(LotMaster lots) {
        this.lots = lots;
    }

    /** @return says whether a lot is meant; asks for the known lots once, however many it is asked about */
    Predicate<LotKey> by(LotReference scanned) {
        Set<LotKey> known = lots.find(scanned).stream().map(Lot::key).collect(Collectors.toSet());
        return lot -> scanned.fits(lot)
                || known.contains(lot)
                || known.size() > 1 && UnclearLots.isFor(scanned.number(), lot);
    }
}
