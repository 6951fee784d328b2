package org.lottrace.movement.capture.internal;

import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotNumbering;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.movement.ShelfLifeBeginning;
import org.lottrace.api.movement.ShelfLives;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.right.LotRights;
import org.lottrace.api.transaction.NumberSequences;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The door for what is opened or thawed. */
@Component
public final class ShelfLivesService implements ShelfLives {
    private final BeginShelfLife begin;

    @Activate
    public ShelfLivesService(
            @Reference EventCapture capture,
            @Reference Ledger ledger,
            @Reference Reservations reservations,
            @Reference LotMaster lots,
            @Reference LotCorrections corrections,
            @Reference LotNumbering numbering,
            @Reference LotUsability usability,
            @Reference NumberSequences numbers,
            @Reference LotRights lotRights,
            @Reference SiteStore sites,
            @Reference ItemStore items) {
        SharedChecks checks = new SharedChecks(sites, items, lots);
        MeantLots meant = new MeantLots(lots);
        RepeatedRequest repeated = new RepeatedRequest(items, meant);
        TransformationEvent events =
                new TransformationEvent(new TransformedLots(lots, numbering, corrections, usability));
        begin = new BeginShelfLife(
                capture,
                checks,
                ledger,
                reservations,
                corrections,
                new PartSplitOff(checks, new LotRightCheck(lotRights, items, lots), events, numbers),
                repeated,
                meant);
    }

    @Override
    public Outcome<RecordedEvent> begin(ShelfLifeBeginning beginning) {
        return begin.begin(beginning);
    }
}
