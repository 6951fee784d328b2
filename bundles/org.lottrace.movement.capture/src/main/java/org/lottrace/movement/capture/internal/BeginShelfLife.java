package org.lottrace.movement.capture.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.ShelfLifeStart;
import org.lottrace.api.lot.Site;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.ShelfLifeBeginning;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.ViolationPath;

/**
 * Goods are opened or thawed. All of a lot: something else is known of it now. A part: it is split off, as a lot that keeps less
 * long.
 */
final class BeginShelfLife {
    private static final String SHELF_LIFE_BEGUN = "SHELF_LIFE_BEGUN";
    private static final String BEGUN_BEFORE_PRODUCTION = "BEGUN_BEFORE_PRODUCTION";
    private static final String NO_SUCH_SHELF_LIFE = "NO_SUCH_SHELF_LIFE";

    private final EventCapture capture;
    private final SharedChecks checks;
    private final Ledger ledger;
    private final Reservations reservations;
    private final LotCorrections corrections;
    private final PartSplitOff parts;
    private final RepeatedRequest repeated;
    private final MeantLots meant;

    BeginShelfLife(
            EventCapture capture,
            SharedChecks checks,
            Ledger ledger,
            Reservations reservations,
            LotCorrections corrections,
            PartSplitOff parts,
            RepeatedRequest repeated,
            MeantLots meant) {
        this.capture = capture;
        this.checks = checks;
        this.ledger = ledger;
        this.reservations = reservations;
        this.corrections = corrections;
        this.parts = parts;
        this.repeated = repeated;
        this.meant = meant;
    }

    Outcome<RecordedEvent> begin(ShelfLifeBeginning request) {
        return capture.capture(
                request.context().usually(Basis.REPORTED),
                event -> isSame(event, request),
                (context, findings) -> check(request, context, findings));
    }

    private EventCapture.Recording check(
            ShelfLifeBeginning request, Optional<EventContext> context, Findings findings) {
        Optional<Site> site = checks.site(request.context().site(), ViolationPath.of("site"), findings);
        Optional<Lot> lot = locked(request, findings);
        Optional<Item> item = lot.flatMap(known -> checks.item(known.key().item(), ViolationPath.of("lot"), findings));
        Optional<Goods> part = site.isPresent() && item.isPresent()
                ? request.part().flatMap(said -> parts.check(said, site.get(), lot.orElseThrow(), item.get(), findings))
                : Optional.empty();
        if (lot.isPresent() && item.isPresent() && context.isPresent()) {
            judge(request, lot.get(), item.get(), context.get().localDate(), findings);
        }
        return (settled, inWriting) -> {
            Begun begun = new Begun(request.by(), item.orElseThrow(), settled.localDate());
            return part.isPresent()
                    ? parts.write(
                            settled, request.part().orElseThrow(), part.get(), site.orElseThrow(), begun, inWriting)
                    : Optional.of(changed(settled, lot.orElseThrow(), begun));
        };
    }

    /** As a correction locks it: whoever uses the lot has locked its item before they looked at its dates. */
    private Optional<Lot> locked(ShelfLifeBeginning request, Findings findings) {
        ViolationPath path = ViolationPath.of("lot");
        Optional<Lot> named = checks.lot(request.lot(), path, findings);
        if (named.isEmpty() || request.part().isPresent()) {
            return named;
        }
        reservations.lockItems(List.of(named.get().key().item()));
        ledger.lockHead();
        return checks.lot(LotReference.to(named.get().key()), path, findings);
    }

    private void judge(ShelfLifeBeginning request, Lot lot, Item item, LocalDate day, Findings findings) {
        findings.means(ViolationPath.of("lot"), lot.key());
        KeyDatum.find(known(lot), Begun.element(request.by()))
                .ifPresent(before -> findings.add(
                        SHELF_LIFE_BEGUN,
                        "lot",
                        "the shelf life of lot " + lot.key() + " began on " + before.text()
                                + ": reverse that event when it is wrong"));
        lot.productionDate()
                .filter(day::isBefore)
                .ifPresent(made -> findings.add(
                        BEGUN_BEFORE_PRODUCTION,
                        "lot",
                        "lot " + lot.key() + " was produced on " + made + ", after " + day
                                + ": check the time, or correct the lot"));
        if (new Begun(request.by(), item, day).days().isEmpty()) {
            findings.breach(
                    NO_SUCH_SHELF_LIFE,
                    ViolationPath.of("lot"),
                    "item " + item.number() + " has no shelf life from " + request.by()
                            + ": say it in the item, or correct the last day of the lot");
        }
    }

    private TraceEvent changed(EventContext context, Lot lot, Begun begun) {
        List<KeyDatum> known = known(lot);
        LotChange change =
                LotChange.changed(lot, known, begun.lot(lot), begun.attributes(known), "shelf life from " + begun.by());
        corrections.follow(change);
        return new TraceEvent(
                        context, EventType.LOT_CHANGE, List.of(), Optional.empty(), List.of(), List.of(), List.of())
                .changing(List.of(change));
    }

    private List<KeyDatum> known(Lot lot) {
        return corrections.attributes(Set.of(lot.key())).getOrDefault(lot.key(), List.of());
    }

    private boolean isSame(TraceEvent event, ShelfLifeBeginning request) {
        KeyDataElement element = Begun.element(request.by());
        boolean isSaid = event.lotChanges().size() == 1
                && KeyDatum.find(event.lotChanges().get(0).after(), element).isPresent()
                && KeyDatum.find(event.lotChanges().get(0).before(), element).isEmpty();
        return isSaid
                && request.part()
                        .map(part -> isSamePart(event, request, part))
                        .orElseGet(() -> event.type() == EventType.LOT_CHANGE
                                && meant.by(request.lot())
                                        .test(event.lotChanges().get(0).lot()));
    }

    private boolean isSamePart(TraceEvent event, ShelfLifeBeginning request, ShelfLifeBeginning.Part part) {
        LotQuantity goods = new LotQuantity(request.lot(), part.location(), part.container(), part.quantity());
        return event.type() == EventType.SPLIT
                && part.lotNumber()
                        .map(event.lotChanges().get(0).lot().number()::equals)
                        .orElse(true)
                && repeated.sameGoods(
                        event.lines().stream()
                                .filter(line -> line.to().place().kind() == PlaceKind.TRANSFORMATION)
                                .toList(),
                        EventLine::from,
                        RequestedGoods.parts(request.context().site(), List.of(goods)));
    }

    /**
     * What becomes of a lot that is opened or thawed.
     *
     * @param day at the site
     */
    record Begun(ShelfLifeStart by, Item item, LocalDate day) implements TransformedLots.Becoming {
        static KeyDataElement element(ShelfLifeStart by) {
            return by == ShelfLifeStart.OPENING ? KeyDataElement.OPENING_DATE : KeyDataElement.THAWING_DATE;
        }

        /** @return how long it keeps from that day on */
        Optional<Integer> days() {
            return item.profile().start() == by ? item.shelfLifeDays() : Optional.empty();
        }

        @Override
        public Lot lot(Lot before) {
            Optional<LocalDate> last = Stream.of(before.expiry(), days().map(day::plusDays))
                    .flatMap(Optional::stream)
                    .min(Comparator.naturalOrder());
            return new Lot(
                    before.key(),
                    before.productionDate(),
                    last,
                    before.supplierLotNumber(),
                    before.madeAt(),
                    before.corrected());
        }

        @Override
        public List<KeyDatum> attributes(List<KeyDatum> known) {
            return LotAttributes.corrected(known, List.of(element(by).is(new KeyDataValue.Day(day))));
        }
    }
}
