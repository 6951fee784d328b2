package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.violation.ViolationPath;

/**
 * The lot that a label means when nobody has told of it. The supplier numbered it, unless the label names somebody else: the same
 * number of another maker is another lot.
 */
final class LotOnLabel {
    private final SharedChecks checks;
    private final LotMaster lots;

    LotOnLabel(SharedChecks checks, LotMaster lots) {
        this.checks = checks;
        this.lots = lots;
    }

    /** @return the known lot, else a new one when the label names the item; empty when something was found wrong */
    Optional<Lot> of(PartyId supplier, LotReference label, ViolationPath path, Findings findings) {
        LotReference named = numberedBy(supplier, label);
        if (known(supplier, label).isEmpty() && named.item().isPresent()) {
            LotKey key = new LotKey(named.issuer().orElseThrow(), named.item().get(), named.number());
            return Optional.of(new Lot(
                    key,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(named.number().value()),
                    Optional.empty()));
        }
        return checks.lot(named, path, findings);
    }

    /** @return the lots that are known and may be meant */
    List<Lot> known(PartyId supplier, LotReference label) {
        return lots.find(numberedBy(supplier, label));
    }

    private static LotReference numberedBy(PartyId supplier, LotReference label) {
        return new LotReference(label.issuer().or(() -> Optional.of(supplier)), label.item(), label.number());
    }
}
