package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.Site;
import org.lottrace.api.movement.ShelfLifeBeginning;
import org.lottrace.api.movement.Transformation;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.right.LotAction;
import org.lottrace.api.transaction.NumberSequences;
import org.lottrace.api.violation.ViolationPath;

/**
 * A part of a lot that keeps less long than the rest becomes a lot of its own, where it is. Whoever registers a lot of the item holds
 * its lock, so a hold either is seen, or waits and sees the part.
 */
final class PartSplitOff {
    private static final String SEQUENCE = "USE_BEGUN";
    private static final String NUMBER_PREFIX = "UB-";
    private static final ViolationPath PART = ViolationPath.of("part");

    private final SharedChecks checks;
    private final LotRightCheck rights;
    private final TransformationEvent events;
    private final NumberSequences numbers;

    PartSplitOff(SharedChecks checks, LotRightCheck rights, TransformationEvent events, NumberSequences numbers) {
        this.checks = checks;
        this.rights = rights;
        this.events = events;
        this.numbers = numbers;
    }

    /** @return the goods; empty when it cannot be made out which they are */
    Optional<Goods> check(ShelfLifeBeginning.Part part, Site site, Lot lot, Item item, Findings findings) {
        rights.check(LotAction.SPLIT, item.number(), site.id(), PART, findings);
        part.lotNumber()
                .ifPresent(
                        number -> rights.numbering(number, item.number(), site.id(), PART.then("lotNumber"), findings));
        Optional<Place> place = checks.place(Optional.of(site), part.location(), PART.then("location"), findings);
        Optional<Quantity> quantity = checks.positive(item, part.quantity(), PART.then("quantity"), findings);
        return place.flatMap(there -> quantity.map(
                amount -> new Goods(1, lot, new Position(there, part.container()), amount, part.quantity())));
    }

    Optional<TraceEvent> write(
            EventContext context,
            ShelfLifeBeginning.Part part,
            Goods goods,
            Site site,
            TransformedLots.Becoming becoming,
            Findings findings) {
        TransformLots.Made made = new TransformLots.Made(
                new Transformation.Output(
                        Optional.empty(),
                        part.lotNumber(),
                        Optional.of(part.quantity()),
                        part.location(),
                        part.container()),
                PART,
                goods.lot().key().item(),
                goods.quantity(),
                goods.entered(),
                List.of());
        DocumentReference number = new DocumentReference(
                DocumentType.TRANSFORMATION, String.format("%s%06d", NUMBER_PREFIX, numbers.next(SEQUENCE)));
        return events.write(context, EventType.SPLIT, number, List.of(goods), List.of(made), site, becoming, findings);
    }
}
