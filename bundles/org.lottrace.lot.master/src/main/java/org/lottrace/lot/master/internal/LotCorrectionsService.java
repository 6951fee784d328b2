package org.lottrace.lot.master.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventTimes;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.exceptioncase.Noted;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.movement.LotCorrection;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.right.LotAction;
import org.lottrace.api.right.LotRights;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Corrects lots: the row of the lot says what is known now, the ledger what was known when. */
@Component
public final class LotCorrectionsService implements LotCorrections {
    private final UnitOfWork unitOfWork;
    private final Ledger ledger;
    private final LedgerStore events;
    private final LotStore lots;
    private final ItemStore items;
    private final LotRights rights;
    private final EventTimes times;
    private final CaseOpening cases;

    @Activate
    public LotCorrectionsService(
            @Reference UnitOfWork unitOfWork,
            @Reference Ledger ledger,
            @Reference LedgerStore events,
            @Reference LotStore lots,
            @Reference ItemStore items,
            @Reference LotRights rights,
            @Reference EventTimes times,
            @Reference CaseOpening cases) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.events = events;
        this.lots = lots;
        this.items = items;
        this.rights = rights;
        this.times = times;
        this.cases = cases;
    }

    @Override
    public Outcome<RecordedEvent> correct(LotCorrection correction) {
        return unitOfWork.required(() -> {
            // Whoever uses the lot has locked its item before they looked at its dates; and what is derived again is
            // known afterwards.
            items.lock(List.of(correction.lot().item()));
            ledger.lockHead();
            Optional<RecordedEvent> recorded = ledger.find(correction.context().id());
            if (recorded.isPresent()) {
                return repeated(recorded.get(), correction);
            }
            Optional<Lot> lot = lots.find(correction.lot());
            List<KeyDatum> known = attributes(List.of(correction.lot())).getOrDefault(correction.lot(), List.of());
            EventTimes.Settled settled = times.settle(correction.context());
            List<Violation> violations = new ArrayList<>(settled.violations());
            violations.addAll(violations(lot, known, correction));
            List<Violation> noted = new ArrayList<>(settled.findings());
            boolean isReport = correction.context().basis().equals(Optional.of(Basis.REPORTED));
            (isReport ? noted : violations).addAll(notAllowed(correction));
            settled.context()
                    .flatMap(context -> LotCorrectionRules.withBlank(correction, context.company()))
                    .ifPresent(blank -> (isReport || !blank.isOurs() ? noted : violations).add(blank.violation()));
            return violations.isEmpty()
                    ? record(lot.orElseThrow(), known, settled.context().orElseThrow(), noted, correction)
                    : new Outcome.Refused<>(violations);
        });
    }

    @Override
    public List<RecordedEvent> history(LotKey lot) {
        return unitOfWork.required(() -> events.decisionsOf(List.of(lot), Long.MAX_VALUE)).stream()
                .filter(recorded -> changeOf(recorded.event(), lot).isPresent())
                .toList();
    }

    @Override
    public Optional<Lot> find(LotKey key, AsOf asOf) {
        return unitOfWork.required(() -> {
            Optional<Lot> now = lots.find(key);
            return asOf.isLatest() ? now : now.flatMap(lot -> events.known(lot, asOf));
        });
    }

    @Override
    public Map<LotKey, List<KeyDatum>> attributes(Collection<LotKey> of, AsOf asOf) {
        return unitOfWork.required(() -> asOf.isLatest() ? events.newestChanges(of) : newest(of, asOf)).stream()
                .filter(change -> !change.attributes().isEmpty())
                .collect(Collectors.toMap(LotChange::lot, LotChange::attributes));
    }

    private List<LotChange> newest(Collection<LotKey> lots, AsOf asOf) {
        List<RecordedEvent> decisions = events.decisionsOf(lots, asOf);
        return lots.stream()
                .distinct()
                .flatMap(lot -> LotChange.newest(decisions, lot).stream())
                .toList();
    }

    @Override
    public void follow(LotChange change) {
        unitOfWork.run(() -> lots.update(change.toLot()));
    }

    private Outcome<RecordedEvent> record(
            Lot lot, List<KeyDatum> known, EventContext context, List<Violation> noted, LotCorrection correction) {
        Lot asSaid = LotCorrectionRules.corrected(lot, correction);
        Lot corrected = BegunLife.isSaid(correction.attributes())
                ? BegunLife.shortened(
                        asSaid,
                        LotAttributes.corrected(known, correction.attributes()),
                        items.find(lot.key().item()).orElseThrow())
                : asSaid;
        lots.update(corrected);
        TraceEvent event = new TraceEvent(
                        context, EventType.LOT_CHANGE, List.of(), Optional.empty(), List.of(), List.of(), List.of())
                .changing(List.of(LotChange.changed(
                        lot,
                        known,
                        corrected,
                        LotAttributes.corrected(known, correction.attributes()),
                        correction.reason())))
                .finding(noted);
        Outcome<RecordedEvent> result = ledger.append(event);
        if (result instanceof Outcome.Done<RecordedEvent> done) {
            cases.open(
                    done.value(),
                    noted.stream()
                            .map(finding -> new Noted(finding, Optional.of(lot.key())))
                            .toList());
            closeExpiryMissing(corrected, done.value().event());
        } else {
            unitOfWork.rollbackOnly();
        }
        return result;
    }

    /** Nobody has to look for it any more. */
    private void closeExpiryMissing(Lot lot, TraceEvent correction) {
        if (lot.expiry().isEmpty()) {
            return;
        }
        events.historyOf(List.of(lot.key())).stream()
                .map(RecordedEvent::event)
                .filter(event -> event.findings().contains(LotRules.EXPIRY_MISSING))
                .forEach(event -> cases.close(
                        event.id(),
                        LotRules.EXPIRY_MISSING,
                        lot.key(),
                        correction.context().actor(),
                        "the expiry was told by event " + correction.id()));
    }

    private List<Violation> violations(Optional<Lot> lot, List<KeyDatum> known, LotCorrection correction) {
        if (lot.isEmpty()) {
            return List.of(new Violation(
                    LotCorrectionRules.LOT_UNKNOWN,
                    "lot",
                    "lot " + correction.lot() + " is unknown: check issuer, item and number"));
        }
        Item item = items.find(correction.lot().item()).orElseThrow();
        List<Lot> sameNumber = correction
                .number()
                .map(number -> lots.fitting(new LotReference(Optional.empty(), Optional.of(item.number()), number)))
                .orElse(List.of());
        return LotCorrectionRules.violations(lot.get(), known, item, sameNumber, correction);
    }

    private List<Violation> notAllowed(LotCorrection correction) {
        return items.find(correction.lot().item())
                .map(item -> notAllowed(item, correction))
                .orElse(List.of());
    }

    private List<Violation> notAllowed(Item item, LotCorrection correction) {
        SiteId site = correction.context().site();
        List<Violation> violations = new ArrayList<>();
        if (correction.productionDate().isPresent() || correction.expiry().isPresent()) {
            violations.addAll(rights.against(LotAction.REDATE, item, site, ViolationPath.of("lot")));
        }
        if (correction.number().isPresent() || correction.supplierLotNumber().isPresent()) {
            violations.addAll(rights.against(LotAction.NUMBER, item, site, ViolationPath.of("number")));
        }
        return violations;
    }

    private static Outcome<RecordedEvent> repeated(RecordedEvent recorded, LotCorrection correction) {
        boolean isSame = correction.context().isRecordedAs(recorded.event().context())
                && recorded.event().type() == EventType.LOT_CHANGE
                && changeOf(recorded.event(), correction.lot())
                        .filter(change -> change.reason().equals(correction.reason()))
                        .filter(change -> change.attributes()
                                .equals(LotAttributes.corrected(change.attributes(), correction.attributes())))
                        .map(LotChange::toLot)
                        .filter(lot -> lot.equals(LotCorrectionRules.corrected(lot, correction)))
                        .isPresent();
        return isSame
                ? new Outcome.AlreadyDone<>(recorded)
                : new Outcome.Refused<>(List.of(new Violation(
                        LotCorrectionRules.EVENT_ID_REUSED,
                        "id",
                        "event " + correction.context().id()
                                + " is recorded with other content: give a new event a new id")));
    }

    private static Optional<LotChange> changeOf(TraceEvent event, LotKey lot) {
        return event.lotChanges().stream()
                .filter(change -> change.lot().equals(lot))
                .findFirst();
    }
}
